import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bySentence, unknownOnly } from '../../components/draft/guard-groups.ts';
import { GuardList } from '../../components/draft/guard-list.tsx';
import { replaced } from '../../components/draft/permit.ts';
import type { GuardViolation, Rule } from '../../lib/contract/draft.ts';
import { guard } from '../../lib/drafting/guard.ts';
import { problems } from './axe.ts';
import { clinic, show } from './samples.tsx';

afterEach(cleanup);

const FIRST = '您好。';
const BAD = '您 3 月 5 日來做根管治療時情緒很不穩定，我們有病歷。';
const TEXT = `${FIRST}${BAD}謝謝您留下意見，我們都會仔細閱讀。`;

const violation = (rule: Rule, words: string, part: Partial<GuardViolation> = {}): GuardViolation => ({
  rule,
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  why: `${rule} 的理由`,
  suggestion: `${rule} 的句子。`,
  severity: 'block',
  ...part,
});

describe('violations by sentence', () => {
  it('one sentence is one group, with the suggestion that fits anywhere', () => {
    const groups = bySentence(TEXT, [
      violation('R04', '3 月 5 日'),
      violation('R06', '根管治療'),
      violation('R02', '我們有病歷'),
      violation('R01', '您 3 月 5 日來'),
      violation('R04', '5 日'),
    ]);
    expect(groups).toHaveLength(1);
    expect(TEXT.slice(groups[0]?.start, groups[0]?.end)).toBe(BAD);
    expect(groups[0]).toMatchObject({ severity: 'block', suggestion: 'R01 的句子。' });
    expect(groups[0]?.violations.map(({ rule }) => rule).sort()).toEqual(['R01', 'R02', 'R04', 'R06']);
  });

  it.each([
    [['R04', 'R06'], 'R06'],
    [['R04', 'R08'], 'R08'],
    [['R04'], 'R04'],
    [['R06', 'R02'], 'R02'],
  ] as const)('of %j takes %s', (rules, best) => {
    const [group] = bySentence(
      TEXT,
      rules.map((rule) => violation(rule, '根管治療')),
    );
    expect(group?.suggestion).toBe(`${best} 的句子。`);
  });

  it('a warning beside a block is a block, told after it; without a suggestion the sentence can only go', () => {
    const [group] = bySentence(TEXT, [
      violation('R14', '情緒', { severity: 'warn', suggestion: '' }),
      violation('R02', '病歷', { suggestion: '' }),
    ]);
    expect(group).toMatchObject({ severity: 'block', suggestion: '' });
    expect(group?.violations.map(({ rule }) => rule)).toEqual(['R02', 'R14']);
  });

  it('one that runs over a stop joins both sentences', () => {
    const groups = bySentence(TEXT, [violation('R01', '您好。您'), violation('R04', '3 月')]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ start: 0, end: FIRST.length + BAD.length });
  });

  it('asks of no sentence twice', () => {
    const groups = bySentence(TEXT, [violation('R04', '3 月 5 日')]);
    expect(
      unknownOnly(
        [
          [3, 20],
          [0, 3],
        ],
        groups,
      ),
    ).toEqual([[0, 3]]);
  });
});

describe('the list', () => {
  it('shows one card and one way out, which ends all of it', async () => {
    const review = { review: '', clinic: clinic() };
    const onReplace = vi.fn();
    show(
      <GuardList
        text={TEXT}
        guard={guard(TEXT, review)}
        ruleWords={async (rule) => ({ title: `標題 ${rule}`, why: '' })}
        onReplace={onReplace}
        onSelect={() => undefined}
      />,
    );
    const list = screen.getByRole('list', { name: '檢查結果' });
    expect(within(list).getAllByRole('button', { name: /^整句改成/ })).toHaveLength(1);
    // For a receptionist a number says nothing.
    const title = await screen.findByText('標題 R01');
    expect(title.closest('li')).toHaveAttribute('title', 'R01');
    expect(screen.queryByText(/· R0/)).toBeNull();
    expect(await problems()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /^整句改成/ }));
    const [start, end, by] = onReplace.mock.lastCall as [number, number, string];
    expect(guard(replaced(TEXT, start, end, by), review).verdict).toBe('safe');
    await userEvent.click(screen.getByRole('button', { name: '刪掉這一句' }));
    expect(replaced(TEXT, ...(onReplace.mock.lastCall as [number, number, string]))).toBe(TEXT.replace(BAD, ''));
  });
});
