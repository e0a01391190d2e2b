import type { Manifest } from '../../lib/evidence/contract.ts';
import { useWords } from '../language.tsx';
import { Facts } from './capture-fields.tsx';
import { Fingerprint } from './fingerprint.tsx';
import type { OpenCapture } from './shapes.ts';

/** Every file with the hash that was sealed, and the seal itself. */
export function FilesTable({ capture, manifest }: { capture: OpenCapture; manifest: Manifest }) {
  const { t } = useWords();
  return (
    <div className="space-y-3">
      <section
        aria-label={t('evidence.one.files')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table className="w-full text-left text-xs">
          <thead className="text-muted">
            <tr>
              <th className="py-1 pr-3 font-normal">{t('evidence.one.file')}</th>
              <th className="py-1 pr-3 text-right font-normal">{t('evidence.one.size')}</th>
              <th className="py-1 font-normal">{t('evidence.one.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {manifest.files.map(({ name, bytes, sha256 }) => (
              <tr key={name} className="border-line border-t">
                <td className="whitespace-nowrap py-1 pr-3">{name}</td>
                <td className="whitespace-nowrap py-1 pr-3 text-right">{sizeText(bytes)}</td>
                <td className="py-1">
                  <code className="break-all">{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Facts
        facts={[
          [
            t('evidence.one.manifest'),
            <code key="hash" className="break-all text-xs">
              {capture.manifestHash}
            </code>,
          ],
          capture.seal && [
            t('evidence.one.seal'),
            t(capture.ours ? 'evidence.one.signed' : 'evidence.one.signedElsewhere'),
          ],
          capture.seal && [t('evidence.one.fingerprint'), <Fingerprint key="print" spki={capture.seal.key} />],
          capture.seal && [
            t('evidence.one.key'),
            <code key="key" className="break-all text-xs">
              {capture.seal.key}
            </code>,
          ],
          [
            t('evidence.one.previous'),
            manifest.previous ? (
              <code key="previous" className="break-all text-xs">
                {manifest.previous}
              </code>
            ) : (
              t('evidence.one.none')
            ),
          ],
        ]}
      />
    </div>
  );
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
