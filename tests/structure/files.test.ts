import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOMS, sourcesOf } from './sources';

const LONGEST = 300;
const files = sourcesOf(ROOMS, /\.(?:ts|tsx|mjs|css)$/);

it(`has no file longer than ${LONGEST} lines`, () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST);
  expect(long).toEqual([]);
});

it('names files in kebab-case', () => {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/;
  expect(files.map(({ path }) => path).filter((path) => !kebab.test(path.split('/').at(-1) ?? ''))).toEqual([]);
});

it('has no drawers: no file or folder that is called after nothing', () => {
  const drawer = /(?:^|[/.-])(?:utils?|helpers?|commons?|managers?|misc|shared|lib)(?=[/.-]|$)/;
  expect(files.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([]);
});

it.skipIf(!existsSync('ARCHITECTURE.md'))('describes no folder in ARCHITECTURE.md that does not exist', () => {
  const tree = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^([a-z.][\w./-]*\/)(?=\s|$)/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(tree.length).toBeGreaterThan(5);
  expect(tree.filter((folder) => !existsSync(folder))).toEqual([]);
});
