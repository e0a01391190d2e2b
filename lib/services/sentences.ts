import { fail, ok, type Result } from '../contract/result.ts';
import type { OwnSentence, SentenceWords } from '../contract/sentences.ts';
import { approve, importedSentences, withoutSentence, withSentence } from '../drafting/index.ts';
import { changeSentences, loadSentences } from '../settings/sentences.ts';
import type { Desk } from './desk.ts';

/** The clinic's own sentences: who sits here may write them, a manager or doctor approves. */
async function told(desk: Desk, saved: Promise<Result<OwnSentence[]>>): Promise<Result<OwnSentence[]>> {
  const done = await saved;
  if (done.ok) desk.changed({ tabId: null, topic: 'settings' });
  return done;
}

export const listSentences = async (): Promise<Result<OwnSentence[]>> => ok(await loadSentences());

export const putSentence = (desk: Desk, sentence: SentenceWords): Promise<Result<OwnSentence[]>> =>
  told(
    desk,
    changeSentences((own) => withSentence(own, sentence)),
  );

export async function approveSentence(desk: Desk, id: string): Promise<Result<OwnSentence[]>> {
  const { clinic, onDuty } = await desk.settings();
  return told(
    desk,
    changeSentences((own) => approve(own, id, onDuty, new Date().toISOString(), clinic)),
  );
}

export const removeSentence = (desk: Desk, id: string): Promise<Result<OwnSentence[]>> =>
  told(
    desk,
    changeSentences((own) => (own.some((one) => one.id === id) ? ok(withoutSentence(own, id)) : fail('not-found'))),
  );

export async function importSentences(
  desk: Desk,
  file: string,
): Promise<Result<{ added: number; skipped: number; own: OwnSentence[] }>> {
  let count = { added: 0, skipped: 0 };
  const done = await told(
    desk,
    changeSentences((own) => {
      const read = importedSentences(own, file, () => crypto.randomUUID());
      if (!read.ok) return read;
      count = { added: read.value.added, skipped: read.value.skipped };
      return ok(read.value.own);
    }),
  );
  return done.ok ? ok({ ...count, own: done.value }) : done;
}
