import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Box } from '../../lib/evidence/contract.ts';
import { useWords } from '../language.tsx';
import { useAddress } from './use-address.ts';
import { type CoverablePicture, LEAST } from './use-covers.ts';

interface CoverPictureProps {
  picture: CoverablePicture;
  label: string;
  /** In the picture's own pixels. */
  boxes: readonly { id: string; box: Box }[];
  /** Shown pixel by pixel instead of as wide as there is room. */
  whole: boolean;
  /** This one takes the focus: it has just been made. */
  focus: string | null;
  frame: RefObject<HTMLDivElement | null>;
  onAdd: (box: Box) => void;
  onPut: (id: string, box: Box) => void;
  onRemove: (id: string) => void;
}

/** A drag that moved less than this is a press, px of the screen. */
const DRAG = 4;

/** A picture on which rectangles are drawn, moved, made larger and taken away, with the mouse or by keys. */
export function CoverPicture({
  picture,
  label,
  boxes,
  whole,
  focus,
  frame,
  onAdd,
  onPut,
  onRemove,
}: CoverPictureProps) {
  const { width, height, file } = picture;
  const address = useAddress(file.blob);
  const [drawn, setDrawn] = useState<Box | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);

  const pointOf = ({ clientX, clientY }: PointerEvent): { x: number; y: number } => {
    const rect = frame.current?.getBoundingClientRect();
    if (!rect || rect.width === 0) return { x: 0, y: 0 };
    const ratio = width / rect.width;
    return { x: (clientX - rect.left) * ratio, y: (clientY - rect.top) * ratio };
  };
  const stop = (): void => {
    from.current = null;
    setDrawn(null);
  };

  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-surface"
    >
      {/* Keys do all of this by the boxes themselves and the button that makes one. */}
      <div
        ref={frame}
        data-cover-frame={picture.name}
        className="relative cursor-crosshair select-none"
        style={whole ? { width: width / (window.devicePixelRatio || 1) } : undefined}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = pointOf(event);
        }}
        onPointerMove={(event) => {
          if (from.current) setDrawn(between(from.current, pointOf(event)));
        }}
        onPointerUp={(event) => {
          const begun = from.current;
          stop();
          if (!begun) return;
          const box = between(begun, pointOf(event));
          const shown = event.currentTarget.getBoundingClientRect().width / width;
          if (box.width * shown >= DRAG && box.height * shown >= DRAG) onAdd(box);
        }}
        onPointerCancel={stop}
      >
        {address && (
          <img
            src={address}
            alt={label}
            draggable={false}
            width={width}
            height={height}
            className="block h-auto w-full"
          />
        )}
        {boxes.map(({ id, box }, index) => (
          <CoverBox
            key={id}
            index={index + 1}
            box={box}
            picture={picture}
            focused={focus === id}
            ratio={() => width / (frame.current?.getBoundingClientRect().width || width)}
            onPut={(next) => onPut(id, next)}
            onRemove={() => onRemove(id)}
          />
        ))}
        {drawn && (
          <div
            aria-hidden
            className="pointer-events-none absolute border-2 border-accent bg-black/60"
            style={placed(drawn, width, height)}
          />
        )}
      </div>
    </section>
  );
}

interface CoverBoxProps {
  index: number;
  box: Box;
  picture: { width: number; height: number };
  focused: boolean;
  /** Picture pixels for one of the screen. */
  ratio: () => number;
  onPut: (box: Box) => void;
  onRemove: () => void;
}

const CORNERS = {
  nw: '-left-1.5 -top-1.5 cursor-nwse-resize',
  ne: '-right-1.5 -top-1.5 cursor-nesw-resize',
  sw: '-left-1.5 -bottom-1.5 cursor-nesw-resize',
  se: '-right-1.5 -bottom-1.5 cursor-nwse-resize',
} as const;

/** One covered rectangle: dragged, or moved by arrow keys (with Shift made larger or smaller, with Ctrl by one pixel). */
function CoverBox({ index, box, picture, focused, ratio, onPut, onRemove }: CoverBoxProps) {
  const { t } = useWords();
  const own = useRef<HTMLButtonElement>(null);
  const held = useRef<{ x: number; y: number; box: Box; corner: string } | null>(null);
  useEffect(() => {
    if (focused) own.current?.focus({ preventScroll: true });
  }, [focused]);

  function keys(event: KeyboardEvent): void {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove();
      return;
    }
    const step = event.ctrlKey || event.metaKey ? 1 : Math.max(1, Math.round(STEP * ratio()));
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const [dx, dy] = [way[0] * step, way[1] * step];
    onPut(
      event.shiftKey
        ? { ...box, width: box.width + dx, height: box.height + dy }
        : { ...box, x: box.x + dx, y: box.y + dy },
    );
  }

  const whole = {
    x: Math.round(box.x),
    y: Math.round(box.y),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
  return (
    <button
      ref={own}
      type="button"
      data-cover
      aria-label={t('evidence.cover.box', { index, ...whole })}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight Delete"
      className="group absolute cursor-move touch-none cover-hatch focus-visible:z-10"
      style={placed(box, picture.width, picture.height)}
      onKeyDown={keys}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const corner = (event.target as HTMLElement).dataset.corner ?? '';
        held.current = { x: event.clientX, y: event.clientY, box, corner };
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        const start = held.current;
        if (!start) return;
        const scale = ratio();
        onPut(pulled(start.box, start.corner, (event.clientX - start.x) * scale, (event.clientY - start.y) * scale));
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      {(Object.keys(CORNERS) as (keyof typeof CORNERS)[]).map((corner) => (
        <span
          key={corner}
          data-corner={corner}
          className={`absolute hidden size-3 rounded-full border border-black bg-white group-hover:block group-focus:block ${CORNERS[corner]}`}
        />
      ))}
    </button>
  );
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** By so much an arrow key moves, px of the screen. */
const STEP = 8;

/** Moved as a whole, or by a corner; the opposite one stays. */
function pulled(box: Box, corner: string, dx: number, dy: number): Box {
  if (corner === '') return { ...box, x: box.x + dx, y: box.y + dy };
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  const wide = Math.max(LEAST, box.width + (west ? -dx : dx));
  const tall = Math.max(LEAST, box.height + (north ? -dy : dy));
  return {
    x: west ? box.x + box.width - wide : box.x,
    y: north ? box.y + box.height - tall : box.y,
    width: wide,
    height: tall,
  };
}

const between = (a: { x: number; y: number }, b: { x: number; y: number }): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

const percent = (part: number, of: number): string => `${(part / of) * 100}%`;
const placed = ({ x, y, width, height }: Box, across: number, down: number) => ({
  left: percent(x, across),
  top: percent(y, down),
  width: percent(width, across),
  height: percent(height, down),
});
