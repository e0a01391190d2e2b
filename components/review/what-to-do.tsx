import { Check, Hourglass } from 'lucide-react';
import type { PostedAt } from '../../lib/contract/review.ts';
import type { Deadline, Triage } from '../../lib/contract/triage.ts';
import type { Next } from '../../lib/triage/sentences.ts';
import { stepOf } from '../../lib/triage/step-of.ts';
import { useWords } from '../language.tsx';
import { useNow } from '../now.tsx';
import { formatDay, formatTime, timeLeftText } from '../time.ts';
import { Section } from './section.tsx';

/** Where in the open review a step is done. */
export type Place = 'capture' | 'official' | 'draft';

const PLACES: Partial<Record<Next, Place>> = {
  capture: 'capture',
  'report-privacy': 'official',
  'report-abuse': 'official',
  'report-hate': 'official',
  'report-fake': 'official',
  'report-off-topic': 'official',
  lawyer: 'official',
  reply: 'draft',
  'reply-neutral': 'draft',
  thank: 'draft',
};

interface WhatToDoProps {
  triage: Pick<Triage, 'next' | 'deadlines'>;
  postedAt: PostedAt;
  firstSeen: string | null;
  /** Evidence of it is held. */
  captured: boolean;
  /** The places that there are. */
  places: readonly Place[];
  onGo: (place: Place) => void;
}

/** What to do next, each step leading to where it is done, and until when. */
export function WhatToDo({ triage, postedAt, firstSeen, captured, places, onGo }: WhatToDoProps) {
  const { t } = useWords();
  if (triage.next.length === 0 && triage.deadlines.length === 0) return null;
  return (
    <Section title={t('review.steps.title')}>
      {triage.next.length > 0 && (
        <ol className="list-decimal space-y-0.5 pl-5 marker:text-muted">
          {triage.next.map((sentence) => {
            const step = stepOf(sentence);
            const place = (step && PLACES[step]) ?? null;
            return (
              <li key={sentence}>
                <Step
                  sentence={sentence}
                  done={captured && step === 'capture'}
                  {...(place && places.includes(place) && { onGo: () => onGo(place) })}
                />
              </li>
            );
          })}
        </ol>
      )}
      {triage.deadlines.length > 0 && (
        <>
          <h4 className="mt-2 font-semibold">{t('review.deadlines.title')}</h4>
          <ul className="space-y-0.5">
            {triage.deadlines.map((deadline) => (
              <Due
                key={`${deadline.what}${deadline.due}`}
                deadline={deadline}
                postedAt={postedAt}
                firstSeen={firstSeen}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Step({ sentence, done, onGo }: { sentence: string; done: boolean; onGo?: () => void }) {
  const { t } = useWords();
  if (done) {
    return (
      <span className="text-muted">
        <Check aria-hidden size={15} className="mr-1 inline align-[-2px] text-accent" />
        <span className="sr-only">{t('review.steps.captured')}</span>
        {sentence}
      </span>
    );
  }
  if (!onGo) return sentence;
  return (
    <button
      type="button"
      onClick={onGo}
      // A button is a box: by its last line, the step's number would stand beside the second.
      className="text-left align-top underline decoration-edge/70 decoration-dotted underline-offset-4 hover:text-accent"
    >
      {sentence}
    </button>
  );
}

interface DueProps extends Pick<WhatToDoProps, 'postedAt' | 'firstSeen'> {
  deadline: Deadline;
}

/** Until when, and from when it counts: whoever reads 「逾 2 天」 wants to know since when. */
function Due({ deadline, postedAt, firstSeen }: DueProps) {
  const { t, language } = useWords();
  const now = useNow();
  const seen = firstSeen !== null && Date.parse(deadline.from) === Date.parse(firstSeen);
  // Known to the day only: a minute would be made up.
  const dayOnly = !seen && postedAt.precision === 'day';
  const told = (iso: string): string => (dayOnly ? formatDay : formatTime)(iso, language);
  return (
    <li className="flex gap-1.5">
      <Hourglass aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
      <span>
        {deadline.what}
        <span className="block text-muted">
          {t('review.deadlines.due', { time: told(deadline.due), left: timeLeftText(t, deadline.due, now) })}
        </span>
        <span className="block text-muted text-xs">
          {t(seen ? 'review.deadlines.sinceSeen' : 'review.deadlines.since', { time: told(deadline.from) })}
        </span>
      </span>
    </li>
  );
}
