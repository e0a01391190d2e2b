import { Sought } from './needs.ts';
import type { Reading } from './reading.ts';

const BUILDING = new Sought(/電梯|停車|車位|停[機汽]車|塞[車到]|車道|車流|elevator|parking/);
const ITS_CLAUSES =
  /[^，。、,！!？?；;\s～~…-]{0,40}(?:電梯|停車|車位|停[機汽]車|塞[車到]|車道|車流|elevator|parking)[^，。、,！!？?；;\s～~…-]{0,40}/g;
const WAIT =
  /等(?!級|於|等)|候診|排(?!除|斥|泄|尿|便|水)|[叫過跳掛]號|掛不|掛了|預約|約診|慢(?!性)|久(?!仰)|病床|床位|看診時間|小時|鐘頭|分鐘|效率|速度|準時|遲|拖|電話|打不通|額滿|[停休]診|插隊|快(?!樂|要)|取消|改期|領藥|批價|繳費|報到|wait|queue|appoint|slow|late|quick|fast|efficien/;

/** All waiting in it is for a lift or for a place to park: that is said of the building (RUBRIC.md). */
export const waitsForBuilding = ({ text: { letters } }: Reading): boolean =>
  BUILDING.in(letters) && !WAIT.test(letters.replace(ITS_CLAUSES, ''));
