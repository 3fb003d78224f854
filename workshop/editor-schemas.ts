/** JSON Schema for editors' completion and errors while typing, one for each kind of file of the pack. */
import { z } from 'zod';
import { AuthoredCard, AuthoredLexicon, AuthoredNote, AuthoredSeries, AuthoredSource } from './schema';

const FILES: Record<string, z.ZodType> = {
  'notes.json': z.array(AuthoredNote),
  'card.json': AuthoredCard,
  'series.json': z.array(AuthoredSeries),
  'sources.json': z.array(AuthoredSource),
  'lexicon.json': AuthoredLexicon,
};

/** The schema files by name, as they stand in `assets/pack/schema`. */
export function editorSchemas(): Map<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, schema]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
