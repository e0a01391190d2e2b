import { BANKS } from '../bank/index.ts';
import { OFFICIAL } from '../bank/official.ts';
import { compose } from '../compose.ts';
import { guard } from '../guard.ts';
import { type NoReply, quietFor } from '../no-reply.ts';
import { occasionOf } from '../occasion.ts';
import { hash, stream } from '../random.ts';
import { filled, staysApproved, valuesOf, waysOf } from '../slots.ts';
import { type OfficialInput, type OfficialText, words } from './shape.ts';

const someOf = (random: () => number) => (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';

/** The name the guard would not stumble over, else 「本診所」. */
function nameFor(input: OfficialInput): string {
  const { name } = valuesOf(input.clinic);
  const plain = input.language === 'en' ? 'our clinic' : '本診所';
  const probe = filled(OFFICIAL[input.language].message.open[0] ?? '', { name });
  return name !== '' && staysApproved(probe, input.clinic) ? name : plain;
}

/** With 「本診所」 in the place of a name the sentence is still one of ours: the guard is asked for the whole. */
const safe = (text: string, input: OfficialInput): boolean =>
  guard(text, { review: input.review.text, clinic: input.clinic }).verdict === 'safe';

const joined = ({ reason, next }: NoReply, language: OfficialInput['screen']): string =>
  reason + (language === 'en' ? ' ' : '') + next;

/** Why there is nothing to state in public: nobody said anything against the clinic. */
const NO_STATEMENT = {
  praise: {
    zh: '這一則是稱讚，不需要聲明；公開致謝就好。',
    en: 'This is praise and needs no statement; a word of thanks will do.',
  },
  elsewhere: {
    zh: '這一則讀起來不是在說本診所，不需要聲明。',
    en: 'This does not seem to be about the clinic and needs no statement.',
  },
};
const NO_MESSAGE = {
  praise: {
    zh: '這一則是稱讚，不需要私訊；公開致謝就好。',
    en: 'This is praise and needs no private message; a public word of thanks will do.',
  },
  elsewhere: {
    zh: '這一則讀起來不是在說本診所，沒有要私下談的事。要提醒對方，公開回覆就好；也可以向平台檢舉。',
    en: 'This does not seem to be about the clinic, so there is nothing to talk about in private. A public reply can point it out; it may also be reported.',
  },
};

/** Who says nothing against the clinic needs neither statement nor message; null: somebody does. */
function needlessFor({ triage, review, clinic }: OfficialInput): 'praise' | 'elsewhere' | null {
  const occasion = occasionOf(triage, review.text, { stars: review.rating, clinic });
  if (occasion.kind.endsWith('praise')) return 'praise';
  const isFake = triage.risks.some(({ kind }) => kind === 'fake-engagement');
  return occasion.elsewhere && !isFake ? 'elsewhere' : null;
}

/** 澄清聲明: for the clinic's own pages. General terms only; nothing of the post is said back. */
export function statement(input: OfficialInput): OfficialText {
  const tell = words(input.screen);
  const lawyer =
    input.triage.accusation !== 'none' ||
    input.triage.threat !== 'none' ||
    input.triage.risks.some(({ severity }) => severity === 'high');
  const base = {
    kind: 'statement' as const,
    id: 'statement',
    title: tell({ zh: '澄清聲明', en: 'Public statement' }),
    lawyer,
  };
  const quiet = quietFor(input.triage, input.review.text, { ...input, language: input.screen });
  if (quiet && !quiet.wait) {
    return {
      ...base,
      lawyer: true,
      text: null,
      why: joined(quiet, input.screen),
      check: [],
    };
  }
  const occasion = occasionOf(input.triage, input.review.text, { stars: input.review.rating, clinic: input.clinic });
  const needless = needlessFor(input);
  if (needless) return { ...base, lawyer: false, text: null, why: tell(NO_STATEMENT[needless]), check: [] };
  const random = stream(input.seed ^ hash(`statement ${input.review.id}`));
  const pick = someOf(random);
  const { title, open, about, respect, close } = OFFICIAL[input.language].statement;
  const bank = BANKS[input.language];
  const values = { ...valuesOf(input.clinic), name: nameFor(input) };
  const topic = occasion.topic.name[input.language];
  const ways = waysOf(values).map((way) => filled(pick(bank.channel[way]), values));
  const channel = ways.find((text) => staysApproved(text, input.clinic)) ?? pick(bank.channel.none);
  const lines = [
    filled(title, values),
    filled(pick(open), values),
    occasion.main === 'other' ? pick(bank.aspects.other.policy) : pick(about).replace('{topic}', () => topic),
    ...(occasion.main === 'other' ? [] : [pick(bank.aspects[occasion.main].policy)]),
    ...(occasion.animal ? [] : [pick(bank.privacy)]),
    pick(respect),
    channel,
    pick(close),
  ];
  const text = lines.join('\n\n');
  return {
    ...base,
    text: safe(text, input)
      ? text
      : lines
          .slice(1)
          .filter((line) => safe(line, input))
          .join('\n\n'),
    why: null,
    check: [
      ...(quiet ? [joined(quiet, input.screen)] : []),
      tell({
        zh: '若要補上事實，只寫診所已查證、可公開的一般事實（如門診時間、收費公告），不寫個案、不寫查證過程。',
        en: 'If you add facts, only general ones that the clinic has verified and may publish; nothing of a case, nothing of how it was checked.',
      }),
      tell({
        zh: '由一位發言人發布在診所自己的官網或粉專，其他人不另外回應。',
        en: 'One spokesperson posts it on the clinic’s own pages; nobody else replies.',
      }),
      tell({ zh: '不截圖、不轉貼對方的文字或帳號。', en: "Do not show the writer's words or account." }),
      ...(lawyer
        ? [
            tell({
              zh: '內容涉及法律風險，發布前請律師看過。',
              en: 'Legal risk is involved: let a lawyer read it before it is published.',
            }),
          ]
        : []),
    ],
  };
}

/** To the writer, through the site's own private messages: invites, asks for nothing, offers nothing. */
export function message(input: OfficialInput): OfficialText {
  const tell = words(input.screen);
  const base = {
    kind: 'message' as const,
    id: 'message',
    title: tell({ zh: '給作者的私訊', en: 'Private message to the writer' }),
    lawyer: false,
  };
  const { triage, review, clinic } = input;
  const draft = compose({
    triage,
    text: review.text,
    stars: review.rating,
    site: null,
    clinic,
    tone: 'warm',
    seed: input.seed,
    language: input.language,
    screen: input.screen,
    doctorReviewed: input.doctorReviewed,
  });
  const legal =
    triage.threat !== 'none' || triage.risks.some(({ kind }) => kind === 'serious-injury' || kind === 'demand');
  // What has to be seen to before a public answer has to be before a private one.
  const quiet = draft.noReply ?? draft.wait;
  if (quiet || legal) {
    const why = quiet
      ? joined(quiet, input.screen)
      : tell({
          zh: '內容涉及威脅、索求或重大傷害，私下聯絡可能被當成施壓或承諾。請先由主管與律師決定。',
          en: 'A threat, a demand or serious injury is involved: a private approach may be taken for pressure or a promise. Let the manager and a lawyer decide.',
        });
    return { ...base, lawyer: true, text: null, why, check: [] };
  }
  const needless = needlessFor(input);
  if (needless) return { ...base, text: null, why: tell(NO_MESSAGE[needless]), check: [] };
  const pick = someOf(stream(input.seed ^ hash(`message ${review.id}`)));
  const { open, close } = OFFICIAL[input.language].message;
  const values = { name: nameFor(input) };
  const middle = draft.sentences.slice(1).map(({ text }) => text);
  const gap = input.language === 'en' ? ' ' : '';
  const parts = [filled(pick(open), values), ...middle, pick(close)].filter((part) => safe(part, input));
  return {
    ...base,
    text: parts.join(gap),
    why: null,
    check: [
      tell({
        zh: '只用診所的官方帳號，只傳一次；對方沒有回應就不再追。',
        en: "Only from the clinic's official account, and only once; no answer means no.",
      }),
      tell({
        zh: '不要求刪文，不提退費或任何好處，不談病情。',
        en: 'Do not ask for removal, offer anything, or speak of health.',
      }),
      tell({ zh: '對方回覆後，請改用電話或當面，由專人處理。', en: 'Once they answer, go on by phone or in person.' }),
    ],
  };
}
