import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { restrictStorage } from './access.ts';

/**
 * Keys of model services. A key belongs to the address (origin) it was given for and is handed out for no other, so
 * that a changed address never gets the old one's key. By default it stays in the browser's memory
 * (`storage.session`) and is gone when the browser closes; who wants it kept seals it with a passphrase. Both areas
 * are closed to content scripts. Neither goes into logs, exports or messages.
 */
const heldItem = storage.defineItem<unknown>('session:modelKeys');
const sealedItem = storage.defineItem<unknown>('local:modelKeySealed', { version: 1 });

const Held = z.record(z.string(), z.string());
const Sealed = z.object({
  origin: z.string(),
  iterations: z.number(),
  salt: z.string(),
  iv: z.string(),
  data: z.string(),
});

/** `locked`: sealed here and not opened since the browser was started. */
export type KeyState = 'none' | 'ready' | 'locked';

/** As OWASP asks for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
export const SHORTEST_PASSPHRASE = 8;

const held = async (): Promise<Record<string, string>> => z.safeParse(Held, await heldItem.getValue()).data ?? {};
const sealed = async () => z.safeParse(Sealed, await sealedItem.getValue()).data ?? null;

export async function keyState(origin: string): Promise<KeyState> {
  if (origin in (await held())) return 'ready';
  return (await sealed())?.origin === origin ? 'locked' : 'none';
}

/** The key for this address and no other; null: none, or locked. */
export const readKey = async (origin: string): Promise<string | null> => (await held())[origin] ?? null;

/** Holds a key until the browser closes, and forgets a sealed one of the same address. */
export async function holdKey(origin: string, key: string): Promise<void> {
  await restrictStorage();
  await heldItem.setValue({ ...(await held()), [origin]: key });
  if ((await sealed())?.origin === origin) await sealedItem.removeValue();
}

/** Holds a key and seals it on this computer with a passphrase. */
export async function sealKey(origin: string, key: string, passphrase: string, iterations = ITERATIONS): Promise<void> {
  await holdKey(origin, key);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(origin) },
    await sealingKey(passphrase, salt, iterations),
    bytesOf(key),
  );
  await sealedItem.setValue({
    origin,
    iterations,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
  });
}

/** Opens the sealed key for as long as the browser runs. False: another passphrase, or nothing to open. */
export async function unlockKey(origin: string, passphrase: string): Promise<boolean> {
  const box = await sealed();
  if (box?.origin !== origin) return false;
  try {
    const key = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(box.iv), additionalData: bytesOf(origin) },
      await sealingKey(passphrase, fromBase64(box.salt), box.iterations),
      fromBase64(box.data),
    );
    await restrictStorage();
    await heldItem.setValue({ ...(await held()), [origin]: new TextDecoder().decode(key) });
    return true;
  } catch {
    return false;
  }
}

/** Forgets the keys of all addresses, held and sealed. */
export async function forgetKeys(): Promise<void> {
  await Promise.all([heldItem.removeValue(), sealedItem.removeValue()]);
}

async function sealingKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // The same passphrase typed with another input method is the same passphrase.
  const secret = bytesOf(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
