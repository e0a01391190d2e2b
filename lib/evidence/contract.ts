/**
 * The shapes of evidence: what a capture hands over to be sealed (`CaptureInput`), what is sealed (`Manifest`),
 * what happens to it afterwards (`CustodyEntry`, `Timestamp`), what a package says of itself (`Outer`) and what
 * `verifyPackage` answers (`VerifyReport`). The fields are those of law.md 2.2. Times are ISO in UTC unless they
 * are a `Moment`; hashes are SHA-256 in lower-case hex, as `sha256sum` prints them; null means not known or not
 * shown, never guessed.
 */
export * from './shapes/capture.ts';
export * from './shapes/package.ts';
export * from './shapes/sealed.ts';
