/** A pack that has something to say about everything: it shows what notes cost on pages that would get none. */
import type { CompiledPack } from '../../context/pack';
import { FOREIGN } from '../../context/signature';

/** Words of any English text, to stand for the concepts that put an article on the subject. */
const EVERYWHERE = { china: ['the', 'and'], usa: ['in', 'that'], research: ['of', 'to', 'for'] } as const;

/** The pack with its gates open, its threshold at nothing, and words that stand everywhere as its subject. */
export function eagerPack(pack: CompiledPack): CompiledPack {
  const lexicon = Object.fromEntries(Object.entries(pack.lexicon).filter(([concept]) => !FOREIGN.has(concept)));
  for (const [concept, words] of Object.entries(EVERYWHERE)) {
    lexicon[concept] = [lexicon[concept], ...words].join('\n');
  }
  const open = { all: [], likely: [], none: [], abroad: [] };
  return {
    ...pack,
    lexicon,
    notes: pack.notes.map((note) => ({ ...note, signature: open })),
    calibration: { ...pack.calibration, threshold: 0 },
  };
}
