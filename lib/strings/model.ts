import type { UiLanguage } from '../contract/clinic.ts';
import { model as en } from './en/model.ts';
import { model as zhTW } from './zh-TW/model.ts';

/** Apart from the catalogue, so that the sidebar's first paint does not carry the words of an option that is off. */
export type ModelWords = typeof zhTW;

export const modelWords = (language: UiLanguage): ModelWords => (language === 'en' ? en : zhTW);

/** Puts values into the `{{name}}` places of a sentence. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));

/** The line that lets this extension in at a server on this computer that refuses it (Ollama). */
export const originsLine = (extensionOrigin: string): string => `OLLAMA_ORIGINS=${extensionOrigin}`;
