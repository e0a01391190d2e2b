import type { Recheck } from '../../lib/evidence/contract.ts';
import { useWords } from '../language.tsx';

/** Still there, changed (what went and came), gone. */
export function RecheckResult({ recheck }: { recheck: Recheck }) {
  const { t } = useWords();
  return (
    <div>
      <p>
        {t('evidence.one.recheck')}
        {t('review.colon')}
        <strong>{t(`evidence.one.outcome.${recheck.outcome}`)}</strong>
      </p>
      {recheck.diff.length > 0 && (
        <section
          aria-label={t('evidence.one.diff')}
          className="mt-1 max-h-60 overflow-y-auto rounded border border-line bg-ground text-xs"
        >
          {recheck.diff.slice(0, 200).map(({ op, text }, index) => (
            <p
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished comparison keep their order
              key={index}
              className={`flex gap-2 px-2 ${op === '-' ? 'bg-urgent-soft' : 'bg-accent-soft'}`}
            >
              <span className="shrink-0 font-mono">{op === '-' ? '−' : '＋'}</span>
              {op === '-' ? <del className="min-w-0">{text}</del> : <ins className="min-w-0 no-underline">{text}</ins>}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
