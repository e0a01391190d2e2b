import { useEffect, useState } from 'react';
import type { GuardResult, Rule } from '../../lib/contract/draft.ts';
import type { DraftActions, RuleWords } from '../review/actions.ts';

export type KnownRules = Partial<Record<Rule, RuleWords>>;

/** The words of the rules that a text breaks: they come with the guard's own code, which is loaded late. */
export function useRules(guard: GuardResult, ruleWords: DraftActions['ruleWords']): KnownRules {
  const [known, setKnown] = useState<KnownRules>({});
  useEffect(() => {
    let current = true;
    const rules = [...new Set(guard.violations.map(({ rule }) => rule))];
    // Without them the rule's number and the guard's own sentence still stand.
    void Promise.all(rules.map(async (rule) => [rule, await ruleWords(rule)] as const)).then(
      (found) => current && setKnown(Object.fromEntries(found)),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [guard, ruleWords]);
  return known;
}
