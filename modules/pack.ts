/**
 * Builds the context pack into the extension: checks and compiles `assets/pack`, ships it as `pack.json`, gives the
 * spotter its terms, and compiles again when a file of the pack changes in development.
 */
import { watch, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { compiledPack } from '../workshop/cache';
import { readPack } from '../workshop/read';
import { spotterTerms } from '../workshop/spotter-terms';

const TERMS = 'virtual:sidelight/spotter-terms';
/** Editors write a file in several steps; one compilation for all of them. */
const SETTLED_AFTER = 200;

export default defineWxtModule((wxt) => {
  const dir = resolve(wxt.config.root, 'assets/pack');
  const compile = (): string => JSON.stringify(compiledPack(dir));

  wxt.hook('build:publicAssets', (_, files) => {
    files.push({ relativeDest: 'pack.json', contents: compile() });
  });

  addViteConfig(wxt, () => ({
    plugins: [
      {
        name: 'sidelight-spotter-terms',
        resolveId: (id: string) => (id === TERMS ? `\0${TERMS}` : null),
        load: (id: string) =>
          id === `\0${TERMS}` ? `export default ${JSON.stringify(spotterTerms(readPack(dir)))}` : null,
      },
    ],
  }));

  // In development: a saved file becomes a new pack, and the reloaded background has open articles looked at again.
  wxt.hook('server:started', (_, server) => {
    let timer: NodeJS.Timeout;
    const renew = () => {
      try {
        writeFileSync(join(wxt.config.outDir, 'pack.json'), compile());
        server.reloadExtension();
      } catch (error) {
        wxt.logger.error(error instanceof Error ? error.message : error);
      }
    };
    watch(dir, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(renew, SETTLED_AFTER);
    });
  });
});
