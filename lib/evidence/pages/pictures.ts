import { type Manifest, type ManifestFile, momentOf, type Place } from '../contract.ts';
import { FILE_WORDS, missingSentence } from '../words.ts';
import { type Html, html, link, NOTHING, shortTime } from './html.ts';

/** The pictures of a capture in the order in which a person looks: the post itself, the screens, what compares them. */

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** A covered picture shows what the one shows that it was made of. */
const shownBy = ({ name, kind, parent }: ManifestFile): string =>
  kind === 'redacted' && parent !== null ? parent.name : name;

/** 0: the post's own part; 1: the screens, top to bottom; 2: the whole window; 3: the shot to compare with. */
function rank(file: ManifestFile): number {
  const name = shownBy(file);
  if (name === 'crop.png') return 0;
  if (name.startsWith('tiles/')) return 1;
  return name === 'second.png' ? 3 : 2;
}

export const shownPictures = (files: readonly ManifestFile[]): ManifestFile[] =>
  files.filter(({ type }) => PICTURES.has(type)).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));

export function pictures({ files, missing, page: { addressBar, url } }: Manifest): Html {
  const shots = shownPictures(files);
  if (shots.length === 0) {
    const why = missing.filter(({ what }) => what === 'pictures' || what === 'tile').map(missingSentence);
    return html`<p>沒有畫面。${why.join('')}網址：${link(url)}</p>`;
  }
  const screens = shots.filter((shot) => rank(shot) === 1);
  const address =
    addressBar === 'pictured'
      ? html`網址列見「整個視窗」的畫面。`
      : html`畫面不含網址列；網址為程式讀取並記錄：${link(url)}`;
  return html`<p class="sub lead">共 ${shots.length} 張${shots.length > 1 ? '，畫面由上而下' : ''}。${address}</p>${shots.map(
    (
      shot,
      index,
    ) => html`<figure${tall(shot.place) ? html` class="tall"` : NOTHING}><img src="${shot.name}" alt="${FILE_WORDS[shot.kind]}">
<figcaption><strong>圖 ${index + 1}</strong>　${whichOf(shot, screens)}　${shot.name}${taken(shot)}${placed(shot.place)}</figcaption></figure>`,
  )}`;
}

/** What one shows, by the place that it has in the series. */
function whichOf(shot: ManifestFile, screens: readonly ManifestFile[]): string {
  const covered = coveredWords(shot.covers);
  const at = screens.indexOf(shot);
  if (at >= 0) return `畫面第 ${at + 1} 張，共 ${screens.length} 張${covered}`;
  if (shot.kind === 'crop' && shot.parent) return `${FILE_WORDS.crop}（自 ${shot.parent.name} 裁切）`;
  if (rank(shot) === 0) return `${FILE_WORDS.crop}${covered}`;
  if (rank(shot) === 3) return `同一位置再拍一次，用來比對畫面有沒有變動${covered}`;
  return `${FILE_WORDS[shot.kind]}${covered}`;
}

/** Of copies the manifest knows only when the copy was made. */
const taken = ({ at, parent }: ManifestFile): string =>
  at === null || parent !== null ? '' : `　${shortTime(momentOf(at).taipei)} 拍攝（臺北時間）`;

const placed = (place: Place | null): string =>
  place === null
    ? ''
    : `　位置 x ${Math.round(place.x)}、y ${Math.round(place.y)}，${Math.round(place.width)} × ${Math.round(place.height)} CSS 像素，倍率 ${place.scale}`;

/** How much of a redacted picture is covered. */
const coveredWords = (covers: ManifestFile['covers']): string =>
  covers === undefined ? '' : covers.length === 0 ? '，沒有需要遮蔽之處' : `，遮蔽 ${covers.length} 處（灰框黑底）`;

/** Higher than wide: it needs the sheet to itself to be legible. */
const tall = (place: Place | null): boolean => place !== null && place.height > place.width;
