export { canonicalJson, sha256 } from './canonical.ts';
export { buildCapture, type Capture, type CaptureInput, picturesAllowed } from './capture.ts';
export { type CustodyAction, CustodyEntry, type CustodyFacts, custodyHolds, nextEntry } from './custody.ts';
export type { CapturedPage, Environment, Manifest, PictureOffset } from './manifest.ts';
export { type PackageProblem, type PackageReport, packCapture, verifyPackage } from './package.ts';
