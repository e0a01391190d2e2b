import type { Tile } from '../../lib/evidence/capture-stitch.ts';
import type { Box, CustodyEntry, FileKind, Manifest, Place, Seal, Timestamp } from '../../lib/evidence/contract.ts';

/** A line of the list. */
export interface CaptureLine {
  id: string;
  at: string;
  complete: boolean;
  size: number;
  /** Null: damaged. */
  manifest: Manifest | null;
}

/** A file of the open capture. */
export interface CaptureFile {
  name: string;
  kind: FileKind;
  type: string;
  place: Place | null;
  blob: Blob;
  /** Of a tile: how it lies, for joining. */
  view: Tile['view'] | null;
}

/** A picture that goes into the redacted copy, and what is painted over in it, in its pixels. */
export interface CoveredPicture {
  parent: string;
  covers: Box[];
}

/** Everything of one capture. */
export interface OpenCapture extends CaptureLine {
  manifestHash: string;
  seal: Seal | null;
  /** Sealed with this computer's key; false for what came from another one's backup. */
  ours: boolean;
  files: CaptureFile[];
  timestamps: Timestamp[];
  custody: CustodyEntry[];
  /** Of an original: the copy in which somebody covered pictures last. */
  redaction: { id: string; at: string; pictures: CoveredPicture[] } | null;
}
