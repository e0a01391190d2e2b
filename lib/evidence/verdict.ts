import type { VerifyReport } from './contract.ts';

/** What a checked package comes to, for people. Whoever changes a file can sign the whole anew with a key of theirs. */
export type Verdict =
  | 'ours' // as it was made, on this computer
  | 'restored' // exported by this computer; some of what it holds was sealed with another key
  | 'other' // as it was made, with another computer's key: whose, only they can tell
  | 'foreign-export' // this computer's captures, but exported with another key: report and log are not vouched for
  | 'mixed' // neither key is this computer's, and they are not the same
  | 'repacked' // every file is as it was made, only the ZIP around them is not
  | 'bad';

export function verdictOf({ ok, problems, signer, captures }: VerifyReport): Verdict {
  if (!ok) {
    const shell =
      problems.length > 0 && problems.every(({ file, what }) => file === 'container' && what === 'repacked');
    return shell ? 'repacked' : 'bad';
  }
  if (signer?.known) return captures.every(({ known }) => known) ? 'ours' : 'restored';
  if (captures.some(({ known }) => known)) return 'foreign-export';
  return captures.every(({ key }) => key === signer?.key) ? 'other' : 'mixed';
}
