import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Manifest } from '../../lib/evidence/contract.ts';
import { clockText } from '../../lib/evidence/recording.ts';
import { useWords } from '../language.tsx';
import { Facts } from './capture-fields.tsx';
import type { CaptureFile } from './shapes.ts';
import { useAddress } from './use-address.ts';

interface RecordingProps {
  file: CaptureFile;
  facts: NonNullable<Manifest['recording']>;
  /** What the file is called when it is handed over by itself. */
  name: string;
}

/** A screen recording as it is stored: to be played, and handed over as the very file that was sealed. */
export function Recording({ file, facts, name }: RecordingProps) {
  const { t } = useWords();
  const url = useAddress(file.blob);
  const [broken, setBroken] = useState(false);
  const { from, to, ended, width, height } = facts;
  return (
    <div className="space-y-2" data-recording-shown>
      {broken ? (
        <p className="rounded-md bg-amber-soft px-3 py-2">{t('evidence.recording.broken')}</p>
      ) : (
        url && (
          <video
            src={url}
            controls
            muted
            playsInline
            preload="metadata"
            aria-label={t('evidence.recording.video')}
            onError={() => setBroken(true)}
            className="max-h-[70vh] w-full rounded-md border border-line bg-black"
          />
        )
      )}
      <p>{t(`evidence.recording.ended.${ended}`)}</p>
      <p className="text-muted text-xs">{t('evidence.recording.scope')}</p>
      <Facts
        facts={[
          [t('evidence.recording.from'), <time key="from" dateTime={from.utc}>{`${from.utc}`}</time>],
          [t('evidence.recording.to'), <time key="to" dateTime={to.utc}>{`${to.utc}`}</time>],
          [t('evidence.recording.length'), clockText(Date.parse(to.utc) - Date.parse(from.utc))],
          [t('evidence.recording.size'), `${width} × ${height}`],
        ]}
      />
      {url && (
        <a
          href={url}
          download={name}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-edge/50 bg-raised px-2.5 py-1 hover:border-edge hover:bg-surface"
        >
          <Download aria-hidden size={16} className="shrink-0" />
          {t('evidence.recording.download')}
        </a>
      )}
    </div>
  );
}
