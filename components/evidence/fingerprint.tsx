import { useEffect, useState } from 'react';
import { fromHex } from '../../lib/evidence/bytes.ts';
import { sha256 } from '../../lib/evidence/hash.ts';

/** As people read it out. */
export const inFours = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';

/** What people compare of a key, by telephone or on paper: the SHA-256 of the public key, in fours. */
export function Fingerprint({ spki }: { spki: string }) {
  const [print, setPrint] = useState('');
  useEffect(() => {
    let gone = false;
    void sha256(fromHex(spki)).then((hash) => !gone && setPrint(hash));
    return () => {
      gone = true;
    };
  }, [spki]);
  return <code className="block break-words">{inFours(print)}</code>;
}
