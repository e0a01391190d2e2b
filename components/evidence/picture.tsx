import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../language.tsx';
import type { CaptureFile } from './shapes.ts';
import { useAddress } from './use-address.ts';

/** A stored picture, as it is. */
export function Picture({ file, label }: { file: CaptureFile; label: string }) {
  const { t } = useWords();
  const url = useAddress(file.blob);
  const [broken, setBroken] = useState(false);
  return (
    <figure className="min-w-0">
      {broken ? (
        <p className="flex items-center gap-1.5 rounded-md bg-surface px-3 py-6 text-muted">
          <ImageOff aria-hidden size={16} />
          {t('evidence.one.notThere')}
        </p>
      ) : (
        url && (
          <a href={url} target="_blank" rel="noreferrer" className="block rounded-md border border-line bg-white">
            <img
              src={url}
              alt={label}
              loading="lazy"
              onError={() => setBroken(true)}
              className="mx-auto block h-auto max-w-full rounded-md"
            />
          </a>
        )
      )}
      <figcaption className="mt-0.5 text-muted text-xs">{label}</figcaption>
    </figure>
  );
}
