import { storage } from '@wxt-dev/storage';
import * as z from 'zod/mini';

/** The reader's choices. */
export interface Settings {
  on: boolean;
  /** Origins where Sidelight keeps quiet. */
  offSites: string[];
}

export const DEFAULTS: Settings = { on: true, offSites: [] };

const item = storage.defineItem<unknown>('local:settings', { fallback: DEFAULTS, version: 1 });

/** Reads what can be read; the rest is as on the first day. */
export function readLoosely(stored: unknown): Settings {
  const { on, offSites } = z.catch(z.looseObject({ on: z.unknown(), offSites: z.unknown() }), {}).parse(stored);
  return {
    on: z.catch(z.boolean(), DEFAULTS.on).parse(on),
    offSites: z.catch(z.array(z.string()), DEFAULTS.offSites).parse(offSites),
  };
}
