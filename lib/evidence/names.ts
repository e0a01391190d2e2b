/** The files of a package that are not a capture's own. */
export const OUTER = 'outer.json';
export const OUTER_SIGNATURE = 'outer.sig';
export const OUTER_KEY = 'outer-key.pem';
export const SUMS = 'SHA256SUMS';
export const GUIDE = 'HOW-TO-VERIFY.txt';
export const REVISIT = 'revisit.html';
export const INDEX = 'index.html';
/** Of a case file only. */
export const CASE = 'case.json';

export const PACKAGE_FILES = [OUTER, OUTER_SIGNATURE, OUTER_KEY, SUMS, GUIDE, REVISIT, INDEX] as const;

/** What lies beside a capture's own files. */
export const MANIFEST = 'manifest.json';
export const MANIFEST_SIGNATURE = 'manifest.sig';
export const MANIFEST_KEY = 'manifest-key.pem';
export const CUSTODY = 'custody.json';
export const TIMESTAMPS = 'timestamps/';

/** Names that no file of a capture may have. */
export const reserved = (name: string): boolean =>
  [...PACKAGE_FILES, CASE, MANIFEST, MANIFEST_SIGNATURE, MANIFEST_KEY, CUSTODY].includes(name) ||
  name.startsWith(TIMESTAMPS) ||
  name.startsWith('captures/');

/** SHA256SUMS as `sha256sum -c` reads it. */
export const sumsOf = (files: readonly { name: string; sha256: string }[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
