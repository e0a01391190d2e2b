import { useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { GuardResult } from '../../lib/contract/draft.ts';
import { isApprover } from '../../lib/desk/case.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NeedsApprover, PickPerson } from '../pick-person.tsx';
import { ReasonField, type ReasonProblem, reasonProblem } from '../reason-field.tsx';
import type { DraftActions } from '../review/actions.ts';
import type { FindPersonal } from '../review/notes.tsx';
import { useRules } from './use-rules.ts';

interface OverrideProps {
  people: readonly Person[];
  onDuty: Person | null;
  personal: FindPersonal;
  onDutyPick: (person: Person) => void;
  onSetup: () => void;
  onCancel: () => void;
  /** Gets the dialog's panel, so that it can be checked to be really seen. */
  onSubmit: (reason: string, panel: Element) => void;
}

/** Letting a blocked text through: who, why, and that it is recorded. */
export function OverrideDialog(props: OverrideProps) {
  const { people, onDuty } = props;
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReasonProblem | null>(null);
  const allowed = isApprover(onDuty);
  async function submit(): Promise<void> {
    const wrong = await reasonProblem(reason, props.personal);
    setProblem(wrong);
    if (wrong === null && panel.current) props.onSubmit(reason.trim(), panel.current);
  }
  return (
    <Dialog
      title={t('review.override.title')}
      explain={t('review.override.explain')}
      onClose={props.onCancel}
      panelRef={panel}
    >
      {!allowed && (
        <NeedsApprover
          people={people}
          onDuty={onDuty}
          label={t('review.override.pick')}
          onDutyPick={props.onDutyPick}
          onSetup={props.onSetup}
        />
      )}
      {allowed && onDuty && (
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <p>
            <span className="text-muted">{t('review.override.pick')}</span>{' '}
            {t('sidebar.duty.person', { name: onDuty.name, role: t(`terms.role.${onDuty.role}`) })}
          </p>
          <ReasonField
            label={t('review.override.reason')}
            reason={reason}
            problem={problem}
            personal={props.personal}
            rows={3}
            placeholder={t('review.override.reasonPlaceholder')}
            onReason={(next) => {
              setReason(next);
              setProblem(null);
            }}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={props.onCancel}>{t('sidebar.cancel')}</Button>
            <Button look="danger" type="submit" formNoValidate>
              {t('review.override.submit')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

interface ConfirmProps {
  text: string;
  guard: GuardResult;
  ruleWords: DraftActions['ruleWords'];
  goal: 'copy' | 'insert';
  people: readonly Person[];
  onDuty: Person | null;
  onDutyPick: (person: Person) => void;
  onSetup: () => void;
  onCancel: () => void;
  onConfirm: () => void;
}

/** A text that breaks no rule outright: a named person says that these sentences were read. */
export function ConfirmDialog(props: ConfirmProps) {
  const { text, guard, goal, people, onDuty } = props;
  const { t } = useWords();
  const rules = useRules(guard, props.ruleWords);
  return (
    <Dialog title={t('review.confirm.title')} explain={t('review.confirm.explain')} onClose={props.onCancel}>
      <ul className="space-y-2">
        {guard.violations.map((violation) => (
          <li key={`${violation.rule}-${violation.start}`} className="rounded-md bg-amber-soft px-2.5 py-1.5">
            <p>「{text.slice(violation.start, violation.end).trim()}」</p>
            <p className="text-muted">{rules[violation.rule]?.why ?? violation.why}</p>
          </li>
        ))}
        {guard.unsure.map(([start, end]) => (
          <li key={start} className="rounded-md bg-amber-soft px-2.5 py-1.5">
            「{text.slice(start, end).trim()}」
          </li>
        ))}
      </ul>
      {onDuty ? (
        <p>{t('review.confirm.by', { name: onDuty.name, role: t(`terms.role.${onDuty.role}`) })}</p>
      ) : people.length > 0 ? (
        <PickPerson label={t('review.confirm.nobody')} people={people} onPick={props.onDutyPick} />
      ) : (
        <div>
          <p>{t('review.confirm.nobody')}</p>
          <Button className="mt-2" onClick={props.onSetup}>
            {t('sidebar.duty.add')}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onCancel}>{t('sidebar.cancel')}</Button>
        <Button look="primary" disabled={!onDuty} onClick={props.onConfirm}>
          {t(`review.confirm.${goal}`)}
        </Button>
      </div>
    </Dialog>
  );
}

interface IdentityProps {
  postsAs: string;
  /** The site lets the person change to the clinic's page. */
  switchable: boolean;
  onCancel: () => void;
  onGo: () => void;
}

/** The reply would be posted by a person, not by the clinic: said before it is put in. */
export function IdentityDialog({ postsAs, switchable, onCancel, onGo }: IdentityProps) {
  const { t } = useWords();
  return (
    <Dialog
      title={t('review.identity.title')}
      explain={t('review.identity.explain', { name: postsAs })}
      onClose={onCancel}
    >
      <p>{t(switchable ? 'review.identity.advice' : 'review.identity.adviceForum')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="primary" onClick={onCancel}>
          {t('sidebar.cancel')}
        </Button>
        <Button onClick={onGo}>{t('review.identity.go')}</Button>
      </div>
    </Dialog>
  );
}
