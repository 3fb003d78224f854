/** A sentence as the engine sees it: tokens, quantities, concepts. Made once, used by subject, linking and matching. */
import type { ConceptHit, Lexicon } from './lexicon';
import { findQuantities, type Quantity } from './numbers';
import { type Token, tokenise } from './tokens';

export interface Reading {
  text: string;
  tokens: readonly Token[];
  quantities: readonly Quantity[];
  hits: readonly ConceptHit[];
  concepts: ReadonlySet<string>;
}

/** A bound on one sentence: what is longer is no sentence (a table run together, hostile text). */
const MAX_TOKENS = 160;

export function read(lexicon: Lexicon, text: string): Reading {
  const tokens = tokenise(text).slice(0, MAX_TOKENS);
  const hits = lexicon.find(tokens.map(({ key }) => key));
  return { text, tokens, quantities: findQuantities(tokens), hits, concepts: new Set(hits.map(({ value }) => value)) };
}
