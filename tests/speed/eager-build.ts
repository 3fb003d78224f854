import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { CompiledPack } from '../../context/pack';
import { type BrowserName, buildOf } from '../browser/launch';
import { eagerPack } from './eager-pack';

/** A line of what the spotter looks for. Stands first on pages that are about other things. */
export const BAIT = `<p>${'China. United States. Scientists, research and universities. '.repeat(4)}</p>`;

/** Copies the test build, with a pack that has notes for everything. Nothing else differs; gives the copy's folder. */
export function eagerBuildOf(name: BrowserName): string {
  const dir = `${buildOf(name)}-eager`;
  cpSync(buildOf(name), dir, { recursive: true });
  const pack = JSON.parse(readFileSync(`${dir}/pack.json`, 'utf8')) as CompiledPack; // our own output
  writeFileSync(`${dir}/pack.json`, JSON.stringify(eagerPack(pack)));
  return dir;
}
