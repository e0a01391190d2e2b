import { fromHex, hex, joined } from './bytes.ts';

/** ECDSA on P-256 with SHA-256: what `openssl dgst -sha256 -verify` checks anywhere. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const;
const SIZE = 32;

/** Signs for this machine. */
export interface SigningKey {
  /** SPKI DER in hex. */
  publicKey: string;
  /** DER signature over SHA-256 of the bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
}

/** Where the machine's key pair is kept (IndexedDB, by structured clone: the private key is not extractable). */
export interface KeyStore {
  load(): Promise<CryptoKeyPair | null>;
  /** Keeps the pair unless one stands already, and gives back the one that stands. */
  keep(pair: CryptoKeyPair): Promise<CryptoKeyPair>;
}

/** This machine's key, made when there is none. */
export async function machineKey(store: KeyStore): Promise<SigningKey> {
  return signingKey((await store.load()) ?? (await store.keep(await newKeyPair())));
}

/** `extractable` false: the private key cannot be taken off the machine. The public key always can. */
export const newKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(P256, false, ['sign', 'verify']);

export async function signingKey(pair: CryptoKeyPair): Promise<SigningKey> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    publicKey: hex(spki),
    sign: async (bytes) =>
      toDer(new Uint8Array(await crypto.subtle.sign(SIGN, pair.privateKey, bytes as Uint8Array<ArrayBuffer>))),
  };
}

/** Whether `signature` (DER) over `bytes` is by `publicKey` (SPKI hex). Anything malformed is a no. */
export async function signatureHolds(publicKey: string, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', fromHex(publicKey), P256, false, ['verify']);
    const raw = fromDer(signature);
    return raw !== null && (await crypto.subtle.verify(SIGN, key, raw, bytes as Uint8Array<ArrayBuffer>));
  } catch {
    return false;
  }
}

/** r and s side by side → SEQUENCE of two INTEGERs. */
function toDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = joined([integer(raw.subarray(0, SIZE)), integer(raw.subarray(SIZE))]);
  return joined([Uint8Array.of(0x30, body.length), body]);
}

function integer(magnitude: Uint8Array): Uint8Array {
  let start = 0;
  while (start < magnitude.length - 1 && magnitude[start] === 0) start++;
  const digits = magnitude.subarray(start);
  const sign = (digits[0] ?? 0) >= 0x80 ? [0] : [];
  return joined([Uint8Array.of(0x02, digits.length + sign.length, ...sign), digits]);
}

/** The inverse of `toDer`; null for every other encoding, so that one signature has one form. */
function fromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const raw = new Uint8Array(2 * SIZE);
  let at = 2;
  for (const half of [0, SIZE]) {
    const length = der[at + 1] ?? 0;
    const digits = der.subarray(at + 2, at + 2 + length);
    const magnitude = digits[0] === 0 ? digits.subarray(1) : digits;
    if (magnitude.length > SIZE) return null;
    raw.set(magnitude, half + SIZE - magnitude.length);
    at += 2 + length;
  }
  const again = toDer(raw);
  return again.length === der.length && again.every((byte, index) => byte === der[index]) ? raw : null;
}

/** DER in hex as PEM, and back (null where it is not exactly what we write). */
export function toPem(label: string, der: string): string {
  const base64 = btoa(String.fromCharCode(...fromHex(der)));
  return `-----BEGIN ${label}-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END ${label}-----\n`;
}

/** All blocks of a PEM text as DER in hex; null where the text is not exactly what `toPem` writes. */
export function fromPem(label: string, pem: string): string[] | null {
  const blocks = [
    ...pem.matchAll(new RegExp(`-----BEGIN ${label}-----\n([A-Za-z0-9+/=\n]*)\n-----END ${label}-----\n`, 'g')),
  ];
  try {
    const ders = blocks.map(([, base64 = '']) =>
      hex(Uint8Array.from(atob(base64.replaceAll('\n', '')), (character) => character.charCodeAt(0))),
    );
    return ders.map((der) => toPem(label, der)).join('') === pem ? ders : null;
  } catch {
    return null;
  }
}
