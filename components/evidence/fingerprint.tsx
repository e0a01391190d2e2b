import { useEffect, useState } from 'react';
import { fromHex } from '../../lib/evidence/bytes.ts';
import { sha256 } from '../../lib/evidence/hash.ts';

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
  return <code className="block break-words">{print.match(/.{4}/g)?.join(' ')}</code>;
}
