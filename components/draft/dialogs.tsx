import { useRef, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { GuardResult } from '../../lib/contract/draft.ts';
import { isApprover } from '../../lib/desk/case.ts';
import { bindsClinic, mayConfirm } from '../../lib/desk/naming.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../language.tsx';
import { NeedsApprover, NotVerified, PickPerson } from '../pick-person.tsx';
import { ReasonField, type ReasonProblem, reasonProblem } from '../reason-field.tsx';
import type { DraftActions } from '../review/actions.ts';
import type { FindPersonal } from '../review/notes.tsx';
import { bySentence, unknownOnly } from './guard-groups.ts';
import { useRules } from './use-rules.ts';

interface OverrideProps {
  people: readonly Person[];
  onDuty: Person | null;
  personal: FindPersonal;
  onSetup: () => void;
  onCancel: () => void;
  /** Gets the dialog's panel, so that it can be checked to be really seen. `by`: who was picked, if not on duty. */
  onSubmit: (reason: string, panel: Element, by: Person | null) => void;
}

/** Letting a blocked text through: who, why, and that it is recorded. */
export function OverrideDialog(props: OverrideProps) {
  const { people, onDuty } = props;
  const { t } = useWords();
  const panel = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReasonProblem | null>(null);
  const [picked, setPicked] = useState<Person | null>(null);
  const allowed = isApprover(onDuty);
  async function submit(): Promise<void> {
    const wrong = await reasonProblem(reason, props.personal);
    setProblem(wrong);
    if (wrong === null && panel.current) props.onSubmit(reason.trim(), panel.current, allowed ? null : picked);
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
          picked={picked}
          onPick={setPicked}
          onSetup={props.onSetup}
        />
      )}
      {(allowed || picked) && (
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {allowed && onDuty && (
            <p>
              <span className="text-muted">{t('review.override.pick')}</span>{' '}
              {t('sidebar.duty.person', { name: onDuty.name, role: t(`terms.role.${onDuty.role}`) })}
            </p>
          )}
          <NotVerified />
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
  /** `by`: a manager or doctor who was picked for it, and is not on duty. */
  onConfirm: (by: Person | null) => void;
}

/** A text that breaks no rule outright: somebody who may says by name that these sentences were read. */
export function ConfirmDialog(props: ConfirmProps) {
  const { text, guard, goal, people, onDuty } = props;
  const { t } = useWords();
  const rules = useRules(guard, props.ruleWords);
  const [picked, setPicked] = useState<Person | null>(null);
  const spoke = bySentence(text, guard.violations);
  const unsure = unknownOnly(guard.unsure, spoke);
  const broken = [...new Set(guard.violations.map(({ rule }) => rule))];
  const allowed = mayConfirm({ people, onDuty }, broken).ok;
  const binding = bindsClinic(broken);
  const approver = binding && people.some(isApprover);
  const named = allowed ? onDuty : approver ? picked : null;
  const explain = binding
    ? approver
      ? 'review.confirm.explainBinding'
      : 'review.confirm.explainBindingAlone'
    : broken.length > 0
      ? 'review.confirm.explainRules'
      : 'review.confirm.explain';
  return (
    <Dialog
      title={t('review.confirm.title')}
      explain={t(explain, {
        rules: broken.map((rule) => rules[rule]?.title ?? rule).join(t('review.listSeparator')),
      })}
      onClose={props.onCancel}
    >
      <ul className="space-y-2">
        {spoke.map((group) => (
          <li key={group.start} className="rounded-md bg-amber-soft px-2.5 py-1.5">
            <p>「{text.slice(group.start, group.end).trim()}」</p>
            {group.violations.map(({ rule, why }) => (
              <p key={rule} className="mt-1">
                <span className="block font-semibold">{rules[rule]?.title ?? rule}</span>
                {rules[rule]?.why ?? why}
              </p>
            ))}
          </li>
        ))}
        {unsure.map(([start, end]) => (
          <li key={start} className="rounded-md bg-amber-soft px-2.5 py-1.5">
            <p>「{text.slice(start, end).trim()}」</p>
            {broken.length > 0 && <p className="mt-1">{t('review.guard.unsureSentence')}</p>}
          </li>
        ))}
      </ul>
      {approver && !allowed && (
        <NeedsApprover
          people={people}
          onDuty={onDuty}
          label={t('review.confirm.pick')}
          picked={picked}
          onPick={setPicked}
          onSetup={props.onSetup}
        />
      )}
      {named && <p>{t('review.confirm.by', { name: named.name, role: t(`terms.role.${named.role}`) })}</p>}
      {!allowed &&
        !approver &&
        (people.length > 0 ? (
          <PickPerson label={t('review.confirm.nobody')} people={people} onPick={props.onDutyPick} />
        ) : (
          <div>
            <p>{t('review.confirm.nobody')}</p>
            <Button className="mt-2" onClick={props.onSetup}>
              {t('sidebar.duty.add')}
            </Button>
          </div>
        ))}
      {binding && <NotVerified />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={props.onCancel}>{t('sidebar.cancel')}</Button>
        <Button look="primary" disabled={!named} onClick={() => props.onConfirm(allowed ? null : named)}>
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
