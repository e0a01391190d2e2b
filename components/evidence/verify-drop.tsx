import { FileCheck, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { TimestampReport, VerifyReport } from '../../lib/evidence/contract.ts';
import { type Verdict, verdictOf } from '../../lib/evidence/verdict.ts';
import { toTheSecond } from '../../lib/evidence/words.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { formatTime } from '../time.ts';
import { Fingerprint, inFours } from './fingerprint.tsx';

interface VerifyDropProps {
  onVerify: (file: File, progress: (share: number) => void) => Promise<VerifyReport>;
}

/** Drop a package: verified, or exactly what differs. */
export function VerifyDrop({ onVerify }: VerifyDropProps) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [result, setResult] = useState<{ name: string; report: VerifyReport } | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function check(file: File | undefined): Promise<void> {
    if (!file) return;
    setResult(null);
    setShare(0);
    try {
      setResult({ name: file.name, report: await onVerify(file, setShare) });
    } finally {
      setShare(null);
    }
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void check(event.dataTransfer.files[0]);
  }

  return (
    <section
      aria-label={t('evidence.verify.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-md border border-dashed px-3 py-3 ${over ? 'border-accent bg-accent-soft' : 'border-edge'}`}
    >
      <div className="flex items-start gap-2">
        <FileCheck aria-hidden size={18} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{t('evidence.verify.title')}</p>
          <p className="text-muted text-xs">
            {t('evidence.verify.drop')}
            {t('evidence.verify.only')}
          </p>
        </div>
        <Button disabled={share !== null} onClick={() => chooser.current?.click()}>
          {t('evidence.verify.choose')}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        accept=".zip,application/zip"
        aria-label={t('evidence.verify.title')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          void check(chosen);
        }}
      />
      <div role="status">
        {share !== null && <p className="mt-2">{t('evidence.verify.working', { percent: Math.round(share * 100) })}</p>}
        {result && <Report {...result} />}
      </div>
    </section>
  );
}

const TONES: Record<Verdict, 'good' | 'look' | 'bad'> = {
  ours: 'good',
  restored: 'good',
  other: 'look',
  mixed: 'look',
  nested: 'look',
  'foreign-export': 'bad',
  bad: 'bad',
};
const LOOKS = {
  good: { box: 'bg-accent-soft', icon: ShieldCheck, ink: 'text-accent' },
  look: { box: 'bg-amber-soft', icon: ShieldQuestion, ink: 'text-amber' },
  bad: { box: 'bg-urgent-soft', icon: ShieldAlert, ink: 'text-urgent' },
};

function Report({ name, report }: { name: string; report: VerifyReport }) {
  const { t } = useWords();
  const { verdict, repacked } = verdictOf(report);
  const tone = TONES[verdict];
  const { box, icon: Icon, ink } = LOOKS[repacked && tone === 'good' ? 'look' : tone];
  const keys = [...new Set([...report.captures.map(({ key }) => key), ...(report.signer ? [report.signer.key] : [])])];
  return (
    <div
      data-verified={report.ok}
      data-verdict={verdict}
      className={`mt-3 flex items-start gap-2 rounded-md px-3 py-2 ${box}`}
    >
      <Icon aria-hidden size={18} className={`mt-0.5 shrink-0 ${ink}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-semibold">{t(`evidence.verify.verdict.${verdict}.title`)}</p>
        <p className="break-all text-muted text-xs">{name}</p>
        <p>{t(`evidence.verify.verdict.${verdict}.text`)}</p>
        {repacked && <p>{t('evidence.verify.repacked')}</p>}
        {verdict === 'bad' && (
          <>
            <p>{t('evidence.verify.badHint', { count: report.problems.length })}</p>
            <ul className="list-disc space-y-0.5 pl-4">
              {report.problems.slice(0, 50).map(({ file, what, detail }) => (
                <li key={`${file} ${what} ${detail ?? ''}`}>
                  <code className="break-all">{file === 'container' ? t('evidence.verify.container') : file}</code>
                  {'　'}
                  {t(`evidence.verify.problem.${what}`)}
                </li>
              ))}
            </ul>
          </>
        )}
        {report.captures.map(({ id, url, capturedAt }) => (
          <div key={id}>
            <p>
              {t('evidence.verify.captured', { time: toTheSecond(capturedAt.taipei) })}{' '}
              <span className="line-clamp-2 break-all text-muted">{url}</span>
            </p>
          </div>
        ))}
        {keys.map((key) => {
          const sealed = report.captures.some((one) => one.key === key);
          const packed = report.signer?.key === key;
          const known = packed ? report.signer?.known : report.captures.some((one) => one.key === key && one.known);
          return (
            <p key={key} className="text-xs">
              {t(`evidence.verify.${sealed ? (packed ? 'signedBoth' : 'signedCapture') : 'signedPackage'}`)}
              {t(known ? 'evidence.verify.signerKnown' : 'evidence.verify.signerOther')}
              <Fingerprint spki={key} />
            </p>
          );
        })}
        {report.timestamps.map((stamp) => (
          <Stamp key={stamp.file + stamp.authority} stamp={stamp} />
        ))}
        {report.custody.entries > 0 && (
          <p className="text-muted text-xs">{t('evidence.verify.entries', { count: report.custody.entries })}</p>
        )}
      </div>
    </div>
  );
}

/** Whose time it is stands in the certificates; the address beside it is only what the package says. */
function Stamp({ stamp: { ok, time, authority, state, kind, signer, root } }: { stamp: TimestampReport }) {
  const { t, language } = useWords();
  if (!ok) return <p>{t(`evidence.verify.${state === 'failed' ? 'stampNone' : 'stampBad'}`, { authority })}</p>;
  if (kind === 'opentimestamps') return <p>{t('evidence.verify.stampOts', { authority })}</p>;
  return (
    <div>
      <p>{t('evidence.verify.stamped', { time: time ? formatTime(time, language) : '—', authority })}</p>
      <p className="break-words text-xs">
        {t('evidence.verify.stampedBy', { signer: signer ?? '—', root: root?.subject ?? '—' })}
        {root && <code className="block break-words">{inFours(root.sha256)}</code>}
      </p>
    </div>
  );
}
