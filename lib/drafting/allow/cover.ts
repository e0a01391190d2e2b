/** Words in a tree by character, so that reading a clause costs its length times the longest word. */
interface Branch {
  ends: boolean;
  next: Map<number, Branch>;
}

const grow = (): Branch => ({ ends: false, next: new Map() });

export function tree(words: Iterable<string>): Branch {
  const root = grow();
  for (const word of words) {
    let at = root;
    for (let i = 0; i < word.length; i += 1) {
      const code = word.charCodeAt(i);
      let next = at.next.get(code);
      if (next === undefined) {
        next = grow();
        at.next.set(code, next);
      }
      at = next;
    }
    at.ends = true;
  }
  return root;
}

/** Contact and name marks, numbers, times and prices: they say nothing of themselves. */
const FREE = /[\ue000-\ue002]+|[0-9]+(?:[:.,/-][0-9]+)*|[()「」『』、"'@#%:~…◎◇●○◆★☆▲■□※→\-_/.\s!?。]+/y;

const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

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
    if (!isHan(clause.charCodeAt(i))) {
      FREE.lastIndex = i;
      const free = FREE.exec(clause);
      if (free) reachable[i + free[0].length] = 1;
    }
    let at: Branch | undefined = words;
    for (let j = i; j < clause.length && at; j += 1) {
      at = at.next.get(clause.charCodeAt(j));
      if (at?.ends) reachable[j + 1] = 1;
    }
  }
  const all = reachable[clause.length] === 1;
  return { all, reached: all ? clause.length : reached };
}

/** How many letters of the text no word covers, at best: how far it strays from words known to be harmless. */
export function strayed(text: string, words: Branch): number {
  const fewest = new Uint16Array(text.length + 1).fill(0xffff);
  fewest[0] = 0;
  for (let i = 0; i < text.length; i += 1) {
    const now = fewest[i] ?? 0;
    const code = text.charCodeAt(i);
    const letter = isHan(code) || (code >= 0x61 && code <= 0x7a) ? 1 : 0;
    fewest[i + 1] = Math.min(fewest[i + 1] ?? 0xffff, now + letter);
    let at: Branch | undefined = words;
    for (let j = i; j < text.length && at; j += 1) {
      at = at.next.get(text.charCodeAt(j));
      if (at?.ends) fewest[j + 1] = Math.min(fewest[j + 1] ?? 0xffff, now);
    }
  }
  return fewest[text.length] ?? 0;
}
