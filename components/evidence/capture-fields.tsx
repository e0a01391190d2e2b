import type { ReactNode } from 'react';
import type { Manifest } from '../../lib/evidence/contract.ts';
import { adapterWords } from '../../lib/evidence/words.ts';
import { useWords, type Words } from '../language.tsx';
import { formatTime } from '../time.ts';

/** Names and values side by side; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode] | null | false)[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts.map((fact, index) => {
        if (!fact || fact[1] === null || fact[1] === undefined || fact[1] === '') return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may have one name, and their order is fixed
          <div key={index} className="contents">
            <dt className="text-muted">{fact[0]}</dt>
            <dd className="mb-1 min-w-0 break-words sm:mb-0">{fact[1]}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Every field that was read, and on what. */
export function CaptureFields({ manifest }: { manifest: Manifest }) {
  const { t, language } = useWords();
  const { review, environment, page, clock } = manifest;
  const field = (name: Parameters<typeof nameOf>[1]): string => nameOf(t, name);
  const counts = Object.entries(review.counts).flatMap(([name, count]) =>
    count === undefined ? [] : t(`evidence.one.counts.${name as 'likes'}`, { count }),
  );
  const groups: [string, readonly (readonly [string, ReactNode] | null | false)[]][] = [
    [
      t('evidence.one.group.item'),
      [
        [field('platform'), t(`terms.site.${page.site}`)],
        [field('item'), review.id],
        [field('author'), [review.author.name, review.author.id && `(${review.author.id})`].filter(Boolean).join(' ')],
        [field('authorUrl'), review.author.url],
        [field('posted'), review.postedAt.shown],
        [field('postedIso'), review.postedAt.iso && formatTime(review.postedAt.iso, language)],
        [field('rating'), review.rating],
        [field('edited'), review.edited === null ? null : field(review.edited ? 'yes' : 'no')],
        [field('counts'), counts.join(t('review.listSeparator'))],
        [field('place'), page.place?.name ?? page.place?.id],
        [field('identifies'), manifest.identifies.join(t('review.listSeparator'))],
        [field('firstSeen'), manifest.firstSeen && formatTime(manifest.firstSeen.at.utc, language)],
        [field('thread'), t('evidence.one.field.threadCount', { count: manifest.threadSize })],
      ],
    ],
    [t('evidence.one.group.shown'), manifest.shown.map(({ label, value }) => [label, value] as const)],
    [
      t('evidence.one.group.environment'),
      [
        [field('clock'), clockWords(t, clock)],
        [field('browser'), environment.browser],
        [field('system'), environment.os],
        [field('build'), environment.build],
        [
          field('view'),
          t('evidence.one.field.viewValue', {
            width: environment.viewport?.width ?? environment.window.width,
            height: environment.viewport?.height ?? environment.window.height,
            zoom: Math.round((environment.zoom ?? 1) * 100),
            dpr: environment.dpr,
          }),
        ],
        [field('language'), languageName(environment.language, language)],
        [field('adapter'), adapterWords(page.adapter.version)[language]],
      ],
    ],
  ];
  return (
    <div className="space-y-4">
      {groups.map(([title, facts]) =>
        facts.length === 0 ? null : (
          <section key={title}>
            <h4 className="mb-1 font-semibold">{title}</h4>
            <Facts facts={facts} />
          </section>
        ),
      )}
    </div>
  );
}

/** 「zh-TW」 as people call it; as it is where the browser does not know it. */
function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

type Field =
  | 'platform'
  | 'item'
  | 'author'
  | 'authorUrl'
  | 'posted'
  | 'postedIso'
  | 'rating'
  | 'edited'
  | 'counts'
  | 'place'
  | 'identifies'
  | 'firstSeen'
  | 'thread'
  | 'clock'
  | 'browser'
  | 'system'
  | 'build'
  | 'view'
  | 'language'
  | 'adapter'
  | 'yes'
  | 'no';
const nameOf = (t: Words, name: Field): string => t(`evidence.one.field.${name}`);

function clockWords(t: Words, { offsetMs, source }: Manifest['clock']): string {
  if (offsetMs === null) return t('evidence.one.field.clockUnknown');
  return t('evidence.one.field.clockValue', {
    source: source ?? '',
    direction: t(offsetMs >= 0 ? 'evidence.one.field.fast' : 'evidence.one.field.slow'),
    seconds: (Math.abs(offsetMs) / 1000).toFixed(1),
  });
}

/** What was compared while capturing: yes, no, or not looked at. */
export function Checks({ checks }: { checks: Manifest['checks'] }) {
  const { t } = useWords();
  const word = (value: boolean | null | undefined): string =>
    t(
      value === null || value === undefined
        ? 'evidence.one.checks.unknown'
        : value
          ? 'evidence.one.checks.yes'
          : 'evidence.one.checks.no',
    );
  return (
    <Facts
      facts={[
        [t('evidence.one.checks.reloaded'), word(checks.reloaded)],
        [t('evidence.one.checks.shotsAgree'), word(checks.shotsAgree)],
        [t('evidence.one.checks.textAgrees'), word(checks.textAgrees)],
        checks.served && [t('evidence.one.checks.served'), word(checks.served.agrees)],
        checks.automated && [t('evidence.one.checks.automated'), word(true)],
      ]}
    />
  );
}
