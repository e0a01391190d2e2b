import { Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { PersonalSpan } from '../../lib/contract/triage.ts';
import type { Note } from '../../lib/contract/views.ts';
import { Button, IconButton } from '../button.tsx';
import { useWords } from '../language.tsx';
import { formatTime } from '../time.ts';
import { personalTypes } from './about.tsx';
import { Section } from './section.tsx';

/** What is a person's in a text. */
export type FindPersonal = (text: string) => Promise<PersonalSpan[]>;

interface NotesProps {
  notes: readonly Note[];
  personal: FindPersonal;
  /** Resolves to whether the note was kept: only then the field is emptied. */
  onAdd: (text: string) => Promise<boolean>;
  /** Gets the button too, so that it can be checked to be really seen. */
  onRemove: (id: string, button: Element) => void;
}

/** What the desk wants to remember; kept on this computer. */
export function Notes({ notes, personal, onAdd, onRemove }: NotesProps) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useId();
  async function add(): Promise<void> {
    setBusy(true);
    if (await onAdd(text.trim())) setText('');
    setBusy(false);
  }
  return (
    <Section title={t('review.notes.title')}>
      {notes.length > 0 && (
        <ul className="mb-2 space-y-1">
          {notes.map((note) => (
            <li key={note.id} className="flex items-start gap-1 rounded-md bg-surface py-1 pr-1 pl-2.5">
              <div className="min-w-0 flex-1 py-0.5">
                <p className="whitespace-pre-wrap">{note.text}</p>
                <p className="text-muted text-xs">
                  {t('review.notes.by', {
                    name: note.by ?? t('review.history.nobody'),
                    time: formatTime(note.at, language),
                  })}
                </p>
              </div>
              <IconButton
                icon={Trash2}
                label={t('review.notes.remove')}
                onClick={(event) => onRemove(note.id, event.currentTarget)}
              />
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={field} className="sr-only">
        {t('review.notes.label')}
      </label>
      <textarea
        id={field}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('review.notes.placeholder')}
        className="field-sizing-content block max-h-60 min-h-16 w-full resize-none rounded-md border border-edge/60 bg-raised px-3 py-2"
      />
      <PersonalWarning text={text} personal={personal} />
      <Button className="mt-1.5" disabled={busy || text.trim() === ''} onClick={add}>
        {t('review.notes.add')}
      </Button>
    </Section>
  );
}

const PAUSE = 200;

/** Warns while typing that a note must not become a copy of the chart. Warns only: the note is the clinic's own. */
export function PersonalWarning({
  text,
  personal,
  advice = 'review.notes.personal',
}: Pick<NotesProps, 'personal'> & { text: string; advice?: 'review.notes.personal' | 'review.reason.personal' }) {
  const { t } = useWords();
  const [found, setFound] = useState<PersonalSpan[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const spans = text.trim() === '' ? [] : await personal(text).catch(() => []);
      if (current) setFound(spans);
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, personal]);
  return (
    <div role="status">
      {found.length > 0 && (
        <p className="mt-1 flex items-start gap-1.5 text-amber">
          <TriangleAlert aria-hidden size={15} className="mt-1 shrink-0" />
          {t(advice, { types: personalTypes(t, found) })}
        </p>
      )}
    </div>
  );
}
