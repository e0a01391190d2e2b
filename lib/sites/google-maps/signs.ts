import type { PageContext, Sign } from '../contract.ts';
import { relativeTime } from '../time.ts';
import { ratingOf } from './parse.ts';
import { CARD_JSLOG, CONTROLS, DIALOG, OWNER, REVIEW_ID } from './selectors.ts';

/**
 * How many reviews stand on the page by anchors that reading does not begin from. In the reviews tab every card
 * has its number, its ⋮ menu and its person, so these counts are exact; stars, and all of them on other pages,
 * stand on other things too and only say that there should be some.
 */
export function* signs(document: Document, page: PageContext): Iterable<Sign> {
  switch (page.kind) {
    case 'place':
    case 'place-overview':
      yield* placeSigns(document, page.kind === 'place');
      return;
    case 'search-dialog':
      yield* dialogSigns(document);
      return;
    case 'manager':
    case 'reply-frame':
      yield* ownerSigns(document);
  }
}

const NUMBERED = `div[jslog^="${CARD_JSLOG}"]`;
const MENU = `button[jslog^="${CONTROLS.menu.jslog}"], button[jsaction*="review.${CONTROLS.menu.verb}"]`;
const STARS = '[role="img"]';
const CONTRIB = 'button[data-href*="/maps/contrib/"]';
const WORDS = '[tabindex="-1"][lang]';

function* placeSigns(document: Document, exact: boolean): Iterable<Sign> {
  // Few and simple queries: on a page of 5,000 cards each one looks at some 300,000 elements.
  const numbered = distinct(document.querySelectorAll(NUMBERED), REVIEW_ID);
  yield { field: 'card', selector: NUMBERED, count: numbered, exact };
  const menus = distinct(document.querySelectorAll(MENU), REVIEW_ID);
  yield { field: 'card', selector: MENU, count: menus, exact };
  let stars = 0;
  const images = document.querySelectorAll(STARS);
  for (let i = 0, n = images.length; i < n; i++) if (isReviewStars(images[i] as Element)) stars++;
  yield { field: 'card', selector: STARS, count: stars, exact: false };
  // Where the three agree the rest would say nothing more.
  if (numbered > 0 && numbered === menus && stars <= numbered) return;
  const people = distinct(document.querySelectorAll(CONTRIB), 'data-href');
  yield { field: 'card', selector: CONTRIB, count: people, exact };
  yield { field: 'card', selector: WORDS, count: document.querySelectorAll(WORDS).length, exact: false };
  if (document.querySelector(`[${REVIEW_ID}]`) === null) {
    // The overview shows three reviews; one or two times there may be the owner's posts.
    const times = timesShown(document);
    yield { field: 'card', selector: 'text "… ago"', count: exact || times >= 3 ? times : 0, exact: false };
  }
}

/** How many different values of `attribute`; those without it count one by one. A list may stand there twice, hidden. */
function distinct(elements: ArrayLike<Element>, attribute: string): number {
  const values = new Set<string>();
  let without = 0;
  for (let i = 0, n = elements.length; i < n; i++) {
    const value = elements[i]?.getAttribute(attribute);
    if (value) values.add(value);
    else without++;
  }
  return values.size + without;
}

/** The last sign, when no attribute is left: reviews are what says "2 weeks ago". */
function timesShown(document: Document): number {
  const walker = document.createTreeWalker(document.body ?? document, 4 /* text */);
  let times = 0;
  for (let seen = 0; seen < 20_000 && times < 10 && walker.nextNode(); seen++) {
    const text = walker.currentNode.nodeValue ?? '';
    if (text.length > 3 && text.length < 30 && relativeTime(text, 2e12).iso !== null) times++;
  }
  return times;
}

/** Whole stars with words and nothing else: the chart has "5 stars, 120 reviews", the place "4.6 stars". */
function isReviewStars(element: Element): boolean {
  const label = element.getAttribute('aria-label') ?? '';
  return !/[.,，、]/.test(label) && ratingOf(label) !== null;
}

/** In a dialog every card links to its person; on the page around it such links mean nothing. */
function dialogSigns(document: Document): Sign[] {
  const dialogs = [...document.querySelectorAll('[role="dialog"]')];
  const links = (dialogs.length > 0 ? dialogs : [document]).flatMap((scope) => [
    ...scope.querySelectorAll(DIALOG.profile),
  ]);
  return [{ field: 'card', selector: DIALOG.profile, count: distinct(links, 'href'), exact: dialogs.length > 0 }];
}

function ownerSigns(document: Document): Sign[] {
  let articles = 0;
  for (const article of document.querySelectorAll('article')) {
    if (article.querySelector('[role="img"][aria-label]')) articles++;
  }
  const boxes = document.querySelectorAll(OWNER.box[0]).length;
  return [
    { field: 'card', selector: 'article', count: articles, exact: true },
    {
      field: 'card',
      selector: OWNER.profile,
      count: document.querySelectorAll(OWNER.profile).length > 0 ? 1 : 0,
      exact: false,
    },
    { field: 'card', selector: OWNER.box[0], count: Math.min(1, boxes), exact: false },
  ];
}
