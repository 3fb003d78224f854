/**
 * Builds the context pack into the extension: checks and compiles `assets/pack`, ships it as `pack.json`, gives the
 * spotter its terms, and compiles again when a file of the pack changes in development.
 */
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { compilePack, spotterTerms } from '../workshop/compile';
import { readPack } from '../workshop/read';

const TERMS = 'virtual:sidelight/spotter-terms';

export default defineWxtModule((wxt) => {
  const dir = resolve(wxt.config.root, 'assets/pack');
  const read = () => {
    const pack = readPack(dir);
    for (const { file, line, message } of pack.problems) wxt.logger.error(`assets/pack/${file}:${line} ${message}`);
    if (pack.problems.length > 0) throw new Error('the context pack has errors');
    return pack;
  };
  wxt.hook('build:publicAssets', (_, files) => {
    files.push({ relativeDest: 'pack.json', contents: JSON.stringify(compilePack(read())) });
  });
  addViteConfig(wxt, () => ({
    plugins: [
      {
        name: 'sidelight-spotter-terms',
        resolveId: (id: string) => (id === TERMS ? `\0${TERMS}` : null),
        load: (id: string) => (id === `\0${TERMS}` ? `export default ${JSON.stringify(spotterTerms(read()))}` : null),
      },
    ],
  }));
});
