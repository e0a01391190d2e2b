/** Words in a tree by character, so that reading a clause costs its length times the longest word. */
interface Branch {
  ends: boolean;
  next: Map<string, Branch>;
}

const grow = (): Branch => ({ ends: false, next: new Map() });

export function tree(words: Iterable<string>): Branch {
  const root = grow();
  for (const word of words) {
    let at = root;
    for (const char of word) {
      let next = at.next.get(char);
      if (next === undefined) {
        next = grow();
        at.next.set(char, next);
      }
      at = next;
    }
    at.ends = true;
  }
  return root;
}

/** Contact and name marks, numbers, times and prices: they say nothing of themselves. */
const FREE = /[\ue000-\ue002]+|[0-9]+(?:[:.,/-][0-9]+)*|[()「」『』、"'@#%:~…◎◇●○◆★☆▲■□※→\-_/.\s!?。]+/y;

/**
 * Whether the words cover the clause from end to end. Where they do not, how far they reached (for tests and tuning).
 * Linear: each position is entered once.
 */
export function covered(clause: string, words: Branch): { all: boolean; reached: number } {
  const reachable = new Uint8Array(clause.length + 1);
  reachable[0] = 1;
  let reached = 0;
  for (let i = 0; i < clause.length; i += 1) {
    if (!reachable[i]) continue;
    reached = i;
    FREE.lastIndex = i;
    const free = FREE.exec(clause);
    if (free) reachable[i + free[0].length] = 1;
    let at: Branch | undefined = words;
    for (let j = i; j < clause.length && at; j += 1) {
      at = at.next.get(clause.charAt(j));
      if (at?.ends) reachable[j + 1] = 1;
    }
  }
  const all = reachable[clause.length] === 1;
  return { all, reached: all ? clause.length : reached };
}
