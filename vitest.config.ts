import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '.output/**', '.wxt/**'];
const browserTests = '**/*.browser.test.ts';
const structureTests = 'tests/structure/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'structure', include: [structureTests], exclude } },
      {
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, browserTests, structureTests] },
      },
      {
        // Tests in Node that drive real browsers: one file at a time, since each starts browsers of its own.
        test: {
          name: 'browser',
          include: [browserTests],
          exclude,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
