import { ArrowLeft, Download, ExternalLink, Trash2, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import type { Manifest, Timestamp } from '../../lib/evidence/contract.ts';
import { coveredName } from '../../lib/evidence/covers.ts';
import { takenOf } from '../../lib/evidence/custody.ts';
import { isLoss } from '../../lib/evidence/missing.ts';
import { toTheSecond } from '../../lib/evidence/words.ts';
import { Button } from '../button.tsx';
import { MissingList } from '../capture/missing-list.tsx';
import { RecheckResult } from '../capture/recheck-result.tsx';
import { useWords } from '../language.tsx';
import type { FindPersonal } from '../review/notes.tsx';
import { AddWindow } from './add-window.tsx';
import { CaptureFields, Checks, Facts } from './capture-fields.tsx';
import { CoverEditor } from './cover-editor.tsx';
import { Custody } from './custody.tsx';
import { FilesTable } from './files-table.tsx';
import { JoinedPicture } from './joined-picture.tsx';
import { Picture } from './picture.tsx';
import { Recording } from './recording.tsx';
import { CopyNote, Redaction } from './redaction.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import type { CaptureFile, CoveredPicture, OpenCapture } from './shapes.ts';
import { Timestamps } from './timestamps.tsx';

interface CapturePanelProps {
  desk: AtDesk;
  personal: FindPersonal;
  capture: OpenCapture;
  onBack: () => void;
  onExport: () => Promise<void>;
  onRemove: (reason: string, wrong: boolean, by: Person | null) => Promise<boolean>;
  onStamp: (authority: string, kind: Timestamp['kind']) => Promise<void>;
  /** One picture of a window that the person chooses, and what to do with it. */
  takeWindow: () => Promise<Blob | null>;
  onWindow: (picture: Blob) => Promise<Result<unknown>>;
  /** Seals a copy with these pictures covered; true when it stands. */
  onRedact: (pictures: CoveredPicture[]) => Promise<boolean>;
  /** Shows another capture: the original of a copy, or the copy of an original. */
  onShow: (id: string) => void;
}

/** One capture, top to bottom: what it is, what is missing, pictures, text, fields, seal, time, custody. */
export function CapturePanel({
  desk,
  personal,
  capture,
  onBack,
  onExport,
  onRemove,
  onStamp,
  takeWindow,
  onWindow,
  onRedact,
  onShow,
}: CapturePanelProps) {
  const { t, language } = useWords();
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [covering, setCovering] = useState(false);
  const { manifest, files } = capture;
  if (covering)
    return (
      <CoverEditor
        files={files}
        before={capture.redaction?.pictures ?? []}
        onClose={() => setCovering(false)}
        onSeal={onRedact}
      />
    );
  const recorded = files.find(({ kind }) => kind === 'recording');
  const text = files.find(({ kind, name }) => kind === 'text' || name === coveredName('text.txt'));
  return (
    <main data-capture-open={capture.id} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-1.5 border-line border-b px-3 py-1.5">
        <Button look="ghost" icon={ArrowLeft} className="lg:hidden" onClick={onBack}>
          {t('evidence.one.back')}
        </Button>
        <span className="min-w-0 flex-1" />
        <Button look="ghost" icon={Trash2} onClick={() => setRemoving(true)}>
          {t('evidence.one.remove')}
        </Button>
        <Button
          look="primary"
          icon={Download}
          data-capture-export
          disabled={busy || manifest === null}
          onClick={() => {
            setBusy(true);
            void onExport().finally(() => setBusy(false));
          }}
        >
          {t(busy ? 'evidence.one.exporting' : 'evidence.one.export')}
        </Button>
      </div>
      <div className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <div className="mx-auto max-w-3xl px-4 pb-8">
          {manifest ? (
            <>
              {manifest.kind === 'redaction' && <CopyNote manifest={manifest} onShow={onShow} />}
              <Head manifest={manifest} />
              {manifest.recheck && (
                <Part title={t('evidence.one.recheck')}>
                  <RecheckResult recheck={manifest.recheck} />
                </Part>
              )}
              <Part title={t('evidence.one.pictures')}>
                {recorded && manifest.recording ? (
                  <Recording
                    file={recorded}
                    facts={manifest.recording}
                    name={`replywell-${capture.id.slice(0, 8)}.webm`}
                  />
                ) : (
                  <Pictures files={files} part={manifest.review.parent !== null} />
                )}
                {manifest.derivedFrom === null && !manifest.missing.some(({ why }) => why === 'withheld') && (
                  <AddWindow take={takeWindow} onAdd={onWindow} />
                )}
              </Part>
              {manifest.derivedFrom === null && files.some(({ kind }) => kind === 'tile' || kind === 'crop') && (
                <Part title={t('evidence.cover.part')}>
                  <Redaction redaction={capture.redaction} onCover={() => setCovering(true)} onShow={onShow} />
                </Part>
              )}
              {(text || manifest.derivedFrom === null) && (
                <Part title={t('evidence.one.text')}>
                  <PlainFile file={text} />
                </Part>
              )}
              <Part title={t('evidence.one.fields')}>
                <CaptureFields manifest={manifest} />
              </Part>
              <Part title={t('evidence.one.checks.title')}>
                <Checks checks={manifest.checks} />
              </Part>
              <Part title={t('evidence.one.claim')}>
                <p>{manifest.claim[language]}</p>
                <h4 className="mt-2 font-semibold">{t('evidence.one.doesNotProve')}</h4>
                <ul className="list-disc space-y-0.5 pl-4 text-muted">
                  {manifest.doesNotProve.map((sentence) => (
                    <li key={sentence.en}>{sentence[language]}</li>
                  ))}
                </ul>
              </Part>
              <Part title={t('evidence.one.stamps')}>
                <Timestamps stamps={capture.timestamps} onStamp={onStamp} />
              </Part>
              <Part title={t('evidence.one.custody')}>
                <Custody entries={capture.custody} />
              </Part>
              <Part title={t('evidence.one.files')}>
                <FilesTable capture={capture} manifest={manifest} />
              </Part>
            </>
          ) : (
            <div className="mt-6 rounded-md bg-amber-soft px-3 py-2">
              <p className="font-semibold">{t('evidence.list.unreadable')}</p>
              <p>{t('evidence.list.unreadableHint')}</p>
            </div>
          )}
        </div>
      </div>
      {removing && (
        <RemoveDialog
          desk={desk}
          taken={takenOf(capture.custody)}
          personal={personal}
          onClose={() => setRemoving(false)}
          onRemove={async (reason, wrong, by) => {
            if (await onRemove(reason, wrong, by)) setRemoving(false);
          }}
        />
      )}
    </main>
  );
}

/** What, where, when, by whom, and what is missing. */
function Head({ manifest }: { manifest: Manifest }) {
  const { review, page, capturedAt, finishedAt, by, case: held, missing, complete } = manifest;
  const copied = manifest.derivedFrom !== null;
  const { t } = useWords();
  // Where nothing of a whole capture is lost, what is not in it was left out on purpose.
  const losses = complete ? [] : missing.filter(isLoss);
  const others = missing.filter((one) => !losses.includes(one));
  return (
    <header className="space-y-3 py-4">
      <div>
        <h2 className="font-semibold text-lg leading-snug">
          <bdi>{review.title ?? review.author.name}</bdi>
        </h2>
        <p className="text-muted">
          {t(`terms.site.${page.site}`)}
          {review.title !== null && (
            <>
              ・<bdi>{review.author.name}</bdi>
            </>
          )}
          ・{review.postedAt.shown}
        </p>
      </div>
      {!complete && (
        <div className="flex items-start gap-2 rounded-md bg-amber-soft px-3 py-2">
          <TriangleAlert aria-hidden size={17} className="mt-1 shrink-0 text-amber" />
          <div className="min-w-0">
            <p className="font-semibold">{t('evidence.capture.incomplete')}</p>
            <p>{t('evidence.one.incompleteHint')}</p>
            {losses.length > 0 && (
              <>
                <p className="mt-1 font-semibold">{t('evidence.one.missing')}</p>
                <MissingList missing={losses} />
              </>
            )}
          </div>
        </div>
      )}
      <Facts
        facts={[
          [
            t('evidence.one.capturedAt'),
            <>
              <time dateTime={capturedAt.utc}>{toTheSecond(capturedAt.taipei)}</time>
              <span className="text-muted">{t('evidence.one.taipei', { utc: toTheSecond(capturedAt.utc) })}</span>
            </>,
          ],
          copied && [t('evidence.one.madeAt'), toTheSecond(finishedAt.taipei)],
          [
            t(copied ? 'evidence.one.madeBy' : 'evidence.one.by'),
            by
              ? t('sidebar.duty.person', { name: by.name, role: t(`terms.role.${by.role}`) })
              : t('evidence.one.nobody'),
          ],
          [t('evidence.one.case'), held?.name],
          [t('evidence.one.page'), page.title],
          [
            t('evidence.one.address'),
            <>
              <a
                href={page.url}
                target="_blank"
                rel="noreferrer"
                className="break-all text-accent underline underline-offset-2"
              >
                {page.url}
                <ExternalLink aria-label={t('evidence.one.openPage')} size={13} className="ml-1 inline" />
              </a>
              <span className="block text-muted text-xs">
                {t(page.addressBar === 'pictured' ? 'evidence.one.addressPictured' : 'evidence.one.addressRecorded')}
              </span>
            </>,
          ],
        ]}
      />
      {others.length > 0 && (
        <div className="rounded-md bg-surface px-3 py-2">
          <p className="font-semibold">{t('evidence.one.notIn')}</p>
          <MissingList missing={others} />
        </div>
      )}
    </header>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t py-4">
      <h3 id={id} className="mb-2 font-semibold text-base">
        {title}
      </h3>
      {children}
    </section>
  );
}

/** `part`: the review is a comment under what is pictured, so its own part comes first. */
function Pictures({ files, part }: { files: readonly CaptureFile[]; part: boolean }) {
  const { t } = useWords();
  const tiles = files.filter(({ kind }) => kind === 'tile');
  const of = (kind: CaptureFile['kind']) => files.find((file) => file.kind === kind);
  const [crop, second, window] = [of('crop'), of('second-shot'), of('window')];
  const covered = files.filter(({ kind, type }) => kind === 'redacted' && type.startsWith('image/'));
  if (covered.length > 0) return <CoveredPictures pictures={covered} />;
  if (tiles.length === 0 && !crop && window) return <Picture file={window} label={t('evidence.one.window')} />;
  if (tiles.length === 0 && !crop) return <p className="text-muted">{t('evidence.capture.doneText')}</p>;
  return (
    <div className="space-y-4">
      {crop && part && <Picture file={crop} label={t('evidence.one.crop')} />}
      <JoinedPicture tiles={tiles} />
      <details>
        <summary className="min-h-8 font-semibold">{t('evidence.one.tiles')}</summary>
        <div className="grid gap-4 pt-2 sm:grid-cols-2">
          {tiles.map((tile, index) => (
            <Picture
              key={tile.name}
              file={tile}
              label={t('evidence.one.tile', { index: index + 1, total: tiles.length })}
            />
          ))}
          {crop && !part && <Picture file={crop} label={t('evidence.one.crop')} />}
          {second && <Picture file={second} label={t('evidence.one.second')} />}
          {window && <Picture file={window} label={t('evidence.one.window')} />}
        </div>
      </details>
    </div>
  );
}

/** Of a redacted copy: only these are in it. */
function CoveredPictures({ pictures }: { pictures: readonly CaptureFile[] }) {
  const { t } = useWords();
  const label = (name: string, index: number): string => {
    if (name === coveredName('crop.png')) return t('evidence.one.crop');
    if (name === coveredName('second.png')) return t('evidence.one.second');
    return t('evidence.one.tile', { index: index + 1, total: tiles.length });
  };
  const tiles = pictures.filter(({ name }) => name.startsWith(coveredName('tiles/')));
  const others = pictures.filter((picture) => !tiles.includes(picture));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {[...tiles, ...others].map((picture, index) => (
        <Picture key={picture.name} file={picture} label={label(picture.name, index)} />
      ))}
    </div>
  );
}

/** Shown as text, whatever it holds. */
function PlainFile({ file }: { file: CaptureFile | undefined }) {
  const { t } = useWords();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void file?.blob.text().then((read) => !gone && setText(read));
    return () => {
      gone = true;
    };
  }, [file]);
  if (!file) return <p className="text-muted">{t('evidence.one.notThere')}</p>;
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-96 overflow-y-auto whitespace-pre-wrap break-words rounded-md bg-surface px-3 py-2 font-sans"
    >
      {text ?? ''}
    </pre>
  );
}
