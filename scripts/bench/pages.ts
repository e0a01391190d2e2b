import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../browser.ts';

export const PLACE_URL =
  'https://www.google.com/maps/place/x/@25,121,17z/data=!4m8!3m7!1s0x1:0x1!8m2!3d25!4d121!9m1!1b1';

/** The fixture's place page with its cards repeated to `count`, each under an id of its own. */
export function placePage(count: number): string {
  const html = readFileSync(join(ROOT, 'tests', 'fixtures', 'google-maps', 'place.zh-TW.html'), 'utf8');
  const cards = html.match(/<!-- card -->[\s\S]*?<!-- \/card -->/g);
  if (!cards?.length) throw new Error('the fixture has no marked cards');
  const start = html.indexOf(cards[0] as string);
  const end = html.lastIndexOf('<!-- /card -->') + '<!-- /card -->'.length;
  const many: string[] = [];
  for (let i = 0; i < count; i++) {
    const card = cards[i % cards.length] as string;
    const id = /data-review-id="([^"]+)"/.exec(card)?.[1] as string;
    many.push(card.replaceAll(id, `bench${i}`));
  }
  return html.slice(0, start) + many.join('\n') + html.slice(end);
}
