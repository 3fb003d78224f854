/** A pack that has something to say about everything: it shows what notes cost on pages that would get none. */
import { lexiconTable } from '../../context/lexicon';
import type { CompiledPack } from '../../context/pack';

/** Words of any English text, to stand for the two countries. */
const EVERYWHERE = {
  lexicon: lexiconTable({ china: [['the'], ['and']], usa: [['in'], ['that']] }),
  subject: lexiconTable({}),
} as const;
/** Enough to make every claim all but certain. */
const SURE = 100;

/** The pack with its gates open, all of its claims certain, and every English text on its subject. */
export function eagerPack(pack: CompiledPack): CompiledPack {
  const open = { all: [], likely: [], none: [], abroad: [], negative: true };
  return {
    ...pack,
    lexicon: EVERYWHERE.lexicon,
    notes: pack.notes.map((note) => ({ ...note, signature: open })),
    subject: { ...pack.subject, lexicon: EVERYWHERE.subject, threshold: 0 },
    calibration: { ...pack.calibration, constant: SURE },
  };
}
