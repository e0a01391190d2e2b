import { ASPECTS, type Aspect } from '../../contract/triage.ts';
import type { Bank } from './shape.ts';

const SAID: Record<Aspect, string> = {
  attitude: '対応',
  medical: '医療の質',
  environment: '環境',
  price: '費用',
  booking_wait: '待ち時間',
  information: '情報',
  other: 'サービス',
};
const sorry = (it: string): string[] => [
  `${it}への残念なお気持ち、お察しします`,
  `${it}について申し訳なく思います`,
  `${it}へのご不満、申し訳ありません`,
  `${it}の件、残念に思い見直します`,
];
const glad = (it: string): string[] => [`${it}へのお言葉に感謝します`, `${it}のご感想、励みになります`];
const fair = (it: string): string[] => [
  `励ましに感謝し、${it}は申し訳なく思います`,
  `お言葉に感謝、${it}はお詫びします`,
];
const each = (lines: (it: string) => string[]): Record<Aspect, string[]> =>
  Object.fromEntries(ASPECTS.map((aspect) => [aspect, lines(SAID[aspect])])) as Record<Aspect, string[]>;

/** One push line each: at most 27 full-width characters with its ending. */
export const JA_PUSH: Bank['push'] = {
  topic: each(sorry),
  praise: {
    any: [
      '温かいお言葉に感謝します',
      '励ましに感謝します',
      'うれしいお言葉です',
      'スタッフに伝えます',
      '励みになります',
    ],
    topic: each(glad),
  },
  mixed: each(fair),
  neutral: ['コメントに感謝します', 'お声を承りました', 'ご質問は受付へどうぞ', '拝読しました', 'ご関心に感謝します'],
  act: [
    '',
    '、感謝します',
    '、お電話ください',
    '、ご連絡ください',
    '、努めます',
    '、お話を伺います',
    '、お聞かせください',
  ],
};
