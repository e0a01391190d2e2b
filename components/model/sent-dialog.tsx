import { Cloud, Laptop } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Sending } from '../../lib/contract/model.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import type { ModelStatus, Preview } from './actions.ts';
import { useModelWords } from './words.ts';

interface SentDialogProps {
  status: ModelStatus;
  /** What is chosen for this review now. */
  sending: Sending;
  preview: (sending: Sending) => Promise<Preview | null>;
  onClose: () => void;
  /** `seen`: the redacted text that was shown when it was chosen. */
  onChoose: (sending: Sending, seen: string | null) => void;
}

/**
 * All that is sent, from the very request: the data, the task, and every other field. For a service elsewhere the
 * redacted text can only be chosen here, where it is read first, and for this review alone.
 */
export function SentDialog({ status, sending, preview, onClose, onChoose }: SentDialogProps) {
  const { w } = useModelWords();
  const [shown, setShown] = useState<Sending>(sending);
  const [request, setRequest] = useState<Preview | null>(null);
  useEffect(() => {
    let current = true;
    setRequest(null);
    void preview(shown).then((made) => current && setRequest(made));
    return () => {
      current = false;
    };
  }, [shown, preview]);
  const Place = status.local ? Laptop : Cloud;
  return (
    <Dialog title={w.sent.title} explain={w.sent.explain} onClose={onClose}>
      <fieldset className="flex rounded-md bg-surface p-0.5">
        <legend className="sr-only">{w.sent.choose}</legend>
        {(['findings', 'redacted'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={shown === kind}
            onClick={() => {
              setShown(kind);
              // On this computer looking is choosing; elsewhere the choice has a button of its own.
              if (status.local) onChoose(kind, null);
            }}
            className={`min-h-8 flex-1 rounded px-2 ${shown === kind ? 'bg-raised font-semibold shadow-sm' : 'text-muted'}`}
          >
            {w.sent[kind]}
          </button>
        ))}
      </fieldset>
      {!status.local && shown === 'redacted' && (
        <p className="rounded-md bg-amber-soft px-3 py-2">{w.sent.cloudWarning}</p>
      )}
      {request && (
        <>
          <p className="flex items-start gap-1.5">
            <Place aria-hidden size={16} className="mt-1 shrink-0 text-muted" />
            <span className="min-w-0">
              {w.sent.to} {request.url === '' ? w.sent.here : <span className="break-all">{request.url}</span>}{' '}
              <span className="text-muted">（{status.local ? w.where.local : w.where.cloud}）</span>
            </span>
          </p>
          {request.body.messages.map((message, index) => (
            <Part
              key={message.role + String(index)}
              title={message.role === 'system' ? w.sent.task : w.sent.data}
              text={readable(message.content)}
              open={message.role !== 'system'}
            />
          ))}
          <Part title={w.sent.rest} text={rest(request.body)} open={false} />
          {request.headers.length > 0 && (
            <Part
              title={w.sent.headers}
              text={request.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
              open={false}
            />
          )}
        </>
      )}
      <p className="text-muted">{w.sent.never}</p>
      <div className="flex flex-wrap justify-end gap-2">
        {!status.local && shown === 'redacted' ? (
          <>
            <Button onClick={() => onChoose('findings', null)}>{w.sent.keep}</Button>
            <Button
              look="primary"
              disabled={!request?.review}
              onClick={() => onChoose('redacted', request?.review ?? null)}
            >
              {w.sent.agree}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={onClose}>
            {w.sent.close}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Part({ title, text, open }: { title: string; text: string; open: boolean }) {
  return (
    <details open={open} className="rounded-md border border-line">
      <summary className="min-h-8 px-2.5 py-1 font-semibold">{title}</summary>
      <pre className="max-h-56 overflow-y-auto whitespace-pre-wrap break-words border-line border-t bg-surface px-2.5 py-2 font-mono text-xs leading-relaxed">
        {text}
      </pre>
    </details>
  );
}

/** A JSON value with line breaks, other words as they are. */
function readable(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}

function rest({ messages: _, ...fields }: Preview['body']): string {
  return JSON.stringify(fields, null, 2);
}
