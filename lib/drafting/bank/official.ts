import type { DraftLanguage } from './index.ts';

/** Sentences of the official texts, besides the bank's: for the public and for the writer. All pass the guard. */
export interface OfficialBank {
  statement: { title: string; open: string[]; about: string[]; respect: string[]; close: string[] };
  message: { open: string[]; close: string[] };
}

const ZH: OfficialBank = {
  statement: {
    title: '{name}聲明',
    open: [
      '針對近期網路上的相關討論，{name}說明如下。',
      '關於網路上的相關討論，{name}以一般原則說明。',
      '{name}已看到網路上的相關討論，謹說明如下。',
    ],
    about: [
      '關於{topic}，我們一向重視，也會持續檢視。',
      '討論中提到的{topic}，我們審慎看待，並會持續檢討改善。',
      '我們重視大家對{topic}的意見，並會持續檢視現行的做法。',
    ],
    respect: [
      '我們尊重每個人表達意見的權利，也歡迎以正式的管道反映。',
      '對於不同的意見，我們尊重，也願意傾聽。',
      '我們尊重各種意見，也請大家一起維護理性討論的空間。',
    ],
    close: ['感謝大家的關心。', '感謝各界的關心與指教。', '謹此說明，感謝大家。'],
  },
  message: {
    open: [
      '您好，這裡是{name}，冒昧私訊，謝謝您的留言。',
      '您好，我們是{name}，看到您的留言，想私下向您致意。',
      '您好，這裡是{name}，謝謝您願意留言，希望能私下聽您說。',
    ],
    close: [
      '這則訊息不需要立刻回覆，您方便時再與我們聯絡即可。',
      '若您不想聯絡也沒有關係，我們尊重您的決定。',
      '是否聯絡由您決定，我們都尊重。',
    ],
  },
};

const EN: OfficialBank = {
  statement: {
    title: 'Statement of {name}',
    open: [
      'Concerning the recent discussion online, {name} states the following.',
      '{name} has read the discussion online and replies in general terms.',
      'On the recent discussion online, here is the position of {name}.',
    ],
    about: [
      'We take {topic} seriously and keep reviewing how we do things.',
      'What is said about {topic} matters to us, and we will keep reviewing it.',
      'We value every view on {topic} and keep reviewing our practice.',
    ],
    respect: [
      "We respect everyone's right to share their views.",
      'We respect different views and are willing to listen.',
      'We respect every view and hope for a fair discussion.',
    ],
    close: ['Thank you for your concern.', 'We thank everyone for their comments.', 'Thank you all for your patience.'],
  },
  message: {
    open: [
      'Hello, this is {name}, and thank you for your comment.',
      'Hello, this is {name}; we have read your comment and would like to listen in private.',
      'Hello from {name}, and thank you for taking the time to comment.',
    ],
    close: [
      'There is no need to reply at once; please contact us whenever it suits you.',
      'If you would rather not contact us, we respect that.',
      'Whether to contact us is entirely up to you.',
    ],
  },
};

export const OFFICIAL: Record<'zh-TW' | 'en', OfficialBank> = { 'zh-TW': ZH, en: EN };

/** For the allow-list: whole sentences, and those with {topic}. */
export function everyOfficial(language: DraftLanguage): { plain: string[]; topical: string[] } {
  if (language === 'ja') return { plain: [], topical: [] };
  const { statement, message } = OFFICIAL[language];
  const { title, open, about, respect, close } = statement;
  return { plain: [title, ...open, ...respect, ...close, ...message.open, ...message.close], topical: about };
}
