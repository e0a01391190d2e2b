export {
  approve,
  approvedTexts,
  exported as exportedSentences,
  imported as importedSentences,
  type OwnSentence,
  objections,
  restored as restoredSentences,
  without as withoutSentence,
  withSentence,
} from './approved.ts';
export { BANKS, type DraftLanguage, everySentence } from './bank/index.ts';
export { type ComposeInput, compose } from './compose.ts';
export { type GuardContext, guard } from './guard.ts';
export {
  OFFICIAL_KINDS,
  type OfficialInput,
  type OfficialKind,
  type OfficialText,
  officialTexts,
} from './official/index.ts';
export { RULE_INFO, type RuleInfo, SAFE_REPLACEMENT } from './rules.ts';
