import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { grouped, reasonsOf, worthShowing } from '../../components/review/groups.ts';
import { selectedSpan, trimmed } from '../../components/review/selection.ts';
import type { Finding } from '../../lib/contract/triage.ts';
import type { ReviewView } from '../../lib/contract/views.ts';
import { actions } from './actions.ts';
import { problems } from './axe.ts';
import { reviewPanel } from './panel.tsx';
import { finding, NOW, reviewView, show, triage } from './samples.tsx';

afterEach(cleanup);

const TEXT = '等了三小時，櫃檯是智障，還說陳大明住在山邊街。';
const RISKS: Finding[] = [
  finding(TEXT, '智障', { severity: 'medium' }),
  finding(TEXT, '等了三小時，櫃檯是智障', { kind: 'opinion', severity: 'low', confidence: 0.5, statutes: ['刑法311'] }),
];
const PERSONAL = [
  { type: 'PERSON' as const, start: TEXT.indexOf('陳大明'), end: TEXT.indexOf('陳大明') + 3, score: 1 },
];
const judged = triage({
  risks: RISKS,
  personal: PERSONAL,
  aspects: { booking_wait: 'neg', price: 'neg' },
  evidence: { booking_wait: [[0, 5]] },
  reasons: ['含嚴重貶損字眼', '一星評論'],
});

function panel(view: ReviewView, does = actions()) {
  return show(reviewPanel({ view, actions: does }));
}
const whole = () => screen.getByRole('region', { name: '評論全文' });
const view = (risks = RISKS) => reviewView({ review: { text: TEXT }, triage: { ...judged, risks } });

describe('the marks in the text', () => {
  it('have a pattern of their own for each weight, explained below, and personal data another', () => {
    const [insult, opinion] = RISKS as [Finding, Finding];
    panel(
      view([
        { ...insult, severity: 'high' },
        { ...opinion, kind: 'accusation', severity: 'medium' },
      ]),
    );
    const patterns = (selector: string) =>
      [...whole().querySelectorAll(selector)].map(
        (part) => /decoration-(wavy|dashed|dotted|double)/.exec(part.className)?.[1],
      );
    // Where two overlap one line stands below the other.
    expect(patterns('mark span[class*=decoration-]')).toEqual(['dashed', 'wavy', 'dashed']);
    expect(patterns(`[data-at="${PERSONAL[0]?.start}"] span[class*=decoration-]`)).toEqual(['double']);
    const legend = screen.getByRole('list', { name: '底線的意思' });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['優先看', '要留意', '個資']);
  });

  it('are copied without what is for screen readers, can be tabbed to once each, and take no focus by mouse', async () => {
    panel(view());
    expect(
      [...whole().querySelectorAll('[data-skip]')].every((spoken) => spoken.className.includes('select-none')),
    ).toBe(true);
    expect(
      within(whole())
        .getAllByRole('button')
        .map((stop) => stop.textContent),
    ).toEqual(['個人意見：看說明', '侮辱性言詞／個人意見：看說明']);
    // The browser does not select words by mouse where they can be focused or dragged.
    for (const mark of whole().querySelectorAll('mark')) expect(mark.closest('a, [tabindex]')).toBeNull();
  });

  it('lead by keyboard to the gravest card, then to the next of the same words', async () => {
    panel(view());
    const mark = within(whole()).getAllByRole('button')[1] as HTMLElement;
    mark.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/侮辱性言詞/));
    mark.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/個人意見/));
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('a finding’s card', () => {
  it('says what, which article in plain words, on which words, how sure, what speaks against it, what to do', async () => {
    panel(view());
    const card = screen.getByRole('button', { name: /^侮辱性言詞.*把握/ }).closest('li') as HTMLElement;
    expect(screen.getByRole('button', { name: /^侮辱性言詞.*把握/ })).toHaveAttribute('aria-expanded', 'true');
    for (const part of [
      '把握高（約 90%）',
      '可能涉及刑法第309條，建議由律師判斷',
      /刑法第309條：公開用貶低人的話罵人/,
      '「智障」',
      '對特定人的貶抑字眼。',
      /憲法法庭113年憲判字第3號/,
      '先存證。',
    ])
      expect(within(card).getByText(part)).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  it('points its words out in the text', async () => {
    panel(view());
    await userEvent.click(screen.getByRole('button', { name: '在全文中看「智障」' }));
    expect([...whole().querySelectorAll('[data-lit]')].map((piece) => piece.getAttribute('data-at'))).toEqual([
      String(TEXT.indexOf('智障')),
    ]);
  });

  it('does not say 「具體指控」 again of words that a narrower claim is made of', () => {
    const said = (kind: Finding['kind'], quote: string, confidence = 0.5, statutes = ['刑法310']) =>
      finding(TEXT, quote, { kind, confidence, statutes });
    const shown = (...risks: Finding[]) => worthShowing(risks).map(({ kind }) => kind);
    const dirt = said('hygiene-claim', '等了三小時，櫃檯');
    expect(shown(dirt, said('accusation', '等了三小時'))).toEqual(['hygiene-claim']);
    expect(shown(dirt, said('accusation', '陳大明'))).toEqual(['hygiene-claim', 'accusation']);
    expect(shown(dirt, said('accusation', '等了三小時', 0.7))).toEqual(['hygiene-claim', 'accusation']);
    expect(shown(said('crime-claim', '等了三小時', 0.5, []), said('accusation', '等了三小時'))).toHaveLength(2);
  });

  it('is one for places that say the same, but what staff set stands alone', () => {
    const [insult] = RISKS as [Finding];
    const same = { ...insult, start: 0, end: 2, confidence: 0.5 };
    expect(grouped([insult, same, { ...same, confidence: 1 }]).map(({ places }) => places)).toEqual([[0, 1], [2]]);
    expect(worthShowing([{ ...insult, severity: 'high' }, ...RISKS.slice(1)]).map(({ kind }) => kind)).toEqual([
      'insult',
    ]);
  });
});

describe('cards of several places', () => {
  const LONG = '庸醫，腦殘，騙子，帶人堵你。';
  const risk = (words: string, part: Partial<Finding> = {}) => finding(LONG, words, { confidence: 0.6, ...part });
  const several = [
    risk('庸醫', { why: '貶損他人。指名特定人員。' }),
    risk('騙子', { why: '貶損他人。用語較輕。', severity: 'low', confidence: 0.4 }),
    risk('腦殘', { why: '貶損他人。指名特定人員。' }),
    risk('帶人堵你', { kind: 'threat-violence', why: '提到傷害。' }),
  ];

  it('share one of a kind, and say of which words something more holds', () => {
    const groups = grouped(several);
    expect(groups.map(({ finding: { kind }, places }) => [kind, places])).toEqual([
      ['threat-violence', [3]],
      ['insult', [0, 1, 2]],
    ]);
    expect(reasonsOf({ places: [0, 1, 2] }, several)).toEqual({
      all: '貶損他人。',
      some: [
        { why: '指名特定人員。', places: [0, 2] },
        { why: '用語較輕。', places: [1] },
      ],
    });
    expect(reasonsOf({ places: [0, 2] }, several)).toEqual({ all: '貶損他人。指名特定人員。', some: [] });
    const english = ['A name. Meant for one person.', 'A name. Mild words (see §309(1)).'];
    const told = english.map((why) => risk('庸醫', { why }));
    expect(reasonsOf({ places: [0, 1] }, told)).toEqual({
      all: 'A name.',
      some: [
        { why: 'Meant for one person.', places: [0] },
        { why: 'Mild words (see §309(1)).', places: [1] },
      ],
    });
  });

  it('folded they tell how many; the gravest stands open, however far down its words', async () => {
    panel(reviewView({ review: { text: LONG }, triage: triage({ risks: several }) }));
    expect(screen.getByRole('button', { name: /^暴力威脅.*把握/ })).toHaveAttribute('aria-expanded', 'true');
    const card = screen.getByRole('button', { name: /^侮辱性言詞.*把握/ });
    expect(card).toHaveTextContent('「庸醫」等 3 處');
    await userEvent.click(card);
    expect(card.closest('li')).toHaveTextContent('「騙子」：用語較輕。');
  });
});

describe('where nothing presses', () => {
  it('praise and opinion are not called places to be careful about', () => {
    panel(view([RISKS[1] as Finding]));
    expect(screen.getByRole('region', { name: '標出的字句' })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: '需要留意的地方' })).toBeNull();
  });

  it('of stars alone nothing is said about words', () => {
    panel(reviewView({ review: { text: '' }, triage: triage({ aspects: { other: 'neg' } }) }));
    expect(screen.getByRole('region', { name: '需要留意的地方' })).toHaveTextContent('沒有文字可以判讀。');
    expect(screen.queryByText(/嚴厲的批評/)).toBeNull();
    expect(screen.queryByRole('list', { name: '談到的面向' })).toBeNull();
  });
});

describe('aspects', () => {
  it('point out the words they rest on, by pointer, by keyboard and when pressed', async () => {
    panel(view());
    const lit = () => [...whole().querySelectorAll('[data-lit]')].map((piece) => piece.getAttribute('data-at'));
    const chip = screen.getByRole('button', { name: /預約等候/ });
    await userEvent.hover(chip);
    expect(lit()).toEqual(['0']);
    await userEvent.unhover(chip);
    expect(lit()).toEqual([]);
    chip.focus();
    await waitFor(() => expect(lit()).toEqual(['0']));
    await userEvent.click(chip);
    chip.blur();
    await waitFor(() => expect(chip).toHaveAttribute('aria-pressed', 'true'));
    expect(lit()).toEqual(['0']);
    expect(screen.getByText('「預約等候」依據的字句：1 處')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /價格收費/ }));
    expect(screen.getByText(/從全文判斷/)).toBeInTheDocument();
  });
});

it('says where a deadline or a mark decides the place, beside the priority', () => {
  const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
  const said = (hours: number, mark: ReviewView['mark'] = 'open') => {
    cleanup();
    const deadlines = [{ what: '24小時內回覆', from: at(hours - 24), due: at(hours) }];
    panel(reviewView({ mark, review: { text: TEXT }, triage: { ...judged, deadlines } }));
    return screen.getByRole('region', { name: '為什麼排在這裡' });
  };
  expect(said(5)).toHaveTextContent('期限剩 5 小時。同級的先看期限，再看優先度。');
  expect(said(-50)).toHaveTextContent('期限已過（逾 2 天），所以排到前面。');
  expect(said(5, 'needs-lawyer')).toHaveTextContent('已標為「需律師確認」，排在待處理的後面。');
  expect(said(24 * 60)).toHaveTextContent('前後兩週內沒有期限，所以排在同級有期限的後面。');
});

it('says why a review stands where it stands, in order', () => {
  panel(view());
  const section = screen.getByRole('region', { name: '為什麼排在這裡' });
  expect(
    within(section)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(judged.reasons);
  expect(section).toHaveTextContent('優先度 60／100');
});

describe('a selection', () => {
  it('becomes offsets into the review, past marks and hidden characters', () => {
    const text = `零\u200b等${TEXT}`;
    panel(reviewView({ review: { text }, triage: triage({ risks: [finding(text, '智障')] }) }));
    const range = document.createRange();
    const walker = document.createTreeWalker(whole(), NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const from = texts.find((node) => node.data.startsWith('等')) as Text;
    const to = texts.find((node) => node.data.startsWith('，還說')) as Text;
    range.setStart(from, 1);
    range.setEnd(to, 3);
    const span = selectedSpan(whole(), range);
    expect(span && text.slice(...span)).toBe(text.slice(3, text.indexOf('還說') + 2));
  });

  it('loses the white space at its ends; of nothing it is none', () => {
    expect(trimmed('  好 的 ', [0, 6])).toEqual([2, 5]);
    expect(trimmed('   ', [0, 3])).toBeNull();
    panel(view());
    expect(selectedSpan(whole(), document.createRange())).toBeNull();
  });
});
