import type { Adapter } from './contract.ts';
import * as maps from './google-maps/cards.ts';
import * as dialog from './google-maps/dialog.ts';
import * as owner from './google-maps/owner.ts';
import { detect } from './google-maps/page.ts';
import * as place from './google-maps/place.ts';
import { signs } from './google-maps/signs.ts';
import { MATCHES_OF } from './matches.ts';

/**
 * Google Maps, the reviews dialog of Google Search, and the owner's review manager and reply page.
 *
 * Verified on real pages: place page in English (captures of 2025-10), one card of the Search dialog in English
 * (2024-04). Unverified, written from public code and synthetic pages only: every label in zh-TW, the owner's
 * manager and reply page, the hotel layout, the split layout, Search after 2024-04, the signed-out limited view.
 *
 * "New" has no field of its own in a Review: it stands as the last of the author's badges. A "more" button counts
 * as collapsed although it may hide only answers to the site's questions: the page does not tell which.
 */
export const googleMaps: Adapter = {
  id: 'google-maps',
  label: 'Google 地圖',
  matches: MATCHES_OF['google-maps'],
  verified: {
    place: 'en 2025-10 (capture); zh-TW, hotel and split layout unverified',
    'place-overview': 'unverified (same card markup by public code)',
    'search-dialog': 'en 2024-04 (capture of one card); zh-TW unverified',
    manager: 'unverified',
    'reply-frame': 'unverified',
  },

  detect,
  cards(root, page) {
    return reader(page.kind)?.cards(root) ?? [];
  },
  cardOf(node, page) {
    return reader(page.kind)?.cardOf(node) ?? null;
  },
  read(card, page) {
    return reader(page.kind)?.read(card, page) ?? [];
  },
  signs,
  expandButton(card, page) {
    return reader(page.kind)?.expandButton(card) ?? null;
  },
  chipPlace(card, _id, page) {
    return reader(page.kind)?.chipPlace(card) ?? null;
  },
  outline: (card) => card,
  replyBox(document, card, _id, page) {
    return page.kind === 'manager' || page.kind === 'reply-frame' ? owner.replyBox(document, card, page) : null;
  },
};

const MAPS = { ...maps, ...place };
const OWNERS = { ...owner, chipPlace: (card: Element) => ({ parent: card, before: card.firstChild }) };

function reader(kind: string) {
  switch (kind) {
    case 'place':
    case 'place-overview':
      return MAPS;
    case 'search-dialog':
      return dialog;
    case 'manager':
    case 'reply-frame':
      return OWNERS;
    default:
      return null;
  }
}
