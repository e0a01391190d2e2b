import { ArrowLeft, ArrowRight, Check, EyeOff, Plus, ScanFace, SquareDashed } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useWords, type Words } from '../language.tsx';
import { CoverPicture } from './cover-picture.tsx';
import type { CaptureFile, CoveredPicture } from './shapes.ts';
import { type CoverablePicture, useCoverables, useCovers } from './use-covers.ts';

interface CoverEditorProps {
  files: readonly CaptureFile[];
  /** What was covered last, to go on from. */
  before: readonly CoveredPicture[];
  onClose: () => void;
  /** Seals the copy; true when it stands. */
  onSeal: (pictures: CoveredPicture[]) => Promise<boolean>;
}

/** Covering third persons on the pictures of a capture, one picture after the other, then sealing the redacted copy. */
export function CoverEditor({ files, before, onClose, onSeal }: CoverEditorProps) {
  const { t } = useWords();
  const pictures = useCoverables(files);
  if (pictures === null) return <p className="m-auto p-8 text-muted">{t('evidence.cover.loading')}</p>;
  if (pictures.length === 0)
    return (
      <div className="space-y-3 p-4">
        <p>{t('evidence.cover.nothing')}</p>
        <Button icon={ArrowLeft} onClick={onClose}>
          {t('evidence.cover.back')}
        </Button>
      </div>
    );
  return <Editor pictures={pictures} before={before} onClose={onClose} onSeal={onSeal} />;
}

function Editor({
  pictures,
  before,
  onClose,
  onSeal,
}: Pick<CoverEditorProps, 'before' | 'onClose' | 'onSeal'> & { pictures: readonly CoverablePicture[] }) {
  const { t } = useWords();
  const covers = useCovers(pictures, before);
  const [at, setAt] = useState(0);
  const [whole, setWhole] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const picture = pictures[at] ?? pictures[0];
  if (!picture) return null;
  const boxes = covers.on(picture).map(({ cover, box }) => ({ id: cover.id, box }));
  const result = covers.result();
  const count = result.reduce((sum, one) => sum + one.covers.length, 0);
  const seen = covers.included.has(picture.name);
  const last = at === pictures.length - 1;

  /** In the middle of what is seen of the picture. */
  function add(): void {
    if (!picture) return;
    const rect = frame.current?.getBoundingClientRect();
    const shown = rect && rect.width > 0 ? rect : { top: 0, bottom: picture.height, left: 0, width: picture.width };
    const ratio = picture.width / shown.width;
    const middle = (Math.max(0, shown.top) + Math.min(window.innerHeight, shown.bottom)) / 2 - shown.top;
    const [width, height] = [NEW.width * ratio, NEW.height * ratio];
    setFocus(covers.add(picture, { x: picture.width / 2 - width / 2, y: middle * ratio - height / 2, width, height }));
  }

  async function seal(): Promise<void> {
    setBusy(true);
    await onSeal(result);
    setBusy(false);
  }

  return (
    <main data-cover-editor className="flex min-h-0 flex-1 flex-col" aria-busy={busy}>
      <div className="flex flex-wrap items-center gap-1.5 border-line border-b px-3 py-1.5">
        <Button look="ghost" icon={ArrowLeft} onClick={() => (covers.touched ? setLeaving(true) : onClose())}>
          {t('evidence.cover.back')}
        </Button>
        <p className="ml-auto text-muted" role="status">
          {t('evidence.cover.summary', { pictures: result.length, total: pictures.length, count })}
        </p>
        <Button
          look="primary"
          icon={EyeOff}
          data-cover-seal
          disabled={busy || result.length === 0}
          onClick={() => void seal()}
        >
          {t(busy ? 'evidence.cover.sealing' : 'evidence.cover.seal')}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-3">
        <h2 className="font-semibold text-base">{t('evidence.cover.title')}</h2>
        <p className="mt-0.5 text-muted">{t('evidence.cover.explain')}</p>
        <nav aria-label={t('evidence.cover.pictures')} className="mt-3 flex gap-1 overflow-x-auto pb-1">
          {pictures.map((one, index) => (
            <button
              key={one.name}
              type="button"
              aria-current={index === at || undefined}
              data-cover-picture={one.name}
              onClick={() => {
                setAt(index);
                setFocus(null);
              }}
              className={`inline-flex min-h-8 shrink-0 items-center gap-1 rounded-md border px-2 ${index === at ? 'border-accent bg-accent-soft' : 'border-line hover:bg-surface'}`}
            >
              {covers.included.has(one.name) && <Check aria-hidden size={14} className="text-accent" />}
              {nameOf(t, pictures, one)}
              <span className="text-muted text-xs">
                {covers.included.has(one.name)
                  ? t('evidence.cover.covered', { count: covers.on(one).length })
                  : t('evidence.cover.out')}
              </span>
            </button>
          ))}
        </nav>
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-1.5 bg-ground py-2">
          <Button ref={adding} icon={Plus} data-cover-add onClick={add}>
            {t('evidence.cover.add')}
          </Button>
          {covers.proposed.length > 0 && (
            <Button icon={ScanFace} data-cover-propose onClick={covers.propose}>
              {t('evidence.cover.propose', { count: covers.proposed.length })}
            </Button>
          )}
          <Button look="ghost" icon={SquareDashed} aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? 'evidence.cover.fit' : 'evidence.cover.actual')}
          </Button>
          <label className="ml-auto inline-flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              data-cover-include
              checked={seen}
              onChange={(event) => covers.include(picture.name, event.target.checked)}
              className="size-4 accent-(--accent)"
            />
            {t('evidence.cover.include')}
          </label>
          {pictures.length > 1 && (
            <Button
              icon={last ? Check : ArrowRight}
              data-cover-next
              disabled={last && seen}
              onClick={() => {
                covers.include(picture.name, true);
                setFocus(null);
                if (!last) setAt(at + 1);
              }}
            >
              {t(last ? 'evidence.cover.seenLast' : 'evidence.cover.seenNext')}
            </Button>
          )}
        </div>
        <CoverPicture
          key={picture.name}
          picture={picture}
          label={nameOf(t, pictures, picture)}
          boxes={boxes}
          whole={whole}
          focus={focus}
          frame={frame}
          onAdd={(box) => setFocus(covers.add(picture, box))}
          onPut={(id, box) => covers.put(id, picture, box)}
          onRemove={(id) => {
            covers.remove(id);
            adding.current?.focus({ preventScroll: true });
          }}
        />
        <ul className="mt-2 list-disc space-y-0.5 pl-4 text-muted text-xs">
          <li>{t('evidence.cover.hintDraw')}</li>
          <li>{t('evidence.cover.hintKeys')}</li>
          <li>{t('evidence.cover.hintSame')}</li>
          <li>{t(covers.noted ? 'evidence.cover.hintProposed' : 'evidence.cover.hintByHand')}</li>
        </ul>
      </div>
      {leaving && (
        <Dialog
          title={t('evidence.cover.leaveTitle')}
          explain={t('evidence.cover.leaveExplain')}
          onClose={() => setLeaving(false)}
        >
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setLeaving(false)}>{t('evidence.cover.stay')}</Button>
            <Button look="danger" onClick={onClose}>
              {t('evidence.cover.leave')}
            </Button>
          </div>
        </Dialog>
      )}
    </main>
  );
}

/** A cover that a key makes: about a name, px of the screen. */
const NEW = { width: 160, height: 32 };

function nameOf(t: Words, pictures: readonly CoverablePicture[], { file, name }: CoverablePicture): string {
  if (file.kind === 'crop') return t('evidence.one.crop');
  if (file.kind === 'second-shot') return t('evidence.one.second');
  const tiles = pictures.filter((one) => one.file.kind === 'tile');
  return t('evidence.cover.tile', { index: tiles.findIndex((one) => one.name === name) + 1, total: tiles.length });
}
