/** Everything done to a page other than reading it. The content script wires these to messages by callbacks. */

export { type Capturer, type CapturerOptions, createCapturer } from './capture.ts';
export { fetchFor } from './capture-fetch.ts';
export { type ChipOptions, type Chips, createChips } from './chip.ts';
export { mostlyUnder } from './chip-place.ts';
export type { ChipData } from './chip-view.ts';
export { expand } from './expand.ts';
export { createFrame, type Frame, type FrameOptions } from './frame.ts';
export type { FrameWords, Side } from './frame-view.ts';
export { mayAct } from './frames.ts';
export { showReview } from './highlight.ts';
export { watchBox } from './insert/watch.ts';
export { type Insertion, type InsertOptions, insertReply } from './insert.ts';
export { showNotice } from './notice.ts';
export { type CardRead, type PageWatch, type WatchOptions, watchPage } from './observe.ts';
export { structureReport } from './structure.ts';
export { createVeil, type Veil, type Veiled } from './veil.ts';
