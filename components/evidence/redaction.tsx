import { ArrowUpRight, EyeOff } from 'lucide-react';
import type { Manifest } from '../../lib/evidence/contract.ts';
import { Button } from '../button.tsx';
import { useWords } from '../language.tsx';
import { formatTime } from '../time.ts';
import type { OpenCapture } from './shapes.ts';

interface RedactionProps {
  redaction: OpenCapture['redaction'];
  onCover: () => void;
  onShow: (id: string) => void;
}

/** Of an original: the copy with third persons covered, and making one. */
export function Redaction({ redaction, onCover, onShow }: RedactionProps) {
  const { t, language } = useWords();
  const count = redaction?.pictures.reduce((sum, { covers }) => sum + covers.length, 0) ?? 0;
  return (
    <div className="space-y-2">
      <p className="text-muted">{t('evidence.cover.partHint')}</p>
      <p>
        {redaction
          ? t('evidence.cover.made', {
              time: formatTime(redaction.at, language),
              pictures: redaction.pictures.length,
              count,
            })
          : t('evidence.cover.none')}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button icon={EyeOff} data-cover-start onClick={onCover}>
          {t(redaction ? 'evidence.cover.again' : 'evidence.cover.start')}
        </Button>
        {redaction && (
          <Button look="ghost" icon={ArrowUpRight} onClick={() => onShow(redaction.id)}>
            {t('evidence.cover.open')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Of a copy: that it is one, and the way to its original. */
export function CopyNote({ manifest, onShow }: { manifest: Manifest; onShow: (id: string) => void }) {
  const { t } = useWords();
  const original = manifest.derivedFrom;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-surface px-3 py-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-semibold">{t('evidence.cover.isCopy')}</p>
        <p className="text-muted">{t('evidence.cover.isCopyHint')}</p>
      </div>
      {original && (
        <Button icon={ArrowUpRight} onClick={() => onShow(original.id)}>
          {t('evidence.cover.original')}
        </Button>
      )}
    </div>
  );
}
