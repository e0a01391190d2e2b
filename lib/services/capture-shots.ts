import { fail, ok, type Result } from '../contract/index.ts';
import { expectedShots, joined, missingOf, nextShot, pictured, type Range } from '../evidence/capture-plan.ts';
import { command } from '../messaging/commands.ts';
import { agreement, identical, type Shot, shoot } from './capture-camera.ts';
import { keep, type Live, settle, tell } from './capture-live.ts';

/** All files of one capture; a lawyer's mail and a clinic's disk have limits. */
const MOST_BYTES = 400 * 1024 * 1024;
/** Below this the shared rows of two pictures do not show the same. */
const FITS = 0.98;

export interface Series {
  shots: Shot[];
  /** File names, in step with `shots`. */
  names: string[];
}

/** A shot whose picture is in the store: only the last one's is needed in memory. */
type Kept = Shot & { name: string };

/** Pictures of the whole post: the first as it stood, then wherever the plan leads. */
export async function scrollShots(live: Live, first: Shot): Promise<Result<Kept[]>> {
  const { session, target, progress } = live;
  const kept: Kept[] = [];
  const covered: Range[] = [];
  const tried: number[] = [];
  let bytes = 0;
  let clear = false;
  let misfits = 0;
  let missingImages = 0;

  const take = async (shot: Shot): Promise<Result<unknown>> => {
    const name = `tiles/${String(kept.length + 1).padStart(3, '0')}.png`;
    const { view } = shot.sight;
    session.shots = kept.length + 1;
    session.expected = Math.max(session.shots, session.shots + expectedLeft(shot, covered));
    Object.assign(progress, { shots: session.shots, expected: session.expected });
    covered.push(pictured(view));
    // What a sudden end would have to say.
    explain(session, gapsOf(shot.sight, covered));
    const written = await keep(live, {
      name,
      kind: 'tile',
      type: 'image/png',
      at: shot.at,
      blob: shot.blob,
      view,
      place: { x: 0, y: view.scroll - view.origin, width: view.width, height: view.height, scale: view.scale },
    });
    if (!written.ok) return written;
    const before = kept.at(-1);
    if (before) {
      const fits = await agreement(before, shot).catch(() => null);
      if (fits && (fits.same < FITS || fits.shift !== 0)) misfits++;
      // Its picture is in the store; only the first one's is needed again.
      if (kept.length > 1) before.blob = new Blob();
    }
    missingImages += shot.sight.imagesMissing;
    bytes += shot.blob.size;
    kept.push({ ...shot, name });
    tell(live);
    return ok(null);
  };

  const begun = await take(first);
  if (!begun.ok) return begun;
  let { sight } = first;
  let why: 'done' | 'stuck' | 'limit' | 'stopped' | 'too-large' = 'done';
  // A post in a frame cannot be scrolled under the tab's camera: what is seen of it is pictured.
  while (target.frameId === 0) {
    if (live.stopped) {
      why = 'stopped';
      break;
    }
    if (bytes > MOST_BYTES) {
      why = 'too-large';
      break;
    }
    const next = nextShot(sight.view, covered, tried);
    if (next.do === 'end') {
      if (next.why === 'stuck' && !clear) {
        // Bars of the page leave no room: take them out of sight and try again.
        clear = true;
        tried.length = 0;
        continue;
      }
      why = next.why;
      break;
    }
    tried.push(next.to);
    const there = await command('content.camera', { do: 'move', to: next.to, clear }, target);
    if (!there.ok) return there;
    if (there.value?.url !== sight.url) return fail('page-left');
    // Zoomed, or moved to another screen: rows are told in device pixels, so what follows does not fit what is there.
    if (there.value.view.scale !== first.sight.view.scale) return fail('page-moving');
    const gained = missingOf(pictured(there.value.view), covered).length > 0;
    sight = there.value;
    if (!gained) continue;
    const last = kept.at(-1);
    const shot = await shoot(target, sight, async (now) => last !== undefined && isStale(last, now));
    if (!shot.ok) return shot;
    sight = shot.value.sight;
    if (sight.view.scale !== first.sight.view.scale) return fail('page-moving');
    const taken = await take(shot.value);
    if (!taken.ok) return taken;
  }
  const { target: before } = first.sight.view;
  const grown = sight.view.target.to - sight.view.target.from > (before.to - before.from) * 1.5;
  conclude(live, { sight, covered, why, grown, misfits, missingImages });
  return ok(kept);
}

/**
 * The page was scrolled and the picture shows it before that: it is the very same as the last, or the rows that both
 * share do not agree where they should and would if it had not been scrolled.
 */
async function isStale(last: Shot, now: Shot): Promise<boolean> {
  if (Math.abs(last.sight.view.scroll - now.sight.view.scroll) < 1) return false;
  if (await identical(last.blob, now.blob)) return true;
  const fits = await agreement(last, now);
  if (!fits || fits.same >= FITS) return false;
  const unscrolled = await agreement(last, { ...now, sight: last.sight });
  return (unscrolled?.same ?? 0) > fits.same;
}

function expectedLeft(shot: Shot, covered: readonly Range[]): number {
  const { view } = shot.sight;
  const left = missingOf(view.target, [...covered, pictured(view)]);
  return left.reduce((sum, target) => sum + expectedShots({ ...view, target }), 0);
}

interface Outcome {
  sight: Shot['sight'];
  covered: readonly Range[];
  why: 'done' | 'stuck' | 'limit' | 'stopped' | 'too-large';
  /** It became longer while it was pictured. */
  grown: boolean;
  misfits: number;
  missingImages: number;
}

/** What the series does not show goes on the record. */
function conclude({ session }: Live, { sight, covered, why, grown, misfits, missingImages }: Outcome): void {
  const { input } = session;
  if (!input || why === 'stopped') {
    explain(session, gapsOf(sight, covered));
    return;
  }
  settle(session, 'pictures');
  const gaps = gapsOf(sight, covered);
  if (gaps !== '')
    input.missing.push({
      what: 'pictures',
      // So many pictures were enough: of a page that has no end, or of one that is just too long.
      why: why === 'limit' && grown ? 'page-changed' : why === 'limit' || why === 'too-large' ? 'too-large' : 'failed',
      detail: gaps,
    });
  if (misfits > 0)
    input.missing.push({
      what: 'pictures',
      why: 'page-changed',
      detail: `${misfits} of ${session.shots - 1} overlaps differ`,
    });
  if (missingImages > 0)
    input.missing.push({ what: 'pictures', why: 'not-loaded', detail: `${missingImages} images had not arrived` });
}

function explain(session: Live['session'], detail: string): void {
  session.todo = session.todo.map((task) => (task.what === 'pictures' ? { ...task, detail } : task));
}

/** 「rows 4200–5000 of 5000」 in CSS pixels of the post; empty where all of it is pictured. */
function gapsOf({ view }: Shot['sight'], covered: readonly Range[]): string {
  const { target } = view;
  return missingOf(target, joined(covered))
    .map(({ from, to }) => `${Math.round(from - target.from)}–${Math.round(to - target.from)}`)
    .map((rows) => `rows ${rows} of ${Math.round(target.to - target.from)}`)
    .join(', ');
}
