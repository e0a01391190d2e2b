import {
  Archive,
  Database,
  Inbox,
  type LucideIcon,
  MessageSquareQuote,
  Settings,
  Sparkles,
  Stethoscope,
} from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { Duty } from '../../components/duty.tsx';
import { LanguageProvider, useWords, type Words } from '../../components/language.tsx';
import { FirstRun } from '../../components/profile/first-run.tsx';
import { NextSteps } from '../../components/profile/next-steps.tsx';
import { ProfileForm } from '../../components/profile/profile-form.tsx';
import { useUnsaved } from '../../components/profile/use-unsaved.ts';
import { type Changes, isChanged } from '../../components/profile/values.ts';
import { ReaderLine } from '../../components/reader-line.tsx';
import { type Notice, ResultLine } from '../../components/result-line.tsx';
import { DataPanel } from '../../components/settings/data-panel.tsx';
import { SettingsForm } from '../../components/settings/settings-form.tsx';
import { QueueLoading } from '../../components/states.tsx';
import { DataDoor } from '../../components/to-data.tsx';
import { deskOf } from '../../lib/desk/naming.ts';
import { findPersonalData } from '../sidebar/rooms.ts';
import type { Wire } from '../sidebar/state.ts';
import { useTheme } from '../sidebar/theme.ts';
import { backUp } from './backup.ts';
import { download } from './download.ts';
import { EvidencePage } from './evidence-page.tsx';
import { QueuePage } from './queue-page.tsx';
import type { Dashboard, Happened } from './state.ts';

const SentencesPage = lazy(() => import('./sentences-page.tsx'));
const ModelPage = lazy(() => import('./model-page.tsx'));

interface AppProps {
  dashboard: Dashboard;
  request: Wire['request'];
}

const SECTIONS = ['queue', 'evidence', 'profile', 'sentences', 'settings', 'model', 'data'] as const;
type Section = (typeof SECTIONS)[number];
const ICONS: Record<Section, LucideIcon> = {
  queue: Inbox,
  evidence: Archive,
  profile: Stethoscope,
  sentences: MessageSquareQuote,
  settings: Settings,
  model: Sparkles,
  data: Database,
};

const toData = (): void => {
  location.hash = 'data';
};

export function App({ dashboard, request }: AppProps) {
  const preferences = useStore(dashboard.store, (state) => state.settings?.preferences);
  const language = preferences?.language ?? 'zh-TW';
  useTheme(preferences?.theme ?? 'system', language);
  const section = useSection();
  return (
    <LanguageProvider language={language}>
      <DataDoor value={section === 'data' ? null : toData}>
        <Page dashboard={dashboard} request={request} section={section} />
      </DataDoor>
    </LanguageProvider>
  );
}

function Page({ dashboard, request, section }: AppProps & { section: Section }) {
  const { t } = useWords();
  const settings = useStore(dashboard.store, (state) => state.settings);
  const reader = useStore(dashboard.store, (state) => state.reader);
  const skipped = useStore(dashboard.store, (state) => state.skipped);
  const happened = useStore(dashboard.store, (state) => state.happened);
  const fresh = useStore(dashboard.store, (state) => state.fresh);
  useLeft(section, () => {
    dashboard.say(null);
    dashboard.show({ fresh: false });
  });
  const clinic = settings?.clinic ?? null;
  const personal = useCallback((text: string) => findPersonalData(text, clinic), [clinic]);
  const typed = useRef<Changes>({});
  // The form itself asks while it stands open.
  useUnsaved(() => section !== 'profile' && isChanged(typed.current));
  const title = t('dashboard.title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!settings) {
    return (
      <div className="p-4">
        <QueueLoading />
        <Line happened={happened} dashboard={dashboard} />
      </div>
    );
  }
  const desk = deskOf(settings);
  const firstRun =
    settings.clinic === null &&
    !skipped &&
    section !== 'data' &&
    section !== 'settings' &&
    section !== 'model' &&
    section !== 'evidence';
  return (
    <div className="flex h-dvh flex-col overflow-clip">
      {/* No link: the address names a section, and the jump must not change it. */}
      <button
        type="button"
        onClick={() => document.getElementById('main')?.focus()}
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-raised focus:px-3 focus:py-2"
      >
        {t('dashboard.skip')}
      </button>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-line border-b px-4 py-2">
        <span className="font-semibold text-accent text-base">{t('sidebar.product')}</span>
        <nav
          aria-label={t('dashboard.nav.label')}
          className="order-last flex w-full flex-wrap gap-1 sm:order-none sm:w-auto sm:flex-1"
        >
          {SECTIONS.map((name) => (
            <Tab key={name} name={name} current={name === section} />
          ))}
        </nav>
        {/* The first run asks for people itself: a link to them would lead nowhere. */}
        {!firstRun && (
          <Duty
            people={desk.people}
            onDuty={desk.onDuty}
            onPick={(person) => void dashboard.duty(person)}
            onAdd={() => {
              location.hash = 'profile';
            }}
          />
        )}
      </header>
      <ReaderLine reader={reader} />
      <div id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {firstRun ? (
          <Scroll>
            <FirstRun typed={typed} onSave={dashboard.saveClinic} onSkip={() => dashboard.show({ skipped: true })} />
          </Scroll>
        ) : fresh ? (
          <Scroll>
            <NextSteps people={desk.people} onDone={() => dashboard.show({ fresh: false })} />
          </Scroll>
        ) : section === 'queue' ? (
          <QueuePage dashboard={dashboard} request={request} settings={settings} />
        ) : section === 'evidence' ? (
          <EvidencePage
            dashboard={dashboard}
            request={request}
            desk={desk}
            personal={personal}
            lastBackup={settings.preferences.lastBackup}
          />
        ) : (
          <Scroll>
            {section === 'profile' && (
              <ProfileForm typed={typed} clinic={settings.clinic} onSave={dashboard.saveClinic} />
            )}
            {section === 'sentences' && (
              <Suspense fallback={<QueueLoading />}>
                <SentencesPage request={request} settings={settings} />
              </Suspense>
            )}
            {section === 'settings' && (
              <SettingsForm preferences={settings.preferences} onChange={(change) => void dashboard.prefer(change)} />
            )}
            {section === 'model' && (
              <Suspense fallback={<QueueLoading />}>
                <ModelPage />
              </Suspense>
            )}
            {section === 'data' && (
              <DataPanel
                desk={desk}
                personal={personal}
                lastBackup={settings.preferences.lastBackup}
                retentionDays={settings.preferences.retentionDays}
                onDue={dashboard.due}
                onPurge={dashboard.purge}
                onExport={async () => {
                  const made = await backUp(request);
                  dashboard.say(
                    made.ok
                      ? { kind: 'done', what: 'exported', name: made.value.name }
                      : { kind: 'failed', failure: made.failure },
                  );
                }}
                onCorrections={async () => {
                  const made = await dashboard.exportCorrections();
                  if (made) download(made.file, made.name);
                }}
                onImport={(file) => dashboard.importAll(file)}
                onInventory={dashboard.inventory}
                onClear={async (reason, by) => {
                  const cleared = await dashboard.clear(reason, by);
                  if (cleared) typed.current = {};
                  return cleared;
                }}
              />
            )}
          </Scroll>
        )}
      </div>
      <Line happened={happened} dashboard={dashboard} />
    </div>
  );
}

function Scroll({ children }: { children: React.ReactNode }) {
  return (
    <main className="relative min-h-0 flex-1 overflow-y-auto px-4">
      <div className="mx-auto max-w-3xl pt-4">{children}</div>
    </main>
  );
}

function Tab({ name, current }: { name: Section; current: boolean }) {
  const { t } = useWords();
  const Icon = ICONS[name];
  return (
    <a
      href={`#${name}`}
      aria-current={current ? 'page' : undefined}
      className={`inline-flex min-h-8 items-center gap-1.5 rounded-md px-2.5 ${current ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-surface hover:text-ink'}`}
    >
      <Icon aria-hidden size={16} className="hidden lg:block" />
      {t(`dashboard.nav.${name}`)}
    </a>
  );
}

function Line({ happened, dashboard }: { happened: Happened | null; dashboard: Dashboard }) {
  const { t } = useWords();
  return (
    <div className={happened ? 'border-line border-t p-2' : ''}>
      <ResultLine notice={happened && noticeOf(happened, t)} onDismiss={() => dashboard.say(null)} />
    </div>
  );
}

function noticeOf(happened: Happened, t: Words): Notice {
  if (happened.kind === 'failed') return happened;
  switch (happened.what) {
    case 'saved':
      return { kind: 'done', text: t('dashboard.saved') };
    case 'cleared':
      return { kind: 'done', text: t('dashboard.data.cleared') };
    case 'purged':
      return { kind: 'done', text: t('dashboard.due.done', { count: happened.count }) };
    case 'exported':
      return { kind: 'done', text: t('dashboard.data.exported', { name: happened.name }) };
    case 'corrections':
      return {
        kind: 'done',
        text:
          happened.count > 0
            ? t('reading.data.exported', { count: happened.count, name: happened.name })
            : t('reading.data.none'),
      };
    case 'imported':
      return {
        kind: 'done',
        text: t(happened.skipped > 0 ? 'dashboard.data.importedKnown' : 'dashboard.data.imported', {
          reviews: happened.reviews,
          skipped: happened.skipped,
        }),
      };
  }
}

/** Calls when the person goes to another section: what was said of the one before is no news there. */
function useLeft(section: Section, onLeft: () => void): void {
  const before = useRef(section);
  useEffect(() => {
    if (before.current === section) return;
    before.current = section;
    onLeft();
  });
}

/** The section named in the address: `#profile`; anything else is the queue. */
function useSection(): Section {
  const hash = useSyncExternalStore(
    (notify) => {
      addEventListener('hashchange', notify);
      return () => removeEventListener('hashchange', notify);
    },
    () => location.hash,
  );
  // What follows a slash names a part of the section: `#evidence/ID`.
  const name = hash.replace(/^#\/?/, '').replace(/\/.*$/, '');
  return SECTIONS.find((section) => section === name) ?? 'queue';
}
