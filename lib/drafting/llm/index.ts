/** The optional language model. This index is light: what needs the openai package is `./openai.ts`, loaded late. */
export { type Address, addressOf, isLocal, PRESETS, quirksOf } from './address.ts';
export type { Endpoint, Line } from './ask.ts';
export { type BuiltinState, builtinLine, type LanguageModelLike, probeBuiltin } from './builtin.ts';
export { failureOf, ModelError } from './failure.ts';
export { withModelSentences } from './known.ts';
export { type Occasion, type Payload, payloadOf, redactedText } from './payload.ts';
export { bodyOf, type RequestBody } from './request.ts';
export { type Progress, type Replacement, requestFor, type WriteInput, type Written, writeReply } from './write.ts';
