import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { Annotation, CardView } from '../../context/schema';

const Content = z.object({ annotations: z.array(Annotation), cards: z.record(z.string(), CardView) });

it('keeps what the pictures show in the shapes that views take', () => {
  const kept = parse(readFileSync(new URL('pictures/content.yaml', import.meta.url), 'utf8'));
  expect(Content.safeParse(kept).error?.issues).toBeUndefined();
});
