import { useId } from 'react';
import { holdsNumbers } from '../lib/desk/reason.ts';
import { useWords } from './language.tsx';
import { type FindPersonal, PersonalWarning } from './review/notes.tsx';

/** Why a reason cannot be recorded. */
export type ReasonProblem = 'needReason' | 'numbers';

/** Asked when it is submitted, not taken from the warning: that one comes a moment after the typing. */
export async function reasonProblem(reason: string, personal: FindPersonal): Promise<ReasonProblem | null> {
  const said = reason.trim();
  if (said === '') return 'needReason';
  return holdsNumbers(await personal(said).catch(() => [])) ? 'numbers' : null;
}

interface ReasonFieldProps {
  label: string;
  reason: string;
  problem: ReasonProblem | null;
  personal: FindPersonal;
  rows?: number;
  placeholder?: string;
  onReason: (reason: string) => void;
}

/** Why something is done that stays in the records for good: warned of personal data as it is typed. */
export function ReasonField({ label, reason, problem, personal, rows = 2, placeholder, onReason }: ReasonFieldProps) {
  const { t } = useWords();
  const field = useId();
  const error = useId();
  return (
    <div>
      <label htmlFor={field} className="font-semibold">
        {label}
      </label>
      <textarea
        id={field}
        rows={rows}
        maxLength={2_000}
        required
        value={reason}
        aria-invalid={problem !== null || undefined}
        aria-describedby={error}
        placeholder={placeholder}
        onChange={(event) => onReason(event.target.value)}
        className="mt-1 block w-full resize-none rounded-md border border-edge/60 bg-raised px-3 py-2"
      />
      <p id={error} role="alert" className="text-urgent">
        {problem && t(`review.reason.${problem}`)}
      </p>
      <PersonalWarning text={reason} personal={personal} advice="review.reason.personal" />
    </div>
  );
}
