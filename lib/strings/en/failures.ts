import type { failures as zh } from '../zh-TW/failures.ts';

export const failures: typeof zh = {
  'reload-page': {
    what: 'ReplyWell was updated; this page still talks to the old version.',
    safe: 'Stored reviews, notes and the draft you typed are kept.',
    next: 'Please reload this page.',
  },
  'page-gone': {
    what: 'The page was closed or has moved on.',
    safe: 'What is stored is not affected.',
    next: 'Go back to the page with this review and try again.',
  },
  'page-left': {
    what: 'Another page came into this tab while it was being pictured.',
    safe: 'That page is in no capture; what is stored is not affected.',
    next: 'Go back to the page with this review and press “Capture” again; follow no link until it is done.',
  },
  'page-moving': {
    what: 'The page kept scrolling or changing, so no steady picture could be taken.',
    safe: 'No blurred or shifted picture was kept; what is stored is not affected.',
    next: 'Wait until the page has loaded, pause any video, and press “Capture” again; do not scroll or zoom until it is done.',
  },
  'not-on-page': {
    what: 'This review is not on the page right now.',
    safe: 'What was read is still here.',
    next: 'Scroll to it or open it on the site, then try again.',
  },
  'not-supported-page': {
    what: 'This kind of page cannot be read yet.',
    safe: 'Nothing was read and nothing was stored.',
    next: 'Open a reviews page, a post or an article.',
  },
  'page-broken': {
    what: 'The site may have changed; part of the page cannot be read.',
    safe: 'Filling the reply box is off so that nothing lands in the wrong place. Reading and copying still work.',
    next: 'Press “Copy page structure” and send it to whoever looks after ReplyWell.',
  },
  'no-reply-box': {
    what: 'The site’s reply box is not open.',
    safe: 'The draft is still here; nothing was sent.',
    next: 'Press “Reply” on the site, then “Put into reply box”.',
  },
  'wrong-reply-box': {
    what: 'The open reply box belongs to another review.',
    safe: 'No text was put in.',
    next: 'Open the reply box of this review and try again.',
  },
  'box-not-empty': {
    what: 'There is text in the reply box already.',
    safe: 'That text was left as it is.',
    next: 'Empty the box first, or use “Copy”.',
  },
  'insert-failed': {
    what: 'The text did not arrive in the reply box as it should.',
    safe: 'Nothing was sent; the draft is still here.',
    next: 'Use “Copy” and paste it yourself.',
  },
  'too-long': {
    what: 'The draft is longer than this site allows.',
    safe: 'No text was put in.',
    next: 'Shorten it, or choose the brief tone.',
  },
  'guard-blocks': {
    what: 'The draft holds something that must not be public.',
    safe: 'Nothing was copied or put in.',
    next: 'Change the marked sentence, or have a manager or doctor let it through with a reason.',
  },
  'needs-person': {
    what: 'Nobody is chosen as on duty.',
    safe: 'Nothing was changed.',
    next: 'Choose who is on duty at the top, then try again.',
  },
  'needs-role': {
    what: 'This step needs a manager or a doctor.',
    safe: 'Nothing was changed.',
    next: 'Try again with a manager or doctor on duty.',
  },
  'needs-reason': {
    what: 'There is no reason yet.',
    safe: 'Nothing was changed.',
    next: 'Write the reason, then try again.',
  },
  'storage-full': {
    what: 'There is not enough room on this computer.',
    safe: 'What was stored before is kept; this entry is not stored yet.',
    next: 'Free disk space on this computer, then try again. If you worry about your data, export a backup under “Data” first; reviews that are due can be deleted there too.',
  },
  'storage-failed': {
    what: 'This could not be stored on this computer.',
    safe: 'What was stored before is kept; what you see now is not stored yet.',
    next: 'Try again; if it goes on, export a backup first.',
  },
  'not-found': {
    what: 'This entry cannot be found; it may have been deleted.',
    safe: 'Everything else is untouched.',
    next: 'Go back to the list and choose again.',
  },
  'bad-file': {
    what: 'This file is not a ReplyWell backup, or it is damaged.',
    safe: 'What is stored was not changed.',
    next: 'Choose a file made by “Export everything”.',
  },
  'not-allowed': {
    what: 'This page may not do that.',
    safe: 'Nothing was read or changed.',
    next: 'Close the sidebar and open it again from the toolbar icon.',
  },
  'bad-request': {
    what: 'The message had the wrong shape.',
    safe: 'Nothing was changed.',
    next: 'Reload this page; if it goes on, tell whoever looks after ReplyWell.',
  },
  covered: {
    what: 'Something on the page seems to cover the sidebar.',
    safe: 'To avoid a wrong click, nothing was done.',
    next: 'Move whatever covers it, then press again.',
  },
  'needs-click': {
    what: 'The browser has not allowed a picture of this page yet.',
    safe: 'Nothing was changed.',
    next: 'Press the ReplyWell icon in the toolbar first, then try again.',
  },
  'capture-running': {
    what: 'Another capture is still going on.',
    safe: 'It is not affected.',
    next: 'Wait for it to finish, or stop it with Esc, then try again.',
  },
  'recording-running': {
    what: 'A screen recording is going on.',
    safe: 'The recording is not affected.',
    next: 'Stop it first with Esc or the toolbar icon; once it is sealed, try again.',
  },
  'not-permitted': {
    what: 'The browser was not allowed to record the tab.',
    safe: 'Nothing was recorded; your captures are not affected.',
    next: 'Press “Record the screen” again and choose “Allow” when the browser asks.',
  },
  'needs-new-tab': {
    what: 'Recording is allowed now, but Chrome does not apply it to tabs that were opened before.',
    safe: 'Nothing was recorded; your captures are not affected.',
    next: 'Open this page in a new tab and press ReplyWell’s toolbar icon there: the recording begins.',
  },
  'tab-hidden': {
    what: 'The page is not in front; a picture would show something else.',
    safe: 'No picture was taken.',
    next: 'Go back to the page and press “Capture” again.',
  },
  unexpected: {
    what: 'Something unforeseen happened.',
    safe: 'What is stored is not affected.',
    next: 'Try again; if it goes on, reload this page.',
  },
};
