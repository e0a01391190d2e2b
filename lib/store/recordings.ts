import { fail, type Result } from '../contract/index.ts';
import { attempt, Refusal, type Store } from './database.ts';
import type { RecordingState, SessionRow } from './rows.ts';

/*
 * A recording while it is made: a session of its own, and its pieces as files beside it, each written as it comes. Once
 * it is sealed as an addition to its capture, both go.
 */

export type RecordingSession = SessionRow & { recording: RecordingState };

const folder = (id: string): string => `pieces-${id}`;

export const isRecording = (session: SessionRow): session is RecordingSession => session.recording !== undefined;

/** Those that were begun and are not sealed. */
export function openRecordings(store: Store): Promise<Result<RecordingSession[]>> {
  return attempt(store, async () => (await store.db.sessions.toArray()).filter(isRecording));
}

/**
 * Keeps a piece (null: there was nothing in it) with the recording as it then stands. The same piece twice is kept
 * once: its sender may not have heard the answer. Refused when the recording is sealed or gone.
 */
export function putPiece(
  store: Store,
  session: RecordingSession,
  piece: { seq: number; blob: Blob } | null,
): Promise<Result<unknown>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.sessions, db.files], async () => {
      if (!(await db.sessions.get(session.id))) throw new Refusal(fail('not-found', 'recording'));
      await db.sessions.put(session);
      if (piece === null) return;
      const name = `${String(piece.seq).padStart(6, '0')}.webm`;
      await db.files.put({
        id: `${folder(session.id)}/${name}`,
        capture: folder(session.id),
        name,
        kind: 'recording',
        type: piece.blob.type,
        at: session.recording.to ?? session.startedAt,
        place: null,
        parent: null,
        blob: piece.blob,
      });
    }),
  );
}

/** What was recorded, in its order. */
export function piecesOf(store: Store, id: string): Promise<Result<Blob[]>> {
  return attempt(store, async () =>
    (await store.db.files.where('capture').equals(folder(id)).sortBy('name')).map(({ blob }) => blob),
  );
}

export function dropRecording(store: Store, id: string): Promise<Result<unknown>> {
  const { db } = store;
  return attempt(store, () =>
    db.transaction('rw', [db.sessions, db.files], async () => {
      await db.sessions.delete(id);
      await db.files.where('capture').equals(folder(id)).delete();
    }),
  );
}
