export { BANKS, type DraftLanguage, everySentence } from './bank/index.ts';
export { type ComposeInput, compose } from './compose.ts';
export { type GuardContext, guard } from './guard.ts';
export { languageOf } from './language.ts';
export { RULE_INFO, type RuleInfo, SAFE_REPLACEMENT } from './rules.ts';
