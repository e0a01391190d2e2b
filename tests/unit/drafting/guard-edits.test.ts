import { describe, expect, it } from 'vitest';
import { guard } from '../../../lib/drafting/index.ts';
import { EDITS, edited, randomFrom, unsafeSentences } from '../../../scripts/soak/guard-edits.ts';

// A sample of `npm run soak -- guard`, always the same one.
const SAMPLE = 4_000;
const sentences = unsafeSentences();

describe('edits that keep the meaning', () => {
  it('has sentences to edit', () => {
    expect(sentences.length).toBeGreaterThan(900);
  });

  it('never make an unsafe sentence safe', () => {
    const random = randomFrom(20_261_122);
    const safe: string[] = [];
    for (let i = 0; i < SAMPLE; i += 1) {
      const { names, text } = edited(sentences[random(sentences.length)] as string, random);
      if (guard(text).verdict === 'safe') safe.push(`${names.join(' + ')}: ${text}`);
    }
    expect(safe).toEqual([]);
  });

  it.each(Object.keys(EDITS))('%s changes something somewhere', (name) => {
    const random = randomFrom(3);
    expect(sentences.some((sentence) => EDITS[name]?.(sentence, random) !== sentence)).toBe(true);
  });
});

describe('every block', () => {
  it('comes with a sentence that passes in its place', () => {
    let blocks = 0;
    for (const sentence of sentences) {
      for (const { severity, suggestion } of guard(sentence).violations) {
        if (severity !== 'block') continue;
        blocks += 1;
        expect(suggestion).not.toBe('');
        expect(guard(`您好，謝謝您的意見。${suggestion}`, { review: sentence }).verdict).toBe('safe');
      }
    }
    expect(blocks).toBeGreaterThan(200);
  });
});
