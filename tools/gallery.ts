/** `npm run gallery`: every view in its awkward states on one page, live while its code changes. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Serves the gallery on a free port of this machine. Gives its address, and a way to stop.
 * @param live follow changes of the code and the pack; a test must not be reloaded under its hands
 */
export async function serveGallery({ live }: { live: boolean }): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: resolve(project, 'tests/gallery'),
    plugins: [preact()],
    server: { host: '127.0.0.1', fs: { allow: [project] }, ...(live ? {} : { hmr: false, watch: null }) },
    // Beside the other caches, not inside the gallery's own folder.
    cacheDir: resolve(project, 'node_modules/.vite/gallery'),
    logLevel: 'warn',
  });
  await server.listen();
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The gallery has no address');
  return { url, close: () => server.close() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serveGallery({ live: true });
  console.log(`The gallery: ${url}  (Ctrl-C to stop)`);
}
