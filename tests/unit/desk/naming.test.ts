import { describe, expect, test } from 'vitest';
import { type Person, RULES, type Rule } from '../../../lib/contract/index.ts';
import { type AtDesk, mayConfirm, namedAt } from '../../../lib/desk/naming.ts';

const desk: Person = { name: '王小美', role: 'desk' };
const manager: Person = { name: '李經理', role: 'manager' };
const doctor: Person = { name: '陳醫師', role: 'doctor' };
const lawyer: Person = { name: '張律師', role: 'lawyer' };
const here = (onDuty: Person | null, people = [desk, manager, doctor, lawyer]): AtDesk => ({ people, onDuty });

describe('who may confirm a warning', () => {
  const answer = (at: AtDesk, rules: readonly Rule[]): string => {
    const may = mayConfirm(at, rules);
    return may.ok ? may.value.name : may.failure;
  };

  test.each(['R11', 'R13', 'R14'] as const)('%s binds the clinic: manager or doctor', (rule) => {
    for (const rules of [[rule], ['R19', rule] as const]) {
      expect(answer(here(desk), rules)).toBe('needs-role');
      expect(answer(here(lawyer), rules)).toBe('needs-role');
      expect(answer(here(null), rules)).toBe('needs-person');
      expect(answer(here(manager), rules)).toBe(manager.name);
      expect(answer(here(doctor), rules)).toBe(doctor.name);
      // A clinic that has named neither cannot be asked for one.
      expect(answer(here(desk, [desk, lawyer]), rules)).toBe(desk.name);
      expect(answer(here(null, [desk, lawyer]), rules)).toBe('needs-person');
    }
  });

  test('all else, and what the judge is unsure of: anybody who is named', () => {
    const rest = RULES.filter((rule) => !['R11', 'R13', 'R14'].includes(rule));
    for (const rules of [[], ...rest.map((rule) => [rule])]) {
      expect(answer(here(desk), rules)).toBe(desk.name);
      expect(answer(here(null), rules)).toBe('needs-person');
    }
  });
});

describe('under whose name', () => {
  test('who is on duty, or who was picked with who is on duty beside it', () => {
    expect(namedAt(here(desk))).toEqual({ ok: true, value: { by: desk } });
    expect(namedAt(here(null))).toEqual({ ok: true, value: { by: null } });
    expect(namedAt(here(desk), manager)).toEqual({ ok: true, value: { by: manager, duty: desk } });
    expect(namedAt(here(null), doctor)).toEqual({ ok: true, value: { by: doctor, duty: null } });
    expect(namedAt(here(manager), { ...manager })).toEqual({ ok: true, value: { by: manager } });
  });

  test('only managers and doctors of the clinic can be picked', () => {
    expect(namedAt(here(desk), lawyer)).toMatchObject({ failure: 'needs-role' });
    expect(namedAt(here(null), desk)).toMatchObject({ failure: 'needs-role' });
    expect(namedAt(here(desk), { name: '路人', role: 'doctor' })).toMatchObject({ failure: 'needs-person' });
    // A name of the list with another role is not that person.
    expect(namedAt(here(desk), { ...desk, role: 'manager' })).toMatchObject({ failure: 'needs-person' });
  });
});
