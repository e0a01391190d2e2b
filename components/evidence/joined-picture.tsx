import { useEffect, useMemo, useRef, useState } from 'react';
import { join } from '../../lib/evidence/capture-stitch.ts';
import { useWords } from '../language.tsx';
import type { CaptureFile } from './shapes.ts';

/** A canvas is at most so tall in every browser; a taller post is drawn in parts. */
const TALLEST = 8_000;

/** The tiles joined into one picture, drawn when it comes into view. Only for looking at: nothing of it is stored. */
export function JoinedPicture({ tiles }: { tiles: readonly CaptureFile[] }) {
  const { t } = useWords();
  const viewed = useMemo(() => tiles.filter((tile) => tile.view !== null), [tiles]);
  const [sizes, setSizes] = useState<readonly { width: number; height: number }[] | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.all(viewed.map(({ blob }) => sizeOf(blob))).then((found) => !gone && setSizes(found));
    return () => {
      gone = true;
    };
  }, [viewed]);
  const plan = useMemo(
    () =>
      join(
        viewed.flatMap((tile, index) => {
          const size = sizes?.[index];
          return tile.view && size ? [{ view: tile.view, ...size }] : [];
        }),
      ),
    [viewed, sizes],
  );
  if (!sizes || viewed.length === 0) return null;
  if (plan.width === 0 || plan.height === 0) return null;
  const parts = Math.ceil(plan.height / TALLEST);
  const scale = viewed[0]?.view?.scale ?? 1;
  return (
    <figure className="space-y-1">
      <figcaption className="text-muted text-xs">{t('evidence.one.wholeHint')}</figcaption>
      <section
        aria-label={t('evidence.one.whole')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[70vh] overflow-y-auto rounded-md border border-line bg-white"
      >
        {Array.from({ length: parts }, (_, part) => (
          <Part
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are told by their place
            key={part}
            plan={plan}
            tiles={viewed}
            from={part * TALLEST}
            to={Math.min(plan.height, (part + 1) * TALLEST)}
            scale={scale}
          />
        ))}
      </section>
    </figure>
  );
}

interface PartProps {
  plan: ReturnType<typeof join>;
  tiles: readonly CaptureFile[];
  from: number;
  to: number;
  scale: number;
}

function Part({ plan, tiles, from, to, scale }: PartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const context = target.getContext('2d');
      for (const strip of plan.strips) {
        const top = Math.max(strip.at, from);
        const bottom = Math.min(strip.at + strip.height, to);
        const tile = tiles[strip.tile];
        if (bottom <= top || !tile || !context) continue;
        const y = strip.y + (top - strip.at);
        const bitmap = await createImageBitmap(tile.blob, strip.x, y, strip.width, bottom - top).catch(() => null);
        if (gone || !bitmap) continue;
        context.drawImage(bitmap, 0, top - from);
        bitmap.close();
      }
      if (!gone) target.dataset.drawn = 'true';
    };
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      void draw();
    });
    near.observe(target);
    return () => {
      gone = true;
      near.disconnect();
    };
  }, [plan, tiles, from, to]);
  return (
    <canvas
      ref={canvas}
      width={plan.width}
      height={to - from}
      style={{ width: plan.width / scale }}
      className="mx-auto block h-auto max-w-full"
    />
  );
}

async function sizeOf(blob: Blob): Promise<{ width: number; height: number }> {
  const head = new DataView(await blob.slice(0, 24).arrayBuffer());
  return head.byteLength < 24 ? { width: 0, height: 0 } : { width: head.getUint32(16), height: head.getUint32(20) };
}
