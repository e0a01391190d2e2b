import type { VerifyReport } from './contract.ts';

/** What a checked package comes to, for people. Whoever changes a file can sign the whole anew with a key of theirs. */
export type Verdict =
  | 'ours' // as it was made, on this computer
  | 'restored' // exported by this computer; some of what it holds was sealed with another key
  | 'other' // as it was made, with another computer's key: whose, only they can tell
  | 'foreign-export' // this computer's captures, but exported with another key: report and log are not vouched for
  | 'mixed' // neither key is this computer's, and they are not the same
  | 'nested' // nothing was checked yet: the package lies in another ZIP
  | 'bad';

/** What a Mac puts beside the files of a folder that it packs. None of it can be taken for a file of a package. */
const BY_A_MAC = /^(?:\.\.\/)?__MACOSX\/|(?:^|\/)\.DS_Store$/;

const isShell = ({ file, what }: VerifyReport['problems'][number]): boolean =>
  file === 'container' ? what === 'repacked' : what === 'unsafe-name' && BY_A_MAC.test(file);

/** `repacked`: every file is as it was made, only the ZIP around them is not. */
export function verdictOf({ ok, problems, signer, captures }: VerifyReport): { verdict: Verdict; repacked: boolean } {
  if (problems.some(({ what }) => what === 'nested')) return { verdict: 'nested', repacked: false };
  const repacked = problems.length > 0 && problems.every(isShell);
  if (!ok && !repacked) return { verdict: 'bad', repacked };
  const known = captures.filter((capture) => capture.known).length;
  if (signer?.known) return { verdict: known === captures.length ? 'ours' : 'restored', repacked };
  if (known > 0) return { verdict: 'foreign-export', repacked };
  return { verdict: captures.every(({ key }) => key === signer?.key) ? 'other' : 'mixed', repacked };
}
