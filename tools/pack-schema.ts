/** `npm run pack:schema`: writes the editors' JSON Schema anew, after a change to `workshop/schema.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../workshop/editor-schemas';

const dir = join(import.meta.dirname, '../assets/pack/schema');
mkdirSync(dir, { recursive: true });
for (const [name, text] of editorSchemas()) writeFileSync(join(dir, name), text);
