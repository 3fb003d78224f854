/** The compiled pack for tools: trained once for a state of the pack and of the code that compiles it, then kept. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CompiledPack } from '../context/pack';
import { compilePack } from './compile';
import { type AuthoredPack, readPack } from './read';

const ROOT = join(import.meta.dirname, '..');
const PACK = join(ROOT, 'assets/pack');
const CACHE = join(ROOT, 'node_modules/.cache/sidelight');

function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function hashOf(...dirs: string[]): string {
  const hash = createHash('sha256');
  for (const path of dirs.flatMap(filesIn)) hash.update(basename(path)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

/** The code that compiles, as it was loaded: whoever edits it while this runs gets another name in the next run. */
const CODE = hashOf(join(ROOT, 'context'), join(ROOT, 'workshop'));

/** The authored pack. @throws {Error} with file and line where it has problems */
export function readSound(dir: string): AuthoredPack {
  const authored = readPack(dir);
  const [first] = authored.problems;
  if (first) throw new Error(`assets/pack/${first.file}:${first.line} ${first.message} (npm run pack:check lists all)`);
  return authored;
}

/** The compiled pack. @throws {Error} where the authored pack has problems; `npm run pack:check` lists them */
export function compiledPack(dir = PACK): CompiledPack {
  const path = join(CACHE, `${CODE}-${hashOf(dir)}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as CompiledPack; // our own output
  const compiled = compilePack(readSound(dir));
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(path, JSON.stringify(compiled));
  return compiled;
}
