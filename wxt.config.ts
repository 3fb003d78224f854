import { readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';

/** Firefox knows the extension by this for good; changing it would lose every reader's settings. */
const GECKO_ID = 'sidelight@sidelight.example';
const PAGES = ['http://*/*', 'https://*/*'];

/** Icons arrive as whole files with licence and frame; only their shapes are drawn, and only those travel. */
const bareIcons = {
  name: 'sidelight-bare-icons',
  enforce: 'pre' as const,
  load(id: string) {
    if (!/lucide-static\/icons\/[^/]+\.svg\?raw$/.test(id)) return null;
    const shapes = readFileSync(id.replace(/\?raw$/, ''), 'utf8').match(/<(?:path|circle|rect|ellipse)\s[^>]*\/>/g);
    return `export default ${JSON.stringify(shapes?.join('') ?? '')}`;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  // The pack is compiled and added by modules/pack.ts.
  hooks: { 'prepare:publicPaths': (_, paths) => void paths.push('pack.json') },
  zip: { name: 'sidelight' },
  vite: () => ({ plugins: [bareIcons] }),
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
    host_permissions: PAGES,
    // Registered here and not by `defineContentScript`, whose wrapper would bring ten kilobytes to every page.
    content_scripts: [{ matches: PAGES, js: ['spotter.js'], run_at: 'document_idle' }],
    action: { default_title: 'Sidelight' },
    // The reader may choose other keys in the browser's own settings for extensions.
    commands: { 'open-tray': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_tray_open__' } },
    // Chrome 123: `light-dark()`; and before it the Popover API, the Navigation API and highlights with text decoration.
    // Firefox 149: the highlight API is complete there.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
