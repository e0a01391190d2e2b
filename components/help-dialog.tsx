import { Dialog } from './dialog.tsx';
import { useWords } from './language.tsx';

const KEYS = [
  ['j', 'j'],
  ['k', 'k'],
  ['o', 'o'],
  ['r', 'r'],
  ['c', 'c'],
  ['e', 'e'],
  ['/', 'slash'],
  ['?', 'question'],
  ['Esc', 'esc'],
] as const;

/** The few keys, all of them inside our frame only. */
export default function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Dialog title={t('sidebar.help.title')} explain={t('sidebar.help.note')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {KEYS.map(([key, name]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-8 rounded border border-edge/60 bg-surface px-1.5 text-center font-sans">
                {key}
              </kbd>
            </dt>
            <dd>{t(`sidebar.help.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">{t('sidebar.help.names')}</p>
    </Dialog>
  );
}
