import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandName } from '../../../lib/messaging/orders.ts';

/** One good order of every kind, and what makes it bad. */
const GOOD: { [Name in CommandName]: readonly unknown[] } = {
  'content.resync': [{}],
  'content.chips': [
    { chips: [], all: true },
    { chips: [{ id: 'a', urgency: 'today', word: '急', label: '今天處理', mark: 'open' }], all: false },
  ],
  'content.locate': [{ id: 'a' }],
  'content.expand': [{ id: 'a' }],
  'content.identity': [{ id: 'a' }],
  'content.insert': [{ id: 'a', text: '' }],
  'content.place': [{ side: 'left', width: 360 }],
  'content.sidebar': [{ do: 'open' }, { do: 'close' }, { do: 'toggle' }],
  'content.structure': [{}],
  'content.camera': [
    { do: 'begin', id: 'a', root: 'a', all: false },
    { do: 'move', to: 12.5, clear: true },
    { do: 'look' },
    { do: 'hide' },
    { do: 'end' },
  ],
  'content.veil': [{ do: 'draw' }, { do: 'look' }, { do: 'lift' }],
  'content.copy': [{}],
  'content.fetch': [{ what: 'clock' }, { what: 'served' }],
};
const NAMES = Object.keys(COMMANDS) as CommandName[];

describe('what a page obeys', () => {
  it.each(NAMES)('%s: takes what the background sends', (name) => {
    for (const data of GOOD[name]) expect(COMMANDS[name].data(data)).toBe(true);
  });

  it.each(NAMES)('%s: refuses every order with a field missing or of another kind', (name) => {
    for (const data of GOOD[name]) {
      const fields = Object.entries(data as Record<string, unknown>);
      for (const [field] of fields) {
        for (const wrong of [undefined, null, Number.NaN, Number.POSITIVE_INFINITY, { id: 1 }, [7], Symbol.iterator]) {
          expect(COMMANDS[name].data({ ...Object.fromEntries(fields), [field]: wrong })).toBe(false);
        }
      }
    }
  });

  it.each(NAMES)('%s: answers yes or no to anything, and no to what is no object', (name) => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const answer = COMMANDS[name].data(data);
        if (typeof data !== 'object' || data === null) expect(answer).toBe(false);
        else expect(typeof answer).toBe('boolean');
      }),
    );
  });

  it('refuses a chip without words, and a word that it does not know', () => {
    expect(COMMANDS['content.chips'].data({ chips: [{ id: 'a', word: '急' }], all: true })).toBe(false);
    expect(COMMANDS['content.chips'].data({ chips: [{ id: 'a', word: '急', label: '' }, 'b'], all: true })).toBe(false);
    expect(COMMANDS['content.place'].data({ side: 'top', width: 360 })).toBe(false);
    expect(COMMANDS['content.sidebar'].data({ do: 'remove' })).toBe(false);
    expect(COMMANDS['content.camera'].data({ do: 'shoot' })).toBe(false);
    expect(COMMANDS['content.camera'].data({ do: 'move', to: '9', clear: true })).toBe(false);
    expect(COMMANDS['content.fetch'].data({ what: 'https://example.com/' })).toBe(false);
  });
});
