import type { DraftSentence, Purpose } from '../contract/draft.ts';
import type { Aspect } from '../contract/triage.ts';
import { type Manner, STARS } from './bank/index.ts';
import { pairTopic, shortTopic } from './bank/topics.ts';
import { greeted, statement } from './opening.ts';
import { type Materials, mannered, pick, said, suiting, voiceOf } from './picking.ts';
import { general, hasStep } from './steps.ts';
import { channel, enquiry, openingHours } from './ways.ts';

const topical = (texts: readonly string[], topic: string): string[] =>
  texts.map((text) => text.replace('{topic}', () => topic));
const about = ({ warm, formal }: Manner, topic: string): Manner => ({
  warm: topical(warm, topic),
  formal: topical(formal, topic),
});
const both = (texts: readonly string[], good: string, bad: string): string[] =>
  texts.map((text) => text.replace('{good}', () => good).replace('{bad}', () => bad));

const INVITING = /歡迎|feel free|welcome|お気軽|歓迎/;

/** Thanks for stars without the ones that bow to a reproach. */
const glad = ({ warm, formal }: Manner): Manner => {
  const kind = (text: string): boolean => !/指教|參考|十分重視|感受|ご意見|seriously|with care/.test(text);
  return { warm: warm.filter(kind), formal: formal.filter(kind) };
};

/** At most five sentences for the occasion. */
export function sentencesFor(materials: Materials): DraftSentence[] {
  const { bank, language, occasion, tone, site, random, short } = materials;
  const { main, second, third, praised, health, topic } = occasion;
  const brief = tone === 'brief';
  const name = topic.name[language];
  const narrow = topic.when !== undefined;
  /** Remembers what stands already, so that the next sentence does not say it again. */
  const keep = (text: string): string => {
    materials.said += text;
    return text;
  };
  const one = (manner: Manner): string => keep(pick(materials, mannered(materials, manner)));
  const any = (from: readonly string[]): string => keep(pick(materials, suiting(materials, from)));
  const open = (text: string): DraftSentence => ({ purpose: 'thanks', text: greeted(materials, text) });

  /** Thanks that name the topic or not; what the thanks have named the next sentence need not. */
  let named = false;
  const thanks = (plain: Manner, withTopic: Manner, share: number, what = name): DraftSentence => {
    if (site === 'ptt' && occasion.kind !== 'praise') return { purpose: 'thanks', text: statement(materials) };
    named = main !== 'other' && random() < share;
    return said(materials, 'thanks', null, () => open(one(named ? about(withTopic, what) : plain)).text);
  };
  const empathy = (): DraftSentence =>
    said(materials, 'empathy', main, () => {
      // The aspect's own lines speak of waiting, which is not what they are about here.
      if (occasion.reaching && !named && random() < 0.7) {
        named = true;
        return one(about(bank.empathyTopic, name));
      }
      if (occasion.reaching) return one(bank.reaching.empathy);
      const byTopic = !named && main !== 'other' && random() < (narrow ? 0.8 : 0.4);
      if (byTopic) named = true;
      return byTopic ? one(about(bank.empathyTopic, name)) : one(bank.aspects[main].empathy);
    });
  /** Both what is praised and what is complained of. */
  const balance = (texts: readonly string[], liked: Aspect): DraftSentence => ({
    purpose: 'empathy',
    text: any(both(texts, shortTopic(liked, language, true), shortTopic(main, language))),
  });
  const improvement = (aspect: Aspect): DraftSentence =>
    said(materials, 'improvement', aspect, () => {
      if (aspect !== main && aspect !== 'other' && (third !== null || random() < 0.5)) {
        const what = third === null ? shortTopic(aspect, language) : pairTopic(aspect, third, language);
        return any(topical(bank.improvementTopic, what));
      }
      const byTopic = aspect === main && !named && narrow && random() < 0.7;
      if (byTopic) return any(topical(bank.improvementTopic, name));
      if (aspect === main && occasion.reaching) return any(bank.reaching.improvement);
      if (aspect === main && occasion.explaining) return any([...bank.aspects[aspect].improvement, ...bank.explaining]);
      return any(bank.aspects[aspect].improvement);
    });
  const way = (): DraftSentence => said(materials, 'channel', null, () => channel(materials));
  const privacy = (): DraftSentence => said(materials, 'privacy', null, () => any(bank.privacy));
  const end = (manner: Manner): DraftSentence => said(materials, 'closing', null, () => one(manner));
  const plain = (purpose: Purpose, from: readonly string[]): DraftSentence => ({ purpose, text: any(from) });
  const stars = (): DraftSentence => {
    const value = occasion.stars;
    if (value === null || random() < 0.3) return open(one(glad(bank.thanksWordless)));
    return open(one(bank.thanksStars).replace('{stars}', STARS[language][value]));
  };

  switch (occasion.kind) {
    case 'praise': {
      if (occasion.death) {
        const { solemn } = bank;
        const subdued = [open(any(solemn.thanks)), plain('improvement', solemn.body)];
        return brief ? subdued : [...subdued, plain('closing', solemn.closing)];
      }
      const what = second && second !== 'other' ? pairTopic(main, second, language, true) : name;
      const first = thanks(bank.thanksPraise, bank.thanksPraiseTopic, second ? 0.7 : 0.5, what);
      const byTopic = main !== 'other' && !named && (narrow || random() < 0.6);
      const praise = byTopic ? any(topical(bank.praiseTopic, what)) : any(bank.aspects[named ? 'other' : main].praise);
      const body: DraftSentence[] = [first, { purpose: 'improvement', text: praise }];
      if (brief) return (named || main === 'other') && random() < 0.5 ? [first, end(bank.closingPraise)] : body;
      return [...body, end(bank.closingPraise)];
    }
    case 'wordless-praise':
      return brief || occasion.words
        ? [stars(), end(bank.closingPraise)]
        : [stars(), plain('improvement', bank.aspects.other.praise), end(bank.closingPraise)];
    case 'wordless-low': {
      const start = [open(one(bank.thanksWordless)), plain('empathy', bank.wordless), way()];
      return brief ? start : [...start, end(bank.closing)];
    }
    case 'grave':
      return [
        open(any(bank.graveThanks)),
        plain('empathy', bank.grave),
        ...(occasion.animal ? [] : [privacy()]),
        way(),
      ];
    case 'legal':
      return [
        open(any(bank.received)),
        plain('empathy', occasion.rumour ? bank.careful : occasion.accused ? bank.claimed : bank.legal),
        ...(health && !brief ? [privacy()] : []),
        way(),
      ];
    case 'mixed': {
      const first = occasion.soft
        ? thanks(bank.thanksNeutral, bank.thanksTopic, 0)
        : thanks(bank.thanks, bank.thanksTopic, 0);
      const middle =
        praised === null
          ? plain('thanks', bank.mixed)
          : balance(occasion.soft ? bank.mixedSoft : bank.mixedTopic, praised);
      const sorry = praised === null ? [empathy()] : [];
      if (brief) return [first, middle, ...(sorry.length > 0 ? sorry : [improvement(main)])];
      return [
        first,
        middle,
        ...sorry,
        health ? privacy() : general(materials, main),
        ...(praised === null ? [] : [improvement(main)]),
        way(),
      ];
    }
    case 'neutral':
      // Neither thanks for gossip nor an invitation to more of it.
      if (occasion.personal) return [open(any(bank.received))];
      return [
        open(one(bank.thanksNeutral)),
        plain(
          'policy',
          occasion.elsewhere || occasion.contrary ? bank.neutral.filter((text) => !INVITING.test(text)) : bank.neutral,
        ),
      ];
    case 'question': {
      const hours = occasion.askingHours ? openingHours(materials) : null;
      const answer: DraftSentence =
        hours === null
          ? plain('policy', occasion.askingHealth ? bank.questionHealth : bank.question)
          : { purpose: 'policy', text: keep(hours) };
      const where = brief ? null : enquiry(materials);
      const start = [open(one(bank.thanksNeutral)), answer];
      return where === null ? start : [...start, { purpose: 'channel', text: where }];
    }
    case 'negative': {
      const withStep = hasStep(materials, main);
      // Where no sentence is left for the second topic, the thanks name both.
      const crowded = health && (brief || withStep) && second !== null && second !== 'other';
      // What was praised is not passed over in silence.
      const kind = praised !== null && praised !== 'other' && main !== 'other' && random() < 0.5 ? praised : null;
      const sorry = (): DraftSentence => (kind === null ? empathy() : balance(bank.mixedTopic, kind));
      const openings = bank.brief[voiceOf(materials)];
      const middle = (): DraftSentence[] => {
        if (occasion.charts) return [...(health ? [privacy()] : []), general(materials, main)];
        return [health ? privacy() : improvement(second ?? main)];
      };
      if (brief && openings.length > 0 && site !== 'ptt') {
        const pair = (): string => one(about(bank.empathyTopic, pairTopic(main, second ?? main, language)));
        const first: DraftSentence = crowded ? { purpose: 'empathy', text: pair() } : sorry();
        // A sentence of the clinic's own stands as it was approved.
        const own = materials.own.some(({ text }) => text === first.text);
        const start = own ? first : { ...first, text: pick(materials, openings) + first.text };
        return [start, ...middle(), way()];
      }
      const start = crowded
        ? [thanks(bank.thanks, bank.thanksTopic, 0.8, pairTopic(main, second, language)), sorry()]
        : [thanks(bank.thanks, bank.thanksTopic, kind === null ? 0.35 : 0), sorry()];
      if (brief) return [...start, ...middle(), way()];
      const last = short && main === 'other' ? [] : [improvement(second ?? main)];
      if (health) {
        const fourth = occasion.charts || withStep ? [general(materials, main)] : last;
        return [...start, privacy(), ...fourth, way()];
      }
      return [...start, ...(short && !withStep ? [] : [general(materials, main)]), ...last, way()];
    }
  }
}
