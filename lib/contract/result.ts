/** Everything that can go wrong, by what staff can do about it; the sentence for each stands in lib/strings. */
export const FAILURES = [
  'reload-page', // the extension was updated or restarted under an open page
  'page-gone', // the tab or frame was closed or navigated away
  'page-left', // another page came into the tab while it was pictured
  'page-moving', // it did not stand still for a picture: scrolled, zoomed, or it moves by itself
  'not-on-page', // the review is not on the page (any more)
  'not-supported-page',
  'page-broken', // health is broken: writing is off
  'no-reply-box', // the site's box is not open
  'wrong-reply-box', // the open box belongs to another review
  'box-not-empty', // something stands in the box already
  'insert-failed', // the text did not stand in the box exactly once
  'too-long', // longer than the site's box takes
  'guard-blocks', // a block stands and is not overridden
  'needs-person', // no named person on duty
  'needs-role', // manager or doctor must do it
  'needs-reason',
  'storage-full',
  'storage-failed',
  'not-found',
  'bad-file', // an import that is not ours or damaged
  'not-allowed', // a sender asked for what it may not have
  'bad-request', // a message of the wrong shape
  'covered', // our frame is not really visible
  'needs-click', // activeTab was not granted: press the toolbar icon first
  'capture-running', // one capture at a time: the browser has one camera
  'recording-running', // one recording at a time, and no capture beside it
  'not-permitted', // the person or the browser said no to an optional permission
  'needs-new-tab', // a permission came after the tab was opened to us: it holds in a new tab only
  'tab-hidden', // the page is not in front: a picture would show another
  'unexpected',
] as const;
export type Failure = (typeof FAILURES)[number];

/** What crosses a message boundary: never an exception. `detail` is for the log, without personal data. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure; detail?: string };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (failure: Failure, detail?: string): Result<never> =>
  detail === undefined ? { ok: false, failure } : { ok: false, failure, detail };
