import { Undo2 } from 'lucide-react';
import type { Ref } from 'react';
import type { Change, Correction } from '../../lib/contract/correction.ts';
import type { Polarity } from '../../lib/contract/triage.ts';
import { Button } from '../button.tsx';
import { useWords, type Words } from '../language.tsx';
import { formatTime } from '../time.ts';
import { Section } from './section.tsx';

interface CorrectionsProps {
  corrections: readonly Correction[];
  text: string;
  /** Whether the first reading is being looked at; null: there is no other. */
  original: boolean | null;
  onOriginal: () => void;
  onTakeBack: (id: string, button: Element) => void;
  headRef: Ref<HTMLElement>;
}

/** What staff corrected, by whom and when, the newest first; what was read before can be looked at again. */
export function Corrections(props: CorrectionsProps) {
  const { corrections, text, original, onOriginal, onTakeBack } = props;
  const { t, language } = useWords();
  if (corrections.length === 0) return null;
  const by = ({ name, role }: Correction['by'], at: string): string =>
    t('reading.made.by', { name, role: t(`terms.role.${role}`), time: formatTime(at, language) });
  return (
    <Section title={t('reading.made.title')} headRef={props.headRef}>
      <ul className="space-y-1.5">
        {[...corrections].reverse().map((correction) => {
          const { id, takenBack, note } = correction;
          return (
            <li key={id} className="flex items-start gap-1 rounded-md bg-surface py-1 pr-1 pl-2.5">
              <div className="min-w-0 flex-1 py-0.5">
                <p className={takenBack ? 'text-muted line-through' : ''}>{sentenceOf(correction.change, t)}</p>
                {note && <p className="text-muted">{t('reading.made.note', { note })}</p>}
                <p className="text-muted text-xs">{by(correction.by, correction.at)}</p>
                {correction.duty !== undefined && (
                  <p className="text-muted text-xs">
                    {t('review.history.duty', { name: correction.duty?.name ?? t('review.history.nobody') })}
                  </p>
                )}
                {takenBack && (
                  <p className="text-muted text-xs">
                    {t('reading.made.takenBack', {
                      name: takenBack.by.name,
                      time: formatTime(takenBack.at, language),
                    })}
                  </p>
                )}
                {!takenBack && hasLostItsWords(correction.change, text) && (
                  <p className="text-amber text-xs">{t('reading.made.gone')}</p>
                )}
              </div>
              {!takenBack && (
                <Button
                  look="ghost"
                  icon={Undo2}
                  className="shrink-0 text-xs"
                  aria-label={t('reading.made.takeBack')}
                  title={t('reading.made.takeBack')}
                  onClick={(event) => onTakeBack(id, event.currentTarget)}
                >
                  {t('reading.made.takeBackShort')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {original === false && (
        <Button className="mt-1.5" onClick={onOriginal}>
          {t('reading.made.original')}
        </Button>
      )}
    </Section>
  );
}

/** What it is about stands in the text no more: it has no effect. */
const hasLostItsWords = (change: Change, text: string): boolean =>
  'places' in change && change.places.every(({ quote }) => !text.includes(quote));

const QUOTE = 40;

/** 「等很久」：侮辱性言詞改為個人意見. */
export function sentenceOf(change: Change, t: Words): string {
  const polarity = (value: Polarity | null): string =>
    value === null ? t('reading.correct.notSpoken') : t(`terms.polarity.${value}`);
  switch (change.what) {
    case 'not-this':
      return t('reading.made.not-this', { quote: quoted(change, t), kind: t(`terms.kind.${change.kind}`) });
    case 'other-kind':
      return t('reading.made.other-kind', {
        quote: quoted(change, t),
        kind: t(`terms.kind.${change.kind}`),
        to: t(`terms.kind.${change.to}`),
      });
    case 'missing':
      return t('reading.made.missing', { quote: quoted(change, t), to: t(`terms.kind.${change.to}`) });
    case 'aspect':
      return t('reading.made.aspect', {
        aspect: t(`terms.aspect.${change.aspect}`),
        from: polarity(change.from),
        to: polarity(change.to),
      });
    case 'sentiment':
      return t('reading.made.sentiment', {
        from: t(`terms.sentiment.${change.from}`),
        to: t(`terms.sentiment.${change.to}`),
      });
    case 'urgency':
      return t('reading.made.urgency', {
        from: t(`terms.urgency.${change.from}`),
        to: t(`terms.urgency.${change.to}`),
      });
  }
}

const quoted = ({ places }: Extract<Change, { places: unknown }>, t: Words): string =>
  places
    .map(({ quote }) => (quote.length > QUOTE ? `${quote.slice(0, QUOTE)}…` : quote))
    .join(t('reading.made.quoteSeparator'));
