import { describe, expect, test } from 'vitest';
import type { Person } from '../../../lib/contract/index.ts';
import { mayDelete, mayDeleteCapture } from '../../../lib/desk/deletion.ts';
import type { AtDesk } from '../../../lib/desk/naming.ts';

const desk: Person = { name: '王小美', role: 'desk' };
const other: Person = { name: '林小華', role: 'desk' };
const manager: Person = { name: '李經理', role: 'manager' };
const doctor: Person = { name: '陳醫師', role: 'doctor' };
const lawyer: Person = { name: '張律師', role: 'lawyer' };
const here = (onDuty: Person | null, people = [desk, other, manager, doctor, lawyer]): AtDesk => ({ people, onDuty });

describe('deleting what the clinic may need later', () => {
  test.each([
    [manager, 'ok'],
    [doctor, 'ok'],
    [desk, 'needs-role'],
    [lawyer, 'needs-role'],
    [null, 'needs-person'],
  ])('%j: %s', (onDuty, answer) => {
    const may = mayDelete(here(onDuty));
    expect(may.ok ? 'ok' : may.failure).toBe(answer);
  });

  test('where the clinic has named no manager and no doctor, whoever sits there may', () => {
    expect(mayDelete(here(desk, [desk, lawyer])).ok).toBe(true);
    expect(mayDelete(here(null, [])).ok).toBe(true);
  });
});

describe('deleting a capture', () => {
  // 23:30 in Taipei.
  const taken = { by: desk, at: '2026-03-10T15:30:00.000Z' };
  const now = '2026-03-10T15:50:00.000Z';
  const may = (onDuty: Person | null, of: typeof taken | null, wrong: boolean, at = now): boolean =>
    mayDeleteCapture(here(onDuty), of, { wrong, now: at }).ok;

  test('one’s own wrong one, the same day in Taipei', () => {
    expect(may(desk, taken, true)).toBe(true);
    expect(may(desk, taken, true, '2026-03-10T16:00:00.000Z')).toBe(false);
  });

  test('not another’s, not a right one, not one of nobody, and not one of which nothing is known', () => {
    expect(may(other, taken, true)).toBe(false);
    expect(may(desk, taken, false)).toBe(false);
    expect(mayDeleteCapture(here(null), { ...taken, by: null }, { wrong: true, now }).ok).toBe(false);
    expect(may(desk, null, true)).toBe(false);
  });

  test('manager and doctor any', () => {
    for (const person of [manager, doctor]) expect(may(person, taken, false, '2027-03-10T16:00:00.000Z')).toBe(true);
  });
});
