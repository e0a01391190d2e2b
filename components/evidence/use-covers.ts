import { useEffect, useMemo, useState } from 'react';
import { blobSource } from '../../lib/evidence/bytes.ts';
import type { Box } from '../../lib/evidence/contract.ts';
import {
  type Cover,
  type Coverable,
  coversOn,
  isHidden,
  keptInside,
  proposals,
  wholePixels,
} from '../../lib/evidence/covers.ts';
import { pngSize } from '../../lib/evidence/png.ts';
import type { CaptureFile, CoveredPicture } from './shapes.ts';

/** A picture of the capture that may be covered. */
export interface CoverablePicture extends Coverable {
  file: CaptureFile;
}

/** Smaller than this nobody can take hold of, picture pixels. */
export const LEAST = 6;

const ORDER = ['tile', 'crop', 'second-shot'] as const;

/** The pictures of a capture in the order of reading, with their sizes; null while those are looked up. */
export function useCoverables(files: readonly CaptureFile[]): readonly CoverablePicture[] | null {
  const [pictures, setPictures] = useState<readonly CoverablePicture[] | null>(null);
  useEffect(() => {
    let gone = false;
    const wanted = ORDER.flatMap((kind) => files.filter((file) => file.kind === kind));
    const sized = wanted.map(async (file): Promise<CoverablePicture[]> => {
      // One that cannot be read is not to be covered either; the original's own page says so.
      const size = await pngSize(blobSource(file.blob)).catch(() => null);
      return size ? [{ name: file.name, ...size, view: file.view, place: file.place, file }] : [];
    });
    void Promise.all(sized).then((found) => !gone && setPictures(found.flat()));
    return () => {
      gone = true;
    };
  }, [files]);
  return pictures;
}

interface State {
  covers: readonly Cover[];
  /** Pictures that somebody has looked at and that go into the copy. */
  included: ReadonlySet<string>;
  /** Something was done since it was opened. */
  touched: boolean;
}

/** What is covered, on which pictures, and which of them go into the copy. Begins with what was covered last. */
export function useCovers(pictures: readonly CoverablePicture[], before: readonly CoveredPicture[]) {
  const [state, setState] = useState<State>(() => ({
    covers: begun(pictures, before),
    included: new Set(before.map(({ parent }) => parent).filter((name) => pictures.some((one) => one.name === name))),
    touched: false,
  }));
  const { covers, included } = state;
  const change = (next: Partial<State>): void => setState((held) => ({ ...held, ...next, touched: true }));
  const including = (name: string): ReadonlySet<string> => new Set([...included, name]);

  const proposed = useMemo(() => {
    let found = covers;
    for (const picture of pictures) {
      const hidden = coversOn(found, pictures, picture).map(({ box }) => box);
      found = [...found, ...proposals(picture, hidden).map((box) => made(picture.name, box))];
    }
    return found.slice(covers.length);
  }, [covers, pictures]);

  return {
    covers,
    included,
    touched: state.touched,
    /** Where the page had names and faces that no cover hides yet. */
    proposed,
    /** The capture noted where they stood. */
    noted: pictures.some(({ view }) => view?.people !== undefined),
    on: (picture: CoverablePicture) => coversOn(covers, pictures, picture),
    /** Answers the new cover's id. */
    add(picture: CoverablePicture, box: Box): string {
      const cover = made(picture.name, keptInside(box, picture, LEAST));
      change({ covers: [...covers, cover], included: including(picture.name) });
      return cover.id;
    },
    /** Moved or made larger where it is seen on `picture`. */
    put(id: string, picture: CoverablePicture, box: Box): void {
      const moved = { id, on: picture.name, box: keptInside(box, picture, LEAST) };
      change({ covers: covers.map((cover) => (cover.id === id ? moved : cover)) });
    },
    remove: (id: string) => change({ covers: covers.filter((cover) => cover.id !== id) }),
    propose: () => change({ covers: [...covers, ...proposed] }),
    include(name: string, on: boolean): void {
      const next = new Set(included);
      if (on) next.add(name);
      else next.delete(name);
      change({ included: next });
    },
    /** What to seal: the pictures that go into the copy with all that is covered on each, in whole pixels. */
    result: (): CoveredPicture[] =>
      pictures
        .filter(({ name }) => included.has(name))
        .map((picture) => ({
          parent: picture.name,
          covers: coversOn(covers, pictures, picture).flatMap(({ box }) => wholePixels(box, picture) ?? []),
        })),
  };
}

export type Covers = ReturnType<typeof useCovers>;

const made = (on: string, box: Box): Cover => ({ id: crypto.randomUUID(), on, box });

/** A cover that is seen on several pictures was sealed with each of them: it is one again. */
function begun(pictures: readonly CoverablePicture[], before: readonly CoveredPicture[]): Cover[] {
  const covers: Cover[] = [];
  for (const picture of pictures) {
    const earlier = before.find(({ parent }) => parent === picture.name)?.covers ?? [];
    for (const box of earlier) {
      const there = coversOn(covers, pictures, picture).map((one) => one.box);
      if (!isHidden(box, there)) covers.push(made(picture.name, box));
    }
  }
  return covers;
}
