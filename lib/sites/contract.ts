import type { PageInfo, Review, Site } from '../contract/index.ts';

/**
 * What a site adapter is: one file a site, pure reading of a document that is handed in. No browser API, no
 * global `document`, nothing held between calls but WeakMaps: the site re-renders and recycles its nodes at will.
 *
 * A *card* is the element that stands for one review on the page (a Maps review card, a Facebook post unit or
 * comment, the first push of a merged group, a Dcard comment). `cards` finds them under a root, `cardOf` climbs
 * from a changed node to its card, `read` turns one card into records. So the cost of new content is the cost of
 * the new cards, whatever else is on the page.
 */
export interface Adapter {
  readonly id: Site;
  /** The site's name as staff say it. */
  readonly label: string;
  /** Host and path patterns; tested by `registry.ts`. */
  readonly matches: readonly string[];
  /** On which captures each page kind was last verified; 'unverified' where only synthetic pages exist. */
  readonly verified: Readonly<Record<string, string>>;

  /** What page stands open. Cheap: called at every navigation and when a batch of mutations arrives. */
  detect(document: Document, url: URL): PageInfo;

  /**
   * All cards under `root` (itself included) in document order. In a dialog over a feed only the topmost
   * dialog's cards count. Must cost no more than a few selector queries.
   */
  cards(root: Element | Document, page: PageContext): Element[];

  /** The card that `node` is part of, or null. Needed to re-read a card when something inside it changes. */
  cardOf(node: Element, page: PageContext): Element | null;

  /** Records of one card, usually one (a PTT push group may be followed by the author's words: two). Never throws. */
  read(card: Element, page: PageContext): Reading[];

  /**
   * Independent signs that reviews stand on the page, found by other anchors than `cards` uses, so that a page
   * whose anchors are gone is called broken and never "ok with fewer reviews". See health.ts. A generator gives the
   * thread back to the page between two signs: on 5,000 cards each costs some ten milliseconds.
   */
  signs(document: Document, page: PageContext): Iterable<Sign>;

  /** The site's own button that shows the rest of a collapsed text, or null. */
  expandButton(card: Element, page: PageContext): HTMLElement | null;

  /**
   * Where the chip of review `id` goes: inserted into `parent` before `before` (null: at the end), absolutely
   * positioned, so it takes no room: drawn after the element before it, or with `gutter` left of the outline. Null
   * when there is no safe place.
   */
  chipPlace(card: Element, id: string, page: PageContext): ChipPlace | null;

  /** What to outline for review `id`: the card, or a smaller part of it. */
  outline(card: Element, id: string, page: PageContext): Element;

  /** The site's own reply box for a review, where the site has one (PTT has none: copy only). */
  replyBox?(document: Document, card: Element | null, id: string, page: PageContext): ReplyBox | null;
}

/** What the adapter is told about the page it reads. */
export interface PageContext extends PageInfo {
  url: URL;
  document: Document;
  /** Unix ms; bounds guessed years ("cap at now"). */
  now: number;
}

/** One record and what of it could not be read. */
export interface Reading {
  review: Review;
  /** A required field that no candidate selector found. */
  missing: Miss[];
  /** A field found only by a later candidate: early warning of drift. */
  fallback: Miss[];
}
export interface ChipPlace {
  parent: Element;
  before: Node | null;
  gutter?: boolean;
}

export interface Miss {
  field: string;
  selector: string;
}

/**
 * An independent sign. `count` reviews are to be expected by `selector` (for people to read in the report);
 * `exact`: fewer cards than `count` mean broken; else zero cards while `count` > 0 do.
 */
export interface Sign {
  field: string;
  selector: string;
  count: number;
  exact: boolean;
}

export interface ReplyBox {
  element: HTMLElement;
  /** The name that would stand over the reply, where the site shows it (Facebook「以 … 的身分留言」). */
  postsAs: string | null;
  /** Longest text the site takes, in UTF-16 units; null when unknown. */
  maxLength: number | null;
  /** The id of the review that the box answers, where the page tells; insertion refuses another. */
  reviewId: string | null;
}
