import {
  type Clinic,
  emptyClinic,
  fail,
  ok,
  type Person,
  type Preferences,
  type Result,
  type SettingsView,
} from '../contract/index.ts';
import { command } from '../messaging/commands.ts';
import type { From } from '../messaging/senders.ts';
import { saveClinic, saveDuty, savePreferences } from '../settings/index.ts';
import type { Desk } from './desk.ts';
import { reassess } from './ingest.ts';
import { refreshStored } from './retriage.ts';

/** After any change: settings are read anew, open pages judged anew where it matters, all our pages told. */
async function applied(desk: Desk, saved: Result<SettingsView>, again: boolean): Promise<Result<SettingsView>> {
  desk.settingsChanged();
  if (!saved.ok) return saved;
  if (again) {
    await reassess(desk);
    void refreshStored(desk);
  }
  desk.changed({ tabId: null, topic: 'settings' });
  return saved;
}

export const changeClinic = async (desk: Desk, clinic: Clinic): Promise<Result<SettingsView>> =>
  applied(desk, await saveClinic(clinic), true);

export async function changePreferences(desk: Desk, part: Partial<Preferences>): Promise<Result<SettingsView>> {
  const saved = await applied(desk, await savePreferences(part), part.language !== undefined);
  if (saved.ok && part.sidebar) {
    const { side, width } = saved.value.preferences.sidebar;
    for (const [tabId] of desk.pages.tabs()) void command('content.place', { side, width }, { tabId, frameId: 0 });
  }
  return saved;
}

export const changeDuty = async (desk: Desk, person: Person | null): Promise<Result<SettingsView>> =>
  applied(desk, await saveDuty(person), false);

/**
 * 「這是我的診所」: the place or page that stands open becomes the clinic's own. With no profile yet one is begun
 * with the place's name, to be completed in the dashboard.
 */
export async function bindPlace(desk: Desk, from: From): Promise<Result<SettingsView>> {
  const main = desk.pages.main(from.tabId);
  const place = main?.page.place;
  const known = place?.id ?? place?.name;
  // A group is not a clinic's page: bound, everything anybody writes in it would be stored as the clinic's own.
  const isGroup = main?.page.kind === 'group' || main?.url.pathname.startsWith('/groups/');
  if (!main || !known || isGroup) return fail('not-supported-page');
  const { clinic } = await desk.settings();
  const next = structuredClone(clinic ?? emptyClinic(place?.name ?? ''));
  const own = main.page.site === 'google-maps' ? next.own.googlePlaces : next.own.facebookPages;
  if (main.page.site !== 'google-maps' && main.page.site !== 'facebook') return fail('not-supported-page');
  if (!own.includes(known)) own.push(known);
  return changeClinic(desk, next);
}

export const currentSettings = async (desk: Desk): Promise<Result<SettingsView>> => ok(await desk.settings());
