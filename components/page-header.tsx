import { Activity, CircleCheck, CircleHelp, Clipboard, LoaderCircle, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Health } from '../lib/contract/review.ts';
import type { PageView } from '../lib/contract/views.ts';
import { type Catalogue, words } from '../lib/strings/index.ts';
import { useWords, type Words } from './language.tsx';
import { visibleText } from './plain-text.tsx';

interface PageHeaderProps {
  view: Pick<PageView, 'page' | 'health' | 'reading' | 'bound'>;
  read: number;
  onCopyStructure: () => void;
  /** Who is on duty. */
  duty: ReactNode;
  /** Menu and close button. */
  children: ReactNode;
}

/** What this page is, and how well it was read, in one line each. */
export function PageHeader({ view, read, onCopyStructure, duty, children }: PageHeaderProps) {
  const { t } = useWords();
  const { page } = view;
  // On a board or forum the person has an article before them; on the other sites, a place.
  const board = page?.site === 'ptt' || page?.site === 'dcard' ? page.place?.name : undefined;
  const place = page?.place?.name ?? page?.title;
  const name = board === undefined || page?.kind === 'list' ? place : (page?.title ?? board);
  return (
    <header className="px-3 pt-2 pb-1">
      <div className="flex items-center gap-1">
        <h1 className="min-w-0 flex-1 py-1 font-semibold leading-snug">
          <bdi className="line-clamp-2" title={name ?? undefined}>
            {name ? visibleText(name) : t('sidebar.page.unknown')}
          </bdi>
        </h1>
        {children}
      </div>
      <p className="mb-1 text-xs text-muted">
        {page && (
          <>
            {t(`terms.site.${page.site}`)}
            {' · '}
            {t(`terms.pageKind.${page.kind}`)}
            {board !== undefined && board !== name && (
              <>
                {' · '}
                <bdi>{visibleText(board)}</bdi>
              </>
            )}
            {view.bound === 'own' && ` · ${t('sidebar.page.own')}`}
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <HealthLine health={view.health} reading={view.reading} read={read} onCopy={onCopyStructure} />
        {duty}
      </div>
    </header>
  );
}

interface HealthLineProps {
  health: Health | null;
  reading: boolean;
  read: number;
  onCopy: () => void;
}

function HealthLine({ health, reading, read, onCopy }: HealthLineProps) {
  const { t } = useWords();
  const { icon: Icon, look, text } = lineOf(t, health, reading, read);
  const ill = health?.status === 'degraded' || health?.status === 'broken';
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 text-xs">
      <p role="status" className={`flex min-w-0 items-center gap-1 ${look}`}>
        <Icon aria-hidden size={14} className={`shrink-0 ${Icon === LoaderCircle ? 'animate-spin' : ''}`} />
        {text}
      </p>
      {ill && (
        <button
          type="button"
          onClick={onCopy}
          className="inline-flex min-h-8 items-center gap-1 text-accent underline underline-offset-2"
        >
          <Clipboard aria-hidden size={14} />
          {t('sidebar.health.copy')}
        </button>
      )}
    </div>
  );
}

function lineOf(t: Words, health: Health | null, reading: boolean, read: number) {
  const fields = [...new Set(health?.problems.map((problem) => fieldName(t, problem.field)) ?? [])].join(
    t('sidebar.health.fieldSeparator'),
  );
  if (health?.status === 'broken') {
    return { icon: OctagonAlert, look: 'text-amber font-semibold', text: t('sidebar.health.broken', { fields }) };
  }
  if (reading) return { icon: LoaderCircle, look: 'text-muted', text: t('sidebar.health.reading', { count: read }) };
  if (!health) return { icon: CircleHelp, look: 'text-muted', text: t('sidebar.health.unknown') };
  if (health.status === 'degraded') {
    return { icon: TriangleAlert, look: 'text-amber', text: t('sidebar.health.degraded', { fields }) };
  }
  if (health.status === 'ok') return { icon: CircleCheck, look: 'text-muted', text: t('sidebar.health.ok') };
  return { icon: Activity, look: 'text-muted', text: t('sidebar.health.notApplicable') };
}

/** The fields that adapters name in their health; `author.id` is about the author. */
function fieldName(t: Words, field: string): string {
  const [name] = field.split('.');
  const known = FIELDS.find((other) => other === name);
  return known ? t(`terms.field.${known}`) : field;
}

const FIELDS = Object.keys(words('zh-TW').terms.field) as (keyof Catalogue['terms']['field'])[];
