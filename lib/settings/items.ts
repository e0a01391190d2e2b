import { storage } from 'wxt/utils/storage';

/**
 * The keys in extension storage. Values are held as unknown: what stands there was written by an older build, a
 * restored profile or another program, and is checked on every read (settings.ts). `version` is the shape's
 * number; a changed shape gets the next one and a step in `migrations`, which WXT runs before the first read.
 * Local, never `sync`: a profile must not leave the machine by itself.
 */
export const clinicItem = storage.defineItem<unknown>('local:clinic', { version: 1 });
export const preferencesItem = storage.defineItem<unknown>('local:preferences', { version: 1 });
export const onDutyItem = storage.defineItem<unknown>('local:onDuty', { version: 1 });

/** Damaged values, kept for a person to look at: nothing that staff typed is thrown away. */
export const asideItem = storage.defineItem<unknown>('local:settingsSetAside', { version: 1 });
