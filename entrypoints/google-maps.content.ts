import { defineContentScript } from 'wxt/utils/define-content-script';
import { googleMaps } from '../lib/sites/google-maps.ts';
import { MATCHES_OF } from '../lib/sites/matches.ts';
import { attend } from './content/attend.ts';

export default defineContentScript({
  matches: [...MATCHES_OF['google-maps']],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => attend(googleMaps),
});
