import type { Person, Role } from '../contract/index.ts';
import type { Sentences } from './manifest.ts';

/** The sentences in a package. They claim no more than was done. */

const ROLES: Record<Role, Sentences> = {
  desk: { 'zh-TW': '櫃台', en: 'front desk' },
  manager: { 'zh-TW': '主管', en: 'manager' },
  doctor: { 'zh-TW': '醫師', en: 'doctor' },
  lawyer: { 'zh-TW': '律師', en: 'lawyer' },
};

export function claimOf(by: Person | null, build: string, url: string, taipei: string): Sentences {
  const who = by === null ? null : ROLES[by.role];
  return {
    'zh-TW': `檔案與本清單所列雜湊值相符時，其內容自 ${taipei}（本機時間）擷取後未經變更；由${
      by === null ? '未指定人員' : `${by.name}（${who?.['zh-TW']}）`
    }以 ReplyWell ${build} 版自 ${url} 擷取。`,
    en: `Where the files match the hashes in this manifest, they are unchanged since they were captured at ${taipei} (this computer's clock) by ${
      by === null ? 'a person not named' : `${by.name} (${who?.en})`
    } with ReplyWell ${build} from ${url}.`,
  };
}

export const DOES_NOT_PROVE: readonly Sentences[] = [
  {
    'zh-TW': '不證明貼文內容是否真實，也不證明帳號背後的人是誰。',
    en: 'It does not prove that what the post says is true, nor who stands behind the account.',
  },
  {
    'zh-TW': '未經數位簽章及第三方時間戳記：不能單憑本套件證明擷取時間，也不能排除整份套件被重新製作。',
    en: 'It carries no signature and no third party’s timestamp: by itself it proves neither the time nor that the package as a whole was not made anew.',
  },
  {
    'zh-TW': '不證明網站伺服器當時對其他人顯示相同內容；需要時請公證人即時連線體驗。',
    en: 'It does not prove that the site showed the same to others; where that matters, have a notary visit the page live.',
  },
];

export const NOT_SIGNED: Sentences = {
  'zh-TW': '未簽章。本版本不對清單簽章。',
  en: 'Not signed. This version does not sign the manifest.',
};

export const NO_TIMESTAMP: Sentences = {
  'zh-TW': '未取得第三方時間戳記；時間為本機時鐘。',
  en: 'No third party’s timestamp; times are this computer’s.',
};

export const PICTURES_WITHHELD: Sentences = {
  'zh-TW': '內容可能涉及偷拍影像、性影像或性騷擾，依規則不保存畫面，只保存網址、時間與文字。',
  en: 'The content may involve recordings made in secret, sexual images or harassment: pictures are not kept, only address, time and text.',
};

export const NO_PICTURES: Sentences = { 'zh-TW': '本次未拍攝畫面。', en: 'No picture was taken.' };

export const GUIDE = `覆評 ReplyWell 存證套件：如何核對
1. 解壓縮到一個資料夾。
2. 核對每個檔案：sha256sum -c SHA256SUMS（Linux）；shasum -a 256 -c SHA256SUMS（macOS）；
   Windows：certutil -hashfile 檔名 SHA256，與 SHA256SUMS 逐一比對。
3. 計算 manifest.json 的 SHA-256，應與 custody.json 中「captured」一筆的 manifestHash 相同。
fields.json 為讀取到的欄位，text.txt 為文字內容，picture-*.png 為畫面。本套件未經簽章。

ReplyWell evidence package: how to check it
1. Unpack it into a folder.
2. Check every file: sha256sum -c SHA256SUMS (Linux), shasum -a 256 -c SHA256SUMS (macOS),
   certutil -hashfile NAME SHA256 (Windows) against SHA256SUMS.
3. The SHA-256 of manifest.json must equal manifestHash of the "captured" entry in custody.json.
fields.json holds the fields that were read, text.txt the text, picture-*.png the pictures. The package is not signed.
`;
