import { ChevronRight, ClipboardCopy, Scale } from 'lucide-react';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { OfficialText } from '../../lib/drafting/official/shape.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import type { Notice } from '../result-line.tsx';

/** For the steps that lead here. */
export interface OfficialHandle {
  show(): void;
}

interface OfficialPanelProps {
  ref?: Ref<OfficialHandle>;
  /** What the texts rest on: when it changes while they are shown, they are prepared anew. */
  reading: string;
  texts: () => Promise<OfficialText[]>;
  toClipboard: (text: string) => Promise<boolean>;
  onNotice: (notice: Notice | null) => void;
}

/** Statement, reports, message, briefing: prepared when the part is opened, copied one by one. */
export function OfficialPanel({ ref, reading, texts, toClipboard, onNotice }: OfficialPanelProps) {
  const { t } = useWords();
  const [made, setMade] = useState<OfficialText[] | 'failed' | null>(null);
  const details = useRef<HTMLDetailsElement>(null);
  useImperativeHandle(ref, () => ({
    show() {
      if (!details.current) return;
      details.current.open = true;
      details.current.scrollIntoView({ block: 'start' });
      details.current.querySelector('summary')?.focus({ preventScroll: true });
    },
  }));
  const asked = useRef(0);
  const prepare = (open: boolean): void => {
    if (!open) return;
    // Prepared anew each time: what triage found or was decided may have changed meanwhile.
    const mine = ++asked.current;
    const take = (answer: OfficialText[] | 'failed') => mine === asked.current && setMade(answer);
    void texts().then(take, () => take('failed'));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is read otherwise
  useEffect(() => prepare(details.current?.open === true), [reading]);
  async function copy({ title, text }: OfficialText, field: HTMLTextAreaElement | null): Promise<void> {
    if (text === null) return;
    const copied = await toClipboard(text);
    if (!copied) field?.select();
    onNotice(
      copied
        ? { kind: 'done', text: t('sentences.official.copied', { title }) }
        : { kind: 'careful', text: t('sentences.official.refused') },
    );
  }
  return (
    <details
      ref={details}
      className="group border-line border-t px-3"
      onToggle={(event) => prepare(event.currentTarget.open)}
    >
      <summary className="flex min-h-10 list-none items-center gap-1 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} className="text-muted transition-transform group-open:rotate-90" />
        {t('sentences.official.title')}
      </summary>
      <div className="space-y-1 pb-3">
        <p className="text-muted text-xs">{t('sentences.official.intro')}</p>
        {made === null && <p role="status">{t('sentences.official.loading')}</p>}
        {made === 'failed' && <p role="alert">{t('sentences.official.failed')}</p>}
        {Array.isArray(made) &&
          made.map((one) => <Text key={one.id} one={one} onCopy={(field) => void copy(one, field)} />)}
      </div>
    </details>
  );
}

function Text({ one, onCopy }: { one: OfficialText; onCopy: (field: HTMLTextAreaElement | null) => void }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <details className="group/text rounded-md bg-surface px-2.5">
      <summary className="flex min-h-9 list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={14}
          className="shrink-0 text-muted transition-transform group-open/text:rotate-90"
        />
        <span className="min-w-0 flex-1">{one.title}</span>
        {one.text === null ? (
          <span className="shrink-0 text-muted text-xs">{t('sentences.official.none')}</span>
        ) : (
          one.lawyer && (
            <span className="inline-flex shrink-0 items-center gap-1 rounded bg-amber-soft px-1.5 py-0.5 text-amber text-xs">
              <Scale aria-hidden size={12} />
              {t('sentences.official.lawyer')}
            </span>
          )
        )}
      </summary>
      <div className="space-y-2 pb-2.5">
        {one.why && <p>{one.why}</p>}
        {one.check.length > 0 && (
          <div>
            <h4 className="font-semibold text-xs">{t('sentences.official.check')}</h4>
            <ul className="list-disc space-y-0.5 pl-4 text-muted text-xs">
              {one.check.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {one.text !== null && (
          <>
            <textarea
              ref={field}
              readOnly
              aria-label={one.title}
              rows={4}
              value={one.text}
              className="field-sizing-content block max-h-[70vh] w-full resize-y rounded-md border border-line bg-raised px-2.5 py-2"
            />
            <Button icon={ClipboardCopy} onClick={() => onCopy(field.current)}>
              {t('sentences.official.copy')}
            </Button>
          </>
        )}
      </div>
    </details>
  );
}
