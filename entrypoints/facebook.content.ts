import { defineContentScript } from 'wxt/utils/define-content-script';
import { facebook } from '../lib/sites/facebook.ts';
import { MATCHES_OF } from '../lib/sites/matches.ts';
import { attend } from './content/attend.ts';

export default defineContentScript({
  matches: [...MATCHES_OF.facebook],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => attend(facebook),
});
