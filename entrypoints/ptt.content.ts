import { defineContentScript } from 'wxt/utils/define-content-script';
import { MATCHES_OF } from '../lib/sites/matches.ts';
import { ptt } from '../lib/sites/ptt.ts';
import { attend } from './content/attend.ts';

export default defineContentScript({
  matches: [...MATCHES_OF.ptt],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => attend(ptt),
});
