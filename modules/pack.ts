/**
 * Builds the context pack into the extension: checks and compiles `assets/pack`, ships it as `pack.json`, gives the
 * spotter its terms, and compiles again when a file of the pack changes in development.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { compiledPack } from '../workshop/cache';
import { type Draft, draftOf } from '../workshop/draft';
import { readPack } from '../workshop/read';
import { spotterTerms } from '../workshop/spotter-terms';

const TERMS = 'virtual:sidelight/spotter-terms';
/** Editors write a file in several steps; one compilation for all of them. */
const SETTLED_AFTER = 200;

export default defineWxtModule((wxt) => {
  // Tests write to a copy.
  const dir = resolve(wxt.config.root, process.env.SIDELIGHT_PACK ?? 'assets/pack');
  let draft: Draft | undefined;
  /** What a development server has compiled stays until a file of the pack is saved, whatever else is built anew. */
  const compiled = () => {
    if (wxt.config.command === 'build') return compiledPack(dir);
    draft ??= draftOf(dir);
    return draft.pack;
  };

  wxt.hook('build:publicAssets', (_, files) => {
    files.push({ relativeDest: 'pack.json', contents: JSON.stringify(compiled()) });
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
      wxt.logger.info('The pack was saved: compiling it …');
      try {
        const start = Date.now();
        draft = draftOf(dir, draft);
        writeFileSync(join(wxt.config.outDir, 'pack.json'), JSON.stringify(draft.pack));
        server.reloadExtension();
        wxt.logger.success(`Compiled the pack in ${((Date.now() - start) / 1000).toFixed(1)} s`);
      } catch (error) {
        wxt.logger.error(error instanceof Error ? error.message : error);
      }
    };
    server.watcher.add(dir);
    server.watcher.on('all', (_event, path) => {
      if (relative(dir, path).startsWith('..')) return;
      clearTimeout(timer);
      timer = setTimeout(renew, SETTLED_AFTER);
    });
  });
});
