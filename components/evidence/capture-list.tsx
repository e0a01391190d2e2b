import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { FileKind, Manifest } from '../../lib/evidence/contract.ts';
import { useWords, type Words } from '../language.tsx';
import { formatTime } from '../time.ts';
import type { CaptureLine } from './shapes.ts';

interface CaptureListProps {
  total: number;
  /** The line at this place, newest first; undefined: not fetched yet. */
  lineAt: (index: number) => CaptureLine | undefined;
  /** These places are about to be seen. */
  onWanted: (from: number, to: number) => void;
  current: string | null;
  onOpen: (id: string) => void;
  picked: ReadonlySet<string>;
  onPick: (id: string, picked: boolean) => void;
}

const ROW = 84;

/** Only what is seen is in the page, and only that is fetched: 1,000 captures open as fast as 10. */
export function CaptureList({ total, lineAt, onWanted, current, onOpen, picked, onPick }: CaptureListProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialRect: { width: 384, height: 700 },
  });
  const rows = list.getVirtualItems();
  const from = rows[0]?.index ?? 0;
  const to = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (total > 0) onWanted(from, to + 1);
  }, [from, to, total, onWanted]);
  return (
    <div ref={box} className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <ul aria-label={t('evidence.list.label')} className="relative" style={{ height: list.getTotalSize() }}>
        {rows.map((row) => {
          const line = lineAt(row.index);
          return (
            <li
              key={row.index}
              aria-setsize={total}
              aria-posinset={row.index + 1}
              className="absolute inset-x-0 top-0 border-line border-b"
              style={{ height: ROW, transform: `translateY(${row.start}px)` }}
            >
              {line ? (
                <Line
                  line={line}
                  current={line.id === current}
                  onOpen={onOpen}
                  picked={picked.has(line.id)}
                  onPick={onPick}
                />
              ) : (
                <div aria-hidden className="space-y-2 px-3 py-3">
                  <div className="h-4 w-1/2 rounded bg-surface" />
                  <div className="h-3 w-3/4 rounded bg-surface" />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What it is besides a capture with pictures. */
function kindOf(t: Words, { kind, files }: Manifest): string | null {
  const has = (wanted: FileKind): boolean => files.some((file) => file.kind === wanted);
  if (kind === 'annotation' && has('window')) return t('evidence.list.window');
  if (kind === 'annotation' && has('recording')) return t('evidence.list.recording');
  if (kind !== 'capture') return t(`evidence.list.${kind}`);
  return has('tile') || has('crop') ? null : t('evidence.list.textOnly');
}

function Line({
  line,
  current,
  onOpen,
  picked,
  onPick,
}: {
  line: CaptureLine;
  current: boolean;
  onOpen: (id: string) => void;
  picked: boolean;
  onPick: (id: string, picked: boolean) => void;
}) {
  const { t, language } = useWords();
  const { manifest } = line;
  const kind = manifest && kindOf(t, manifest);
  return (
    <div className={`flex h-full ${current ? 'bg-accent-soft' : 'hover:bg-surface'}`}>
      <label className="flex w-9 shrink-0 cursor-pointer items-start justify-center pt-3.5">
        <span className="sr-only">{`${t('evidence.case.pick')} ${manifest?.review.author.name ?? line.id}`}</span>
        <input
          type="checkbox"
          checked={picked}
          // Copies are made from originals; a case names the original.
          disabled={!manifest || manifest.derivedFrom !== null}
          onChange={(event) => onPick(line.id, event.target.checked)}
          className="size-4 accent-(--accent)"
        />
      </label>
      <button
        type="button"
        data-capture={line.id}
        aria-current={current || undefined}
        onClick={() => onOpen(line.id)}
        className="min-w-0 flex-1 py-2 pr-3 text-left"
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold">
            <bdi>{manifest ? manifest.review.author.name || manifest.key : t('evidence.list.unreadable')}</bdi>
          </span>
          <span
            className={`inline-flex shrink-0 items-center gap-1 text-xs ${line.complete ? 'text-muted' : 'text-amber'}`}
          >
            {line.complete ? <CircleCheck aria-hidden size={13} /> : <TriangleAlert aria-hidden size={13} />}
            {t(line.complete ? 'evidence.list.complete' : 'evidence.list.incomplete')}
          </span>
        </span>
        <span className="block truncate text-muted text-xs">
          {[manifest && t(`terms.site.${manifest.page.site}`), formatTime(line.at, language), kind]
            .filter(Boolean)
            .join('・')}
        </span>
        <span className="block truncate">{manifest?.review.text.replace(/\s+/g, ' ') ?? ''}</span>
      </button>
    </div>
  );
}
