import { defineContentScript } from 'wxt/utils/define-content-script';
import { dcard } from '../lib/sites/dcard.ts';
import { MATCHES_OF } from '../lib/sites/matches.ts';
import { attend } from './content/attend.ts';

export default defineContentScript({
  matches: [...MATCHES_OF.dcard],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => attend(dcard),
});
