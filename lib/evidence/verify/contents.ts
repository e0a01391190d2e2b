import type { PackageProblem } from '../contract.ts';
import type { Digest } from '../hash.ts';
import { fromPem } from '../keys.ts';

/** How keys are looked at. */
export interface Keys {
  known(key: string): boolean;
  /** True where none was expected. */
  expected(key: string): Promise<boolean>;
  asked: boolean;
}

/** What is known of a package's contents while it is judged. */
export interface Contents {
  /** Hashes of all files that could be read whole. */
  digests: ReadonlyMap<string, Digest>;
  /** Notes a problem. Of one file only the first counts: the others follow from it. */
  note(file: string, what: PackageProblem['what'], detail?: string): void;
  /** True once a problem was noted: nothing more can be said of it. */
  spoilt(file: string): boolean;
  /** A small file whole; null, and noted, where it is missing; null where it is spoilt. */
  small(file: string): Promise<Uint8Array | null>;
  keys: Keys;
}

/** The public key in a PEM file as SPKI hex. */
export async function keyIn(contents: Contents, file: string): Promise<string | null> {
  const pem = await contents.small(file);
  if (pem === null) return null;
  const ders = fromPem('PUBLIC KEY', new TextDecoder().decode(pem));
  const only = ders?.length === 1 ? ders[0] : undefined;
  if (only === undefined) contents.note(file, 'damaged');
  return only ?? null;
}

/** Whether a key is known or was expected; notes one that is not the expected. */
export async function judgeKey({ keys, note }: Contents, file: string, key: string): Promise<boolean> {
  const expected = await keys.expected(key);
  if (!expected) note(file, 'another-key');
  return expected && (keys.asked || keys.known(key));
}
