import type { Contact } from './bank/index.ts';
import { fits, type Materials, pick, suiting } from './picking.ts';
import { filled, type SlotValues, staysApproved, valuesOf, waysOf } from './slots.ts';

function values(materials: Materials): SlotValues {
  const found = valuesOf(materials.clinic);
  if (!fits(found.hours, materials)) found.hours = '';
  return found;
}

/** Who cannot get through is not asked to call. */
function open(materials: Materials, slots: SlotValues): Contact[] {
  const ways = waysOf(slots);
  if (!/電話/.test(materials.occasion.topic.name['zh-TW'])) return ways;
  return ways.filter((way) => !way.startsWith('phone'));
}

/** The private way that the clinic really has; a sentence without contact data when the profile has none to show. */
export function channel(materials: Materials): string {
  const { bank, clinic, random, tone } = materials;
  const slots = values(materials);
  // Hours make a line long.
  const ways = open(materials, slots).filter((way) => tone !== 'brief' || way !== 'phone-hours');
  // Most people call; now and then another way of the clinic's is named.
  if (ways.length > 2 && random() < 0.3) ways.unshift(ways[2 + Math.floor(random() * (ways.length - 2))] ?? 'none');
  for (const way of ways) {
    const lines = suiting(materials, bank.channel[way]);
    const text = pick(
      materials,
      lines.map((line) => filled(line, slots)),
    );
    if (staysApproved(text, clinic)) return text;
  }
  return pick(materials, suiting(materials, bank.channel.none));
}

/** Where to ask; null without a phone, mailbox or LINE to name. */
export function enquiry(materials: Materials): string | null {
  const { bank, clinic } = materials;
  const slots = values(materials);
  for (const way of ['phone', 'email', 'line'] as const) {
    if (slots[way] === '') continue;
    const text = pick(
      materials,
      bank.enquire[way].map((line) => filled(line, slots)),
    );
    if (staysApproved(text, clinic)) return text;
  }
  return null;
}

/** When the clinic is open, from its profile; null where that does not tell. */
export function openingHours(materials: Materials): string | null {
  const slots = values(materials);
  if (slots.hours === '') return null;
  const text = pick(
    materials,
    materials.bank.questionHours.map((line) => filled(line, slots)),
  );
  return staysApproved(text, materials.clinic) ? text : null;
}
