/** The reader's choices: read by every part of Sidelight, and watched by annotators without the background's help. */
import { browser } from 'wxt/browser';
import { isRecord } from './records';
import { MIGRATIONS, VERSION } from './settings-migrations';

export interface Settings {
  on: boolean;
  /** Hosts without `www.`, where Sidelight keeps quiet. */
  offSites: string[];
  notes: NotePlace;
}

/** Where notes stand: in the margin where a page leaves plenty of room, never there, or wherever there is any room. */
const NOTE_PLACES = ['automatic', 'popovers', 'margin'] as const;
export type NotePlace = (typeof NOTE_PLACES)[number];

export const DEFAULTS: Settings = { on: true, offSites: [], notes: 'automatic' };

const KEY = 'settings';
/** The version of the stored settings' format stands beside them: `{ v: 3 }`. */
const FORMAT = 'settings$';
/** Settings that can't be read at all are laid aside here before new ones take their place. */
const UNREADABLE = 'unreadable-settings';

/** What is stored, field by field; what can't be read is as on the first day. Writes nothing. */
export async function readSettings(): Promise<Settings> {
  return understand((await readStored()).fields);
}

/** Changes some settings and keeps all else that is stored, fields of a later version included. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const { fields, version } = await readStored();
  const isReadable = fields === undefined || isRecord(fields);
  await browser.storage.local.set({
    ...(isReadable ? {} : { [UNREADABLE]: fields }),
    [KEY]: { ...(isReadable ? fields : {}), ...understand(fields), ...change },
    [FORMAT]: { v: Math.max(version, VERSION) },
  });
}

/** Calls back at every change, whoever made it; gives the function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const { onChanged } = browser.storage.local;
  const listener = ({ [KEY]: change }: Record<string, { newValue?: unknown }>) => {
    if (change) onChange(understand(change.newValue));
  };
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
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

/** What is stored, in the format of today. It is stored so with the reader's next choice. */
async function readStored(): Promise<{ fields: unknown; version: number }> {
  const { [KEY]: stored, [FORMAT]: format } = await browser.storage.local.get([KEY, FORMAT]);
  const version = isRecord(format) && typeof format.v === 'number' ? format.v : 1;
  const due = MIGRATIONS.filter(({ to }) => to > version);
  return { fields: due.reduce((fields, { run }) => run(fields), stored), version };
}

function understand(stored: unknown): Settings {
  const { on, offSites, notes } = isRecord(stored) ? stored : {};
  return {
    on: typeof on === 'boolean' ? on : DEFAULTS.on,
    offSites: isListOfText(offSites) ? offSites : DEFAULTS.offSites,
    notes: NOTE_PLACES.find((place) => place === notes) ?? DEFAULTS.notes,
  };
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
