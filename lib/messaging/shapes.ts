/**
 * Checks for what the background tells a page, each a few words long. The content script runs in every page of the
 * four sites, and zod, small as it is, was a third of it; what comes to the background is checked with zod.
 */
export type Shape<T> = (value: unknown) => value is T;
export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

export const isText: Shape<string> = (value) => typeof value === 'string';
export const isFlag: Shape<boolean> = (value) => typeof value === 'boolean';
/** No NaN, no infinity: neither survives a message. */
export const isNumber: Shape<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const isOneOf =
  <const W extends readonly unknown[]>(...words: W): Shape<W[number]> =>
  (value): value is W[number] =>
    words.includes(value);

export const isListOf =
  <T>(isItem: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every((item) => isItem(item));

/** An object with at least these fields. */
export const has =
  <F extends Record<string, Shape<unknown>>>(fields: F): Shape<{ [K in keyof F]: ShapeOf<F[K]> }> =>
  (value): value is { [K in keyof F]: ShapeOf<F[K]> } =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, isField]) => isField((value as Record<string, unknown>)[name]));

export const isEither =
  <S extends readonly Shape<unknown>[]>(...shapes: S): Shape<ShapeOf<S[number]>> =>
  (value): value is ShapeOf<S[number]> =>
    shapes.some((isIt) => isIt(value));
