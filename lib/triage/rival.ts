import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

/** This place is told off first: whoever only recommends a clinic by name may mean this one. */
const RIVAL = new Sought(
  /(?:別[去來]|不要[去來]|勿[去來]|千萬|雷|爛|後悔|不推|慎入|快逃)[^。]{0,16}(?:推(?:薦)?|改去|[去找換](?!過|了)|旁邊的?|隔壁的?|不如(?:去)?)(?![這本貴你]|我們|他們家)[^，。,！!\s去]{2,10}(?:醫美|診所|牙醫|眼科|皮膚科|clinic)[^。]{0,12}(?:專業|透明|親切|便宜)/,
);
/** Such a line is short. */
const BRIEF = 60;

/** 「千萬別去，推某某診所，醫師專業價格透明」: the praise is a rival's, and this place is complained of. */
export const praisesRival = ({ text: { letters, codes } }: Reading): boolean =>
  codes.length <= BRIEF && RIVAL.in(letters);
