/**
 * `npm run gallery`: every view in its awkward states on one page, live while its code changes. With `--keep`, takes
 * the pictures anew that tests compare it with.
 */
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, createServer, type InlineConfig, preview } from 'vite';
import { run } from './run';

export interface Gallery {
  url: string;
  close(): Promise<void>;
}

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const host = '127.0.0.1';

const config: InlineConfig = {
  configFile: false,
  root: resolve(project, 'tests/gallery'),
  server: { host, fs: { allow: [project] } },
  preview: { host },
  // Beside the other caches, not inside the gallery's own folder.
  cacheDir: resolve(project, 'node_modules/.vite/gallery'),
  build: {
    outDir: resolve(project, 'node_modules/.vite/gallery-built'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 4096,
  },
  logLevel: 'warn',
};

const served = (urls: { local: string[] } | null, close: () => Promise<void>): Gallery => {
  const url = urls?.local[0];
  if (!url) throw new Error('The gallery has no address');
  return { url, close };
};

/** Serves the gallery on a free port of this machine, and follows changes of the code and the pack. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer(config);
  await server.listen();
  return served(server.resolvedUrls, () => server.close());
}

/** Builds the gallery as it stands and serves that: for tests, which nothing may reload under their hands. */
export async function serveBuiltGallery(): Promise<Gallery> {
  await build({ ...config, logLevel: 'error' });
  const server = await preview(config);
  return served(server.resolvedUrls, () => server.close());
}

async function keepPictures(): Promise<void> {
  process.env.KEEP_PICTURES = '1';
  const { ok } = await run('vitest', ['run', '--project', 'browser', 'tests/gallery/pictures'], { show: true });
  if (ok) console.log('Look at what has changed in tests/gallery/pictures before you commit it.');
  else process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--keep')) await keepPictures();
  else console.log(`The gallery: ${(await serveGallery()).url}  (Ctrl-C to stop)`);
}
