import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '.output/**', '.wxt/**'];
const browserTests = '**/*.browser.test.ts';
const speedTests = 'tests/speed/**/*.browser.test.ts';
const structureTests = 'tests/structure/**/*.test.ts';

const driving = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'structure', include: [structureTests], exclude } },
      {
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, browserTests, structureTests] },
      },
      {
        // Tests in Node that drive real browsers: two files at a time, since a browser keeps a core busy about half the time.
        test: {
          ...driving,
          name: 'browser',
          include: [browserTests],
          exclude: [...exclude, speedTests],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What counts milliseconds runs by itself, after all else.
        test: { ...driving, name: 'speed', include: [speedTests], exclude, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
