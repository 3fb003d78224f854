/** The reader's choices: read by every part of Sidelight, and watched by annotators without the background's help. */
import { storage } from '@wxt-dev/storage';
import * as z from 'zod/mini';
import { MIGRATIONS, VERSION } from './settings-migrations';

export interface Settings {
  on: boolean;
  /** Hosts without `www.`, where Sidelight keeps quiet. */
  offSites: string[];
  notes: NotePlace;
}

/** Where notes stand: in the margin where a page leaves plenty of room, never there, or wherever there is any room. */
export const NotePlace = z.enum(['automatic', 'popovers', 'margin']);
export type NotePlace = z.infer<typeof NotePlace>;

export const DEFAULTS: Settings = { on: true, offSites: [], notes: 'automatic' };

const item = storage.defineItem<unknown>('local:settings', {
  fallback: DEFAULTS,
  version: VERSION,
  migrations: Object.fromEntries(MIGRATIONS.map(({ to, run }) => [to, run])),
});
/** Settings that can't be read at all are laid aside here before new ones take their place. */
const unreadable = storage.defineItem<unknown>('local:unreadable-settings');

/** What is stored, field by field; what can't be read is as on the first day. Writes nothing. */
export async function readSettings(): Promise<Settings> {
  return understand(await item.getValue());
}

/** Changes some settings and keeps all else that is stored, fields of a later version included. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const stored = await item.getValue();
  const fields = Fields.safeParse(stored);
  if (!fields.success) await unreadable.setValue(stored);
  await item.setValue({ ...(fields.success ? fields.data : {}), ...understand(stored), ...change });
}

/** Calls back at every change, whoever made it; gives the function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((stored) => onChange(understand(stored)));
}

/** Whether a page may be annotated. */
export function isOnFor(settings: Settings, url: string): boolean {
  return settings.on && !settings.offSites.includes(siteOf(url));
}

/** The off sites, with a page's site added or taken out. */
export function withSite({ offSites }: Settings, url: string, on: boolean): string[] {
  const others = offSites.filter((site) => site !== siteOf(url));
  return on ? others : [...others, siteOf(url)];
}

/** What the reader calls a site: the host, with the port where there is one, without `www.`. Empty for a bad URL. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '';
}

const Fields = z.record(z.string(), z.unknown());

function understand(stored: unknown): Settings {
  const { on, offSites, notes } = z.parse(z.catch(Fields, {}), stored);
  return {
    on: z.parse(z.catch(z.boolean(), DEFAULTS.on), on),
    offSites: z.parse(z.catch(z.array(z.string()), DEFAULTS.offSites), offSites),
    notes: z.parse(z.catch(NotePlace, DEFAULTS.notes), notes),
  };
}
