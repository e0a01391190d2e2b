import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The labelled texts of ../shared/data; empty lists where they are not there. */

interface Label {
  id: string;
  sentiment: string;
  aspects: Record<string, string>;
  insult: string;
  accusation: string;
  threat: string;
  urgent: boolean;
  risks?: string[];
  hearsay?: boolean;
  sarcasm?: boolean;
  forms?: string[];
}

export interface Row extends Label {
  text: string;
  stars?: number | null;
  place?: string;
  site?: 'google-maps' | 'facebook' | 'ptt' | 'dcard';
  kind?: 'review' | 'post' | 'comment' | 'item';
}

export const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export function lines<T>(file: string): T[] {
  if (!existsSync(DATA + file)) return [];
  return readFileSync(DATA + file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

export function hospitalRows(): Row[] {
  const texts = new Map(
    lines<{ id: string; text: string; stars: number; place: string }>('reviews/hospital.jsonl').map((r) => [r.id, r]),
  );
  return lines<Label>('reviews/labels.jsonl').flatMap((label) => {
    const review = texts.get(label.id);
    return review ? [{ ...label, text: review.text, stars: review.stars, place: review.place }] : [];
  });
}

export const forumRows = (): Row[] => lines<Row>('reviews/forum.jsonl');
