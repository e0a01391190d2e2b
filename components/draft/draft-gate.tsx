import { type Ref, useImperativeHandle, useRef } from 'react';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { Section } from '../review/section.tsx';
import type { DraftPanelHandle } from './draft-panel.tsx';
import type { Hold } from './hold.ts';

interface DraftGateProps {
  hold: Hold;
  handle?: Ref<DraftPanelHandle>;
  onWanted: () => void;
}

/** In the place of the draft: why none is offered, and the way to one all the same. */
export function DraftGate({ hold, handle, onWanted }: DraftGateProps) {
  const { t } = useWords();
  const section = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(handle, () => ({
    focus() {
      section.current?.scrollIntoView({ block: 'start' });
      (button.current ?? section.current)?.focus({ preventScroll: true });
    },
    copy: () => undefined,
  }));
  return (
    <Section title={t('review.draft.title')} headRef={section}>
      <p className="text-muted">{t(`review.hold.${hold}`)}</p>
      {hold !== 'ours' && hold !== 'gone' && (
        <Button ref={button} className="mt-2" onClick={onWanted}>
          {t(hold === 'answered' ? 'review.hold.again' : 'review.hold.anyway')}
        </Button>
      )}
    </Section>
  );
}
