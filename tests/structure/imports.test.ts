import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { ROOMS, type Room, type SourceFile, sourcesOf } from './sources';

/** Which rooms each room may import from. `tests` may look everywhere. */
const MAY_IMPORT: Record<Room, readonly Room[]> = {
  context: [],
  page: ['context'],
  components: ['context'],
  desk: ['context'],
  entrypoints: ['components', 'page', 'desk', 'context'],
  modules: ['workshop', 'context'],
  workshop: ['context', 'page'],
  tools: ['workshop', 'components', 'page', 'context'],
  tests: ROOMS,
};

const BROWSER_API = /^(?:wxt(?:\/|$)|@wxt-dev\/)/;
const VIEWS = /^(?:preact|@preact\/)/;
const NODE = /^node:/;
const BUILD = /^(?:virtual:|#)/;

/** Packages that a room has no business with. */
const OUTSIDE: Partial<Record<Room, readonly RegExp[]>> = {
  context: [BROWSER_API, VIEWS, NODE, BUILD],
  page: [BROWSER_API, VIEWS, NODE, BUILD],
  components: [BROWSER_API, NODE],
  desk: [VIEWS, NODE],
  entrypoints: [NODE],
};

interface Import {
  from: SourceFile;
  name: string;
  /** Path of the project's file imported; null for a package. */
  target: string | null;
  isTypeOnly: boolean;
}

const files = sourcesOf(ROOMS);
const imports = files.flatMap(importsOf);

/** Reads `import … from '…'`, `export … from '…'`, `import '…'` and `import('…')`; formatting holds the quotes. */
function importsOf(from: SourceFile): Import[] {
  const names = [
    ...from.text.matchAll(/^(?:import|export|\})[^'"`;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ];
  return names.map((match) => {
    const name = (match[1] ?? match[2] ?? match[3] ?? '').replace(/\?.*$/, '');
    const target = name.startsWith('.') ? resolve(from.path, name) : null;
    return { from, name, target, isTypeOnly: /^(?:import|export) type\b/.test(match[0]) };
  });
}

function resolve(from: string, name: string): string {
  const base = posix.join(posix.dirname(from), name);
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  const found = endings.map((ending) => base + ending).find((path) => existsSync(path) && statSync(path).isFile());
  return found ?? `${base} (missing)`;
}

const say = ({ from, name }: Import) => `${from.path} imports ${name}`;
const roomOf = (path: string) => ROOMS.find((room) => path.startsWith(`${room}/`));

it('finds the imports of every room', () => {
  expect(imports.length).toBeGreaterThan(files.length);
  expect(imports.filter(({ target }) => target?.endsWith('(missing)')).map(say)).toEqual([]);
});

it('has imports go one way between rooms', () => {
  const wrong = imports.filter(({ from, target }) => {
    const room = target && roomOf(target);
    return room && room !== from.room && !from.isTest && !MAY_IMPORT[from.room].includes(room);
  });
  expect(wrong.map(say)).toEqual([]);
});

it('gives the page half the shapes of the context half, and nothing else of it', () => {
  const wrong = imports.filter(
    ({ from, target }) =>
      from.room === 'page' && !from.isTest && target?.startsWith('context/') && target !== 'context/schema.ts',
  );
  expect(wrong.map(say)).toEqual([]);
});

it('keeps packages out of the rooms that know nothing of them', () => {
  const wrong = imports.filter(
    ({ from, name, target, isTypeOnly }) =>
      target === null && !from.isTest && !isTypeOnly && OUTSIDE[from.room]?.some((pattern) => pattern.test(name)),
  );
  expect(wrong.map(say)).toEqual([]);
});

it('carries no Zod into pages, which have its types alone', () => {
  const carried = (path: string, seen: Set<string>): Import[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    const own = imports.filter(({ from, isTypeOnly }) => from.path === path && !isTypeOnly);
    return [...own, ...own.flatMap(({ target }) => (target ? carried(target, seen) : []))];
  };
  const inPages = ['entrypoints/annotator/index.tsx', 'entrypoints/spotter.ts'].flatMap((path) =>
    carried(path, new Set()),
  );
  expect(inPages.map(({ name }) => name)).toContain('preact');
  expect(inPages.filter(({ name }) => name.startsWith('zod')).map(say)).toEqual([]);
});

it('has no circle of imports', () => {
  const next = new Map<string, string[]>();
  for (const { from, target } of imports) {
    if (target && target !== from.path) next.set(from.path, [...(next.get(from.path) ?? []), target]);
  }
  const done = new Set<string>();
  const circleFrom = (path: string, way: string[]): string[] | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const target of next.get(path) ?? []) {
      const circle = circleFrom(target, [...way, path]);
      if (circle) return circle;
    }
    done.add(path);
    return undefined;
  };
  const circles = files.map(({ path }) => circleFrom(path, [])).filter((circle) => circle !== undefined);
  expect(circles.map((circle) => circle.join(' → '))).toEqual([]);
});
