import { ClipboardCopy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ModelFailure } from '../../lib/contract/model.ts';
import { originsLine } from '../../lib/strings/model.ts';
import { Button } from '../button.tsx';
import { useModelWords } from './words.ts';

interface FailureProps {
  failure: ModelFailure;
  host: string;
  model: string;
  extensionOrigin: string;
  toClipboard: (text: string) => Promise<boolean>;
  children?: React.ReactNode;
}

/** What went wrong with the model, what is safe, and the next step; for a refused extension the very line to set. */
export function ModelFailureBox({ failure, host, model, extensionOrigin, toClipboard, children }: FailureProps) {
  const { w, fill } = useModelWords();
  const [copied, setCopied] = useState(false);
  const { what, safe, next } = w.failures[failure];
  const said = (sentence: string): string => fill(sentence, { host, model });
  const line = originsLine(extensionOrigin);
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-amber-soft py-2 pr-3 pl-2.5">
      <TriangleAlert aria-hidden size={16} className="mt-1 shrink-0 text-amber" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{said(what)}</p>
        <p>{said(safe)}</p>
        <p>{said(next)}</p>
        {failure === 'cors' && (
          <div className="mt-1.5">
            <code className="block break-all rounded border border-line bg-raised px-2 py-1 font-mono text-xs">
              {line}
            </code>
            <Button
              className="mt-1.5"
              icon={ClipboardCopy}
              onClick={() => void toClipboard(line).then((done) => setCopied(done))}
            >
              {copied ? w.bar.copied : w.bar.copyLine}
            </Button>
          </div>
        )}
        {children && <div className="mt-1.5 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
