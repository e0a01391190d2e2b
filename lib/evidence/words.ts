import type { Decision, Mark, Person, Role, Site } from '../contract/index.ts';
import type { CustodyAction, FileKind, Manifest, Missing, MissingWhy } from './contract.ts';
import { detailWords } from './missing.ts';

/** The sentences of evidence. They claim no more than was done. */

export interface Sentences {
  'zh-TW': string;
  en: string;
}

const ROLES: Record<Role, Sentences> = {
  desk: { 'zh-TW': '櫃檯', en: 'front desk' },
  manager: { 'zh-TW': '主管', en: 'manager' },
  doctor: { 'zh-TW': '醫師', en: 'doctor' },
  lawyer: { 'zh-TW': '律師', en: 'lawyer' },
};

export const whoOf = (by: Person | null): Sentences =>
  by === null
    ? { 'zh-TW': '未指定人員', en: 'a person not named' }
    : {
        'zh-TW': `${by.name}（${ROLES[by.role]['zh-TW']}）`,
        en: `${by.name} (${ROLES[by.role].en})`,
      };

const whoAt = (who: Sentences, clinic: string | null | undefined): Sentences =>
  clinic ? { 'zh-TW': `${clinic} ${who['zh-TW']}`, en: `${who.en} of ${clinic}` } : who;

/** 2026-03-10T12:00:00.000+08:00 → 2026-03-10 12:00:00, as people write it; the fields have the milliseconds. */
export const toTheSecond = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** "Unchanged since T; captured by U with build B from URL X". */
export function claimOf(facts: {
  kind: Manifest['kind'];
  /** Something made later was sealed beside it. */
  added?: boolean;
  by: Person | null;
  clinic?: string | null | undefined;
  build: string;
  url: string;
  taipei: string;
}): Sentences {
  const who = whoAt(whoOf(facts.by), facts.clinic);
  if (facts.added)
    return {
      'zh-TW': `本套件是事後加入的檔案（視窗畫面或錄影），屬於所列原存證，不是原存證的一部分。檔案與本清單所列雜湊值相符時，其內容自封存後未經變更；由${who['zh-TW']}以 ReplyWell ${facts.build} 版加入。`,
      en: `This is a file that was added later (a picture of the window or a recording); it belongs to the capture named and is no part of it. Where the file matches the hash in this manifest, it is unchanged since it was sealed by ${who.en} with ReplyWell ${facts.build}.`,
    };
  if (facts.kind === 'redaction' || facts.kind === 'annotation') {
    const made = facts.kind === 'redaction' ? '遮蔽第三人資料' : '加註標記';
    return {
      'zh-TW': `本套件是${made}後的複本，自原存證製作，不是原件。檔案與本清單所列雜湊值相符時，其內容自製作後未經變更；由${who['zh-TW']}以 ReplyWell ${facts.build} 版製作。`,
      en: `This is a ${facts.kind === 'redaction' ? 'redacted' : 'marked'} copy made from a capture, not the original. Where the files match the hashes in this manifest, they are unchanged since the copy was made by ${who.en} with ReplyWell ${facts.build}.`,
    };
  }
  return {
    'zh-TW': `檔案與本清單所列雜湊值相符時，其內容自 ${toTheSecond(facts.taipei)}（臺北時間，以這台電腦的時鐘為準）擷取後未經變更；由${who['zh-TW']}以 ReplyWell ${facts.build} 版自 ${facts.url} 擷取。`,
    en: `Where the files match the hashes in this manifest, they are unchanged since they were captured at ${toTheSecond(facts.taipei)} (Taipei time by this computer's clock) by ${who.en} with ReplyWell ${facts.build} from ${facts.url}.`,
  };
}

export const DOES_NOT_PROVE: readonly Sentences[] = [
  {
    'zh-TW': '不證明貼文內容是否真實，也不證明帳號背後的人是誰。',
    en: 'It does not prove that what the post says is true, nor who stands behind the account.',
  },
  {
    'zh-TW':
      '不證明網站伺服器送出的內容：一般網頁連線不留下可供第三人驗證的憑據，畫面也可能在擷取前於瀏覽器內被更動；本清單的「檢查」欄列出擷取時做了哪些比對。',
    en: 'It does not prove what the site’s server sent: an ordinary connection leaves nothing that a third party could check, and a page can be changed in the browser before it is captured. The manifest’s “checks” say what was compared.',
  },
  {
    'zh-TW': '數位簽章的金鑰由這台電腦產生，證明內容自封存後相同，不證明簽章者的身分。',
    en: 'The signing key was made on this computer: the signature shows that the content is the same since it was sealed, not who the signer is.',
  },
  {
    'zh-TW':
      '擷取時間為本機時鐘；只有第三方時間戳記能證明「最晚在該時間已存在」，未附或未取得時間戳記時，不能單憑本套件證明時間。',
    en: 'Times are this computer’s. Only a third party’s timestamp shows that it existed by then; without one, this package alone does not prove the time.',
  },
  {
    'zh-TW': '不證明網站當時對其他人顯示相同內容；需要時請公證人即時連線體驗。',
    en: 'It does not prove that the site showed the same to others; where that matters, have a notary visit the page live.',
  },
];

export const SITE_NAMES: Record<Site, string> = {
  'google-maps': 'Google 地圖',
  facebook: 'Facebook',
  ptt: 'PTT',
  dcard: 'Dcard',
};

/** How the reading of a site was last compared with real pages; adapters note it in English, in their own words. */
export function adapterWords(version: string): Sentences {
  const [, seen] = /(\d{4}(?:-\d\d)?(?:–\d{4})?)/.exec(version) ?? [];
  if (seen === undefined || /^unverified/.test(version))
    return {
      'zh-TW': '這類頁面還沒有以實際網頁核對過，欄位請與畫面對照',
      en: 'not yet compared with real pages of this kind: check the fields against the pictures',
    };
  const partly = /unverified/.test(version);
  return {
    'zh-TW': `以 ${seen} 的實際網頁核對過${partly ? '；部分版面尚未核對' : ''}`,
    en: `compared with real pages of ${seen}${partly ? '; some layouts not yet' : ''}`,
  };
}

export const FILE_WORDS: Record<FileKind, string> = {
  thread: '整串內容（讀取到的欄位）',
  text: '文字內容',
  dom: '網頁原始碼片段（僅供閱讀的文字）',
  tile: '畫面',
  crop: '該則內容的局部畫面',
  'second-shot': '間隔後再拍的畫面',
  window: '整個視窗（含網址列）',
  mhtml: '整頁存檔（MHTML）',
  recording: '螢幕錄影',
  served: '伺服器送出的網頁',
  redacted: '遮蔽後的複本',
  annotated: '加註後的複本',
};

export const ACTION_WORDS: Record<CustodyAction, string> = {
  captured: '擷取並封存',
  timestamped: '取得時間戳記',
  viewed: '檢視',
  exported: '匯出',
  're-checked': '重新檢查網頁',
  redacted: '製作遮蔽複本',
  annotated: '製作加註複本',
  imported: '匯入',
  deleted: '刪除',
  purged: '清除誤擷取',
  cleared: '全部刪除',
};

export const DECISION_WORDS: Record<Decision['what'], string> = {
  marked: '標記處理狀態',
  copied: '複製回覆文字',
  inserted: '填入回覆文字',
  override: '覆核後放行',
  confirmed: '確認',
  bound: '設定為本診所頁面',
  captured: '存證',
};

export const MARK_WORDS: Record<Mark, string> = {
  open: '待處理',
  handled: '已處理',
  ignored: '略過',
  'needs-lawyer': '需律師確認',
};

const WHAT: Record<Exclude<Missing['what'], FileKind>, string> = {
  pictures: '圖片',
  fields: '部分欄位',
  clock: '與伺服器對時',
  'address-bar': '網址列畫面',
};

const WHY: Record<MissingWhy, string> = {
  withheld: '內容可能涉及偷拍影像、性影像或性騷擾，依規則不保存，只保存網址、時間與文字',
  'not-asked': '未勾選此項',
  'not-permitted': '瀏覽器未允許',
  cancelled: '由操作人員中止',
  interrupted: '過程中斷（分頁、瀏覽器或程式在中途結束）',
  'page-gone': '分頁關閉、切換，或離開該頁',
  'page-changed': '頁面在擷取中持續變動',
  'too-large': '超過可保存的大小',
  'storage-full': '儲存空間不足',
  'not-loaded': '當時尚未載入',
  'cross-origin': '其他網站的內嵌框架，無法讀取',
  redacted: '遮蔽版本不提供',
  'not-there': '重新檢查時，頁面上看不到這一則',
  failed: '未能完成',
};

/** What needs more than 「what: why」. */
export const PLAIN_MISSING: Partial<Record<`${Missing['what']} ${MissingWhy}`, Sentences>> = {
  'address-bar not-asked': {
    'zh-TW': '網址列：拍到的是網頁內容，不含瀏覽器的網址列；網址另有記錄',
    en: 'Address bar: the pictures show the page only; the address is recorded',
  },
  'clock failed': {
    'zh-TW': '對時：當時沒有和網站伺服器對時，時間以這台電腦的時鐘為準',
    en: 'Clock: not compared with the site’s server; times are this computer’s',
  },
  'served failed': {
    'zh-TW': '伺服器送出的網頁：當時沒有取得，畫面與文字不受影響',
    en: 'Page as served: it could not be had; pictures and words are not affected',
  },
  'mhtml not-permitted': {
    'zh-TW': '整頁存檔：瀏覽器沒有允許，沒有另存',
    en: 'Whole page file: the browser did not allow it',
  },
};

export function missingSentence({ what, why, detail }: Missing): string {
  const plain = PLAIN_MISSING[`${what} ${why}`];
  if (plain) return `${plain['zh-TW']}。`;
  const name = what in WHAT ? WHAT[what as keyof typeof WHAT] : FILE_WORDS[what as FileKind];
  return `${name}：${WHY[why]}${detail === '' ? '' : `（${detailWords(detail, 'zh-TW')}）`}。`;
}
