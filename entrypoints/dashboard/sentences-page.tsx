import { useEffect, useState } from 'react';
import { useWords } from '../../components/language.tsx';
import { type Notice, ResultLine } from '../../components/result-line.tsx';
import { SentencesPanel } from '../../components/sentences/sentences-panel.tsx';
import { QueueLoading } from '../../components/states.tsx';
import type { Result } from '../../lib/contract/result.ts';
import type { OwnSentence } from '../../lib/contract/sentences.ts';
import type { SettingsView } from '../../lib/contract/views.ts';
import type { Wire } from '../sidebar/state.ts';
import { download } from './download.ts';

interface SentencesPageProps {
  request: Wire['request'];
  settings: SettingsView;
}

/** 「自己的句子」: asks the background for every change; the guard and the file are pure and run here. */
export default function SentencesPage({ request, settings }: SentencesPageProps) {
  const { t, language } = useWords();
  const [own, setOwn] = useState<OwnSentence[] | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);

  async function take(answer: Promise<Result<OwnSentence[]>>): Promise<boolean> {
    const result = await answer;
    if (result.ok) setOwn(result.value);
    setNotice(result.ok ? null : { kind: 'failed', failure: result.failure });
    return result.ok;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; every change answers with the new list
  useEffect(() => {
    void take(request('sentences.list', {}));
  }, []);

  if (!own) return <QueueLoading />;
  return (
    <>
      <SentencesPanel
        sentences={own}
        onDuty={settings.onDuty}
        objection={async (text) => {
          const { objections, RULE_INFO } = await import('../../lib/drafting/index.ts');
          const [first] = objections(text, settings.clinic);
          return first ? RULE_INFO[first.rule].why[language === 'en' ? 'en' : 'zh'] : null;
        }}
        onSave={(sentence) => {
          const { id, text, language: written, purpose, aspect, tone } = sentence;
          return take(request('sentences.put', { sentence: { id, text, language: written, purpose, aspect, tone } }));
        }}
        onApprove={(id) => void take(request('sentences.approve', { id }))}
        onRemove={(id) => void take(request('sentences.remove', { id }))}
        onExport={async () => {
          const { exportedSentences } = await import('../../lib/drafting/index.ts');
          download(exportedSentences(own), 'replywell-sentences.json');
        }}
        onImport={async (file) => {
          const answer = await request('sentences.import', { file: await file.text() });
          if (!answer.ok) return setNotice({ kind: 'failed', failure: answer.failure });
          const { own: next, added, skipped } = answer.value;
          setOwn(next);
          setNotice({ kind: 'done', text: t('sentences.panel.imported', { added, skipped }) });
        }}
      />
      <ResultLine notice={notice} onDismiss={() => setNotice(null)} />
    </>
  );
}
