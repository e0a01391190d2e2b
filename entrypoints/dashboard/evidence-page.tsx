import { Archive, ArrowLeft, CalendarClock, ScrollText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { BackupDue } from '../../components/backup.tsx';
import { Button } from '../../components/button.tsx';
import { CaptureList } from '../../components/evidence/capture-list.tsx';
import { CapturePanel } from '../../components/evidence/capture-panel.tsx';
import { CaseBar } from '../../components/evidence/case-bar.tsx';
import { CustodyLog } from '../../components/evidence/custody-log.tsx';
import { RevisitList } from '../../components/evidence/revisit-list.tsx';
import type { CaptureLine, OpenCapture } from '../../components/evidence/shapes.ts';
import { VerifyDrop } from '../../components/evidence/verify-drop.tsx';
import { useWords } from '../../components/language.tsx';
import { type Notice, ResultLine } from '../../components/result-line.tsx';
import type { FindPersonal } from '../../components/review/notes.tsx';
import { QueueLoading } from '../../components/states.tsx';
import type { Person } from '../../lib/contract/clinic.ts';
import type { Result } from '../../lib/contract/result.ts';
import type { AtDesk } from '../../lib/desk/naming.ts';
import type { Timestamp } from '../../lib/evidence/contract.ts';
import type { Wire } from '../sidebar/state.ts';
import { evidenceRoom } from './evidence.ts';
import type { Dashboard } from './state.ts';
import { windowPicture } from './window-picture.ts';

/** So many lines are fetched at once. */
const PAGE = 20;

interface EvidencePageProps {
  dashboard: Dashboard;
  request: Wire['request'];
  desk: AtDesk;
  personal: FindPersonal;
  lastBackup: string | null;
}

/** All captures, the open one beside them, and a place to drop a package on. */
export function EvidencePage({ dashboard, request, desk, personal, lastBackup }: EvidencePageProps) {
  const { t } = useWords();
  const room = useMemo(() => evidenceRoom(request), [request]);
  const captured = useStore(dashboard.store, (state) => state.captured);
  const [total, setTotal] = useState<number | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [open, setOpen] = useState<OpenCapture | null>(null);
  const [wanted, setWanted] = useOpenId();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<'captures' | 'revisits' | 'log'>('captures');
  const { lineAt, want, forget } = useLines(room.lines);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `captured` says that the list is another
  useEffect(() => {
    let gone = false;
    void room.count().then((answer) => {
      if (gone) return;
      forget();
      if (answer.ok) setTotal(answer.value);
      else setNotice({ kind: 'failed', failure: answer.failure });
    });
    return () => {
      gone = true;
    };
  }, [room, captured, forget]);

  const show = useCallback(
    async (id: string, viewed: boolean): Promise<void> => {
      const answer = await room.open(id, viewed);
      if (answer.ok) setOpen(answer.value);
      else {
        setOpen(null);
        setNotice({ kind: 'failed', failure: answer.failure });
      }
    },
    [room],
  );
  useEffect(() => {
    if (wanted === null) setOpen(null);
    else void show(wanted, true);
  }, [wanted, show]);

  async function exportOne(id: string): Promise<void> {
    const done = await room.exportOne(id);
    if (done.ok) setNotice({ kind: 'done', text: t('evidence.one.exported', { name: done.value.name }) });
    else setNotice(refused(done));
    await show(id, false);
  }

  async function exportCase(redacted: boolean): Promise<void> {
    const done = await room.exportCase([...picked], redacted);
    if (!done.ok) return setNotice(refused(done));
    const { name, bare } = done.value;
    setNotice(
      bare > 0
        ? { kind: 'careful', text: t('evidence.one.exportedBare', { name, count: bare }) }
        : { kind: 'done', text: t('evidence.one.exported', { name }) },
    );
  }

  /** Why nothing was exported; a stored file that is not what was sealed is said by its name. */
  const refused = ({ failure, detail }: Extract<Result<never>, { ok: false }>): Notice =>
    failure === 'bad-file'
      ? { kind: 'careful', text: t('evidence.one.changed', { name: detail ?? '' }) }
      : { kind: 'failed', failure };

  async function remove(id: string, reason: string, wrong: boolean, by: Person | null): Promise<boolean> {
    const done = await room.remove(id, reason, wrong, by);
    if (!done.ok) setNotice({ kind: 'failed', failure: done.failure });
    else {
      setWanted(null);
      setNotice({ kind: 'done', text: t('evidence.one.removed') });
    }
    return done.ok;
  }

  async function stamp(id: string, authority: string, kind: Timestamp['kind']): Promise<void> {
    const done = await room.stamp(id, authority, kind);
    if (!done.ok) setNotice({ kind: 'failed', failure: done.failure });
    else
      setNotice(
        done.value.granted
          ? { kind: 'done', text: t(`evidence.one.${kind === 'opentimestamps' ? 'otsGranted' : 'stampGranted'}`) }
          : { kind: 'careful', text: t('evidence.one.stampRefused') },
      );
    await show(id, false);
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1">
        <div className={`min-h-0 w-full flex-col border-line lg:flex lg:w-96 lg:border-r ${open ? 'hidden' : 'flex'}`}>
          <div className="space-y-2 px-3 py-2">
            <h1 className="font-semibold">
              {t('evidence.list.title')}
              <span className="ml-2 font-normal text-muted">{t('evidence.list.total', { count: total ?? 0 })}</span>
            </h1>
            {shown !== 'captures' ? (
              <Button look="ghost" icon={ArrowLeft} data-revisit-toggle onClick={() => setShown('captures')}>
                {t('evidence.revisit.back')}
              </Button>
            ) : (
              <div className="flex flex-wrap gap-1">
                {total !== null && total > 0 && (
                  <Button look="ghost" icon={CalendarClock} data-revisit-toggle onClick={() => setShown('revisits')}>
                    {t('evidence.revisit.title')}
                  </Button>
                )}
                <Button look="ghost" icon={ScrollText} onClick={() => setShown('log')}>
                  {t('evidence.log.title')}
                </Button>
              </div>
            )}
            {total !== null && total > 0 && <BackupDue last={lastBackup} />}
            <VerifyDrop onVerify={room.verify} />
            <CaseBar count={picked.size} onExport={exportCase} onClear={() => setPicked(new Set())} />
          </div>
          {shown === 'log' ? (
            <CustodyLog load={room.log} captured={captured} onShow={setWanted} />
          ) : total === null ? (
            <QueueLoading />
          ) : total === 0 ? (
            <div className="mx-auto flex max-w-72 flex-1 flex-col items-center gap-2 px-4 py-12 text-center">
              <Archive aria-hidden size={28} strokeWidth={1.5} className="text-muted" />
              <p className="font-semibold">{t('evidence.list.empty')}</p>
              <p className="text-muted">{t('evidence.list.emptyHint')}</p>
            </div>
          ) : shown === 'revisits' ? (
            <RevisitList
              load={room.revisits}
              captured={captured}
              now={new Date().toISOString()}
              onVisit={room.visit}
              onShow={setWanted}
            />
          ) : (
            <CaptureList
              total={total}
              lineAt={lineAt}
              onWanted={want}
              current={wanted}
              onOpen={setWanted}
              picked={picked}
              onPick={(id, on) =>
                setPicked((before) => {
                  const next = new Set(before);
                  if (on) next.add(id);
                  else next.delete(id);
                  return next;
                })
              }
            />
          )}
        </div>
        <div className={`min-h-0 min-w-0 flex-1 flex-col lg:flex ${open ? 'flex' : 'hidden'}`}>
          {open ? (
            <CapturePanel
              desk={desk}
              personal={personal}
              key={open.id}
              capture={open}
              onBack={() => setWanted(null)}
              onExport={() => exportOne(open.id)}
              onRemove={(reason, wrong, by) => remove(open.id, reason, wrong, by)}
              onStamp={(authority, kind) => stamp(open.id, authority, kind)}
              onShow={setWanted}
              onRedact={async (pictures) => {
                const done = await room.redact(open.id, pictures);
                if (done.ok) {
                  setWanted(done.value.id);
                  setNotice({ kind: 'done', text: t('evidence.cover.sealed') });
                } else setNotice({ kind: 'failed', failure: done.failure });
                return done.ok;
              }}
              takeWindow={windowPicture}
              onWindow={async (picture) => {
                const done = await room.addWindow(open.id, picture);
                if (done.ok) {
                  setWanted(done.value.id);
                  setNotice({ kind: 'done', text: t('evidence.window.added') });
                }
                return done;
              }}
            />
          ) : (
            total !== null && total > 0 && <p className="m-auto text-muted">{t('evidence.list.pick')}</p>
          )}
        </div>
      </div>
      <div className={notice ? 'border-line border-t p-2' : ''}>
        <ResultLine notice={notice} onDismiss={() => setNotice(null)} />
      </div>
    </div>
  );
}

const openId = (): string | null => /^#\/?evidence\/([A-Za-z0-9-]+)$/.exec(location.hash)?.[1] ?? null;

/** The capture named in the address: `#evidence/ID`, so that the sidebar can lead to it. */
function useOpenId(): [string | null, (id: string | null) => void] {
  const [id, setId] = useState(openId);
  // Once: the page is drawn anew by the very event, and a listener that is put back meanwhile would miss it.
  useEffect(() => {
    const follow = (): void => setId(openId());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [
    id,
    (next) => {
      location.hash = next === null ? 'evidence' : `evidence/${next}`;
    },
  ];
}

/** Lines by their place, fetched as they come into view. */
function useLines(fetchLines: ReturnType<typeof evidenceRoom>['lines']) {
  const lines = useRef(new Map<number, CaptureLine>());
  const asked = useRef(new Set<number>());
  const [, redraw] = useState(0);
  const want = useCallback(
    (from: number, to: number): void => {
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        const held = lines.current;
        void fetchLines(page * PAGE, PAGE).then((answer) => {
          if (!answer.ok) {
            asked.current.delete(page);
            return;
          }
          for (const [index, line] of answer.value.entries()) held.set(page * PAGE + index, line);
          redraw((count) => count + 1);
        });
      }
    },
    [fetchLines],
  );
  const forget = useCallback(() => {
    lines.current = new Map();
    asked.current = new Set();
    redraw((count) => count + 1);
  }, []);
  return { lineAt: (index: number) => lines.current.get(index), want, forget };
}
