import {
  type Decision,
  type FindingKind,
  fail,
  type Mark,
  ok,
  type Person,
  type Result,
  type Role,
  type SettingsView,
} from '../contract/index.ts';

/**
 * The life of a review's case:
 *
 *     open ──► handled ──► open …        a wrong click, or the author wrote again
 *       ├────► ignored ──► open …
 *       └────► needs-lawyer ──► open, handled, ignored     released by manager, doctor or lawyer
 *
 * Any mark can be taken to any other; what is guarded is leaving `needs-lawyer`, because such a case is held
 * (never purged, nothing answered) until somebody who may decide says otherwise.
 */
const MARKS: readonly Mark[] = ['open', 'handled', 'ignored', 'needs-lawyer'];

/** Where a case can go from here. */
export const nextMarks = (mark: Mark): Mark[] => MARKS.filter((next) => next !== mark);

/** Who may release a case that waits for a lawyer. */
const RELEASERS: ReadonlySet<Role> = new Set<Role>(['manager', 'doctor', 'lawyer']);

/** Who may override a block or approve what needs approval (CONTRACTS.md, Clinic profile). */
const APPROVERS: ReadonlySet<Role> = new Set<Role>(['manager', 'doctor']);

export interface Step {
  from: Mark;
  to: Mark;
  /** Who is on duty; null when nobody was chosen. */
  by: Person | null;
  /** ISO. */
  at: string;
  reason?: string | undefined;
  /** What was decided before, so that a person can take back their own mark. */
  history?: readonly Decision[] | undefined;
}

/** The entry of a step that is allowed; `needs-role` (or `needs-person`) where it is not, `bad-request` for none. */
export function decide({ from, to, by, at, reason, history = [] }: Step): Result<Omit<Decision, 'id'>> {
  if (!nextMarks(from).includes(to)) return fail('bad-request');
  if (from === 'needs-lawyer' && !mayRelease(by, history)) return fail(by === null ? 'needs-person' : 'needs-role');
  const said = reason?.trim();
  return ok({ at, by, what: 'marked', mark: to, ...(said ? { reason: said } : {}) });
}

function mayRelease(by: Person | null, history: readonly Decision[]): boolean {
  if (by === null) return false;
  if (RELEASERS.has(by.role)) return true;
  const held = history.findLast((entry) => entry.what === 'marked');
  return held?.mark === 'needs-lawyer' && samePerson(held.by, by);
}

export const samePerson = (a: Person | null, b: Person | null): boolean =>
  a !== null && b !== null && a.name === b.name && a.role === b.role;

/** Whether this person may override a block, approve, and delete what is kept. */
export const isApprover = (person: Person | null): boolean => person !== null && APPROVERS.has(person.role);

/** A warning is confirmed by any named person, a block is overridden by manager or doctor only. */
export function mayOverride(person: Person | null, severity: 'warn' | 'block'): Result<Person> {
  if (person === null) return fail('needs-person');
  return severity === 'warn' || isApprover(person) ? ok(person) : fail('needs-role');
}

/** Whether this person may let out a reply to a review with these findings: one of a serious injury needs approval. */
export function mayReply(person: Person | null, findings: readonly { kind: FindingKind }[]): Result<Person | null> {
  return findings.some(({ kind }) => kind === 'serious-injury') ? mayOverride(person, 'block') : ok(person);
}

/** An override needs a block's approver and words: an empty reason is none. */
export function override(
  person: Person | null,
  severity: 'warn' | 'block',
  reason: string,
): Result<{ by: Person; reason: string }> {
  const allowed = mayOverride(person, severity);
  if (!allowed.ok) return allowed;
  const said = reason.trim();
  return said === '' ? fail('needs-reason') : ok({ by: allowed.value, reason: said });
}

/** 值班: who sits here, if still one of the clinic's people. */
export function requirePerson({ clinic, onDuty }: SettingsView): Result<Person> {
  const person = clinic?.people.find((one) => samePerson(one, onDuty));
  return person === undefined ? fail('needs-person') : ok(person);
}
