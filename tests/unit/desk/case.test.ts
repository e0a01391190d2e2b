import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, emptyClinic, type Mark, type Person } from '../../../lib/contract/index.ts';
import { decide, mayOverride, mayReply, nextMarks, override, requirePerson } from '../../../lib/desk/case.ts';

const AT = '2026-03-10T04:00:00.000Z';
const desk: Person = { name: '王小美', role: 'desk' };
const other: Person = { name: '林小華', role: 'desk' };
const manager: Person = { name: '李經理', role: 'manager' };
const doctor: Person = { name: '陳醫師', role: 'doctor' };
const lawyer: Person = { name: '張律師', role: 'lawyer' };
const people = [null, desk, other, manager, doctor, lawyer];
const marked = (mark: Mark, by: Person | null): Decision => ({ id: mark, at: AT, by, what: 'marked', mark });

describe('marking', () => {
  test('an open case can be handled, ignored or given to a lawyer by anyone, and is noted', () => {
    expect(nextMarks('open')).toEqual(['handled', 'ignored', 'needs-lawyer']);
    expect(decide({ from: 'open', to: 'handled', by: desk, at: AT, reason: ' 已電話聯絡 ' })).toEqual({
      ok: true,
      value: { at: AT, by: desk, what: 'marked', mark: 'handled', reason: '已電話聯絡' },
    });
    expect(decide({ from: 'open', to: 'ignored', by: null, at: AT, reason: '  ' })).toEqual({
      ok: true,
      value: { at: AT, by: null, what: 'marked', mark: 'ignored' },
    });
  });

  test('the mark that it has already is no step', () => {
    expect(decide({ from: 'handled', to: 'handled', by: desk, at: AT })).toEqual({ ok: false, failure: 'bad-request' });
  });

  test.each([
    [null, 'needs-person'],
    [desk, 'needs-role'],
    [manager, null],
    [doctor, null],
    [lawyer, null],
  ])('a case that waits for a lawyer, released by %j: %s', (by, failure) => {
    const answer = decide({ from: 'needs-lawyer', to: 'open', by, at: AT });
    expect(answer.ok ? null : answer.failure).toBe(failure);
  });

  test('who gave it to the lawyer by mistake can take it back, nobody else at the desk can', () => {
    const history = [marked('handled', other), marked('needs-lawyer', desk)];
    expect(decide({ from: 'needs-lawyer', to: 'open', by: desk, at: AT, history }).ok).toBe(true);
    expect(decide({ from: 'needs-lawyer', to: 'open', by: other, at: AT, history }).ok).toBe(false);
    // Another took over since.
    const later = [...history, marked('open', manager), marked('needs-lawyer', manager)];
    expect(decide({ from: 'needs-lawyer', to: 'open', by: desk, at: AT, history: later }).ok).toBe(false);
  });

  test('whatever the steps, the desk never walks a lawyer’s case away from who set it', () => {
    const steps = fc.array(
      fc.record({
        to: fc.constantFrom<Mark>('open', 'handled', 'ignored', 'needs-lawyer'),
        by: fc.constantFrom(...people),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (walk) => {
        let mark: Mark = 'open';
        const history: Decision[] = [];
        let holder: Person | null = null;
        for (const { to, by } of walk) {
          const answer = decide({ from: mark, to, by, at: AT, history });
          if (!answer.ok) continue;
          expect(to).not.toBe(mark);
          if (mark === 'needs-lawyer')
            expect(by !== null && (by.role !== 'desk' || by.name === holder?.name)).toBe(true);
          if (to === 'needs-lawyer') holder = by;
          history.push({ ...answer.value, id: String(history.length) });
          mark = to;
        }
      }),
    );
  });
});

describe('who may let a text out', () => {
  test.each(people)('%j', (person) => {
    const approver = person?.role === 'manager' || person?.role === 'doctor';
    expect(mayOverride(person, 'block').ok).toBe(approver);
    expect(mayOverride(person, 'warn').ok).toBe(person !== null);
    expect(mayReply(person, [{ kind: 'insult' }, { kind: 'serious-injury' }]).ok).toBe(approver);
    expect(mayReply(person, [{ kind: 'insult' }]).ok).toBe(true);
  });

  test('an override says who and why', () => {
    expect(override(manager, 'block', ' 病人已同意 ')).toEqual({
      ok: true,
      value: { by: manager, reason: '病人已同意' },
    });
    expect(override(manager, 'block', ' \n')).toEqual({ ok: false, failure: 'needs-reason' });
    expect(override(desk, 'block', '趕時間')).toEqual({ ok: false, failure: 'needs-role' });
    expect(override(null, 'warn', '好')).toEqual({ ok: false, failure: 'needs-person' });
  });

  test('on duty is only who stands in the profile', () => {
    const clinic = { ...emptyClinic('晨星診所'), people: [desk] };
    const preferences = {} as never;
    expect(requirePerson({ clinic, preferences, onDuty: desk })).toEqual({ ok: true, value: desk });
    expect(requirePerson({ clinic, preferences, onDuty: { ...desk, role: 'doctor' } }).ok).toBe(false);
    expect(requirePerson({ clinic, preferences, onDuty: null }).ok).toBe(false);
    expect(requirePerson({ clinic: null, preferences, onDuty: desk }).ok).toBe(false);
  });
});
