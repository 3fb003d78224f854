/**
 * Names → cards. The longest name wins; a short form ("the agreement", a surname) counts only after a full mention in
 * the same article; a tie between two cards means silence.
 */
import * as z from 'zod/mini';
import { nameWords } from './lexicon';
import { PhraseIndex, phraseTable } from './phrases';
import type { Reading } from './reading';
import type { Token } from './tokens';

/** A card's name as it may stand in text. */
export interface CardName {
  card: string;
  name: string;
  short: boolean;
}

/** A mention over tokens `[from, to)` of its sentence. */
export interface Linked {
  card: string;
  short: boolean;
  from: number;
  to: number;
}

/**
 * A foreign country this near before a name, in tokens, makes it another thing's: the Swiss National Science Foundation,
 * the EU–China science and technology agreement.
 */
const NEAR_BEFORE = 3;

const isAcronym = (text: string): boolean => /^[^a-z]*\p{Lu}[^a-z]*\p{Lu}[^a-z]*$/u.test(text);

/** Whether text is written as the name is: capitals where the name has them, and an acronym to the letter. */
function sameCase(name: string, text: string): boolean {
  if (isAcronym(name)) return text.replaceAll('.', '') === name.replaceAll('.', '') || isAcronym(text);
  const capital = /^\p{Lu}/u.test(name);
  return !capital || !/^\p{Ll}/u.test(text);
}

const span = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** What marks a short form among the entries. */
const SHORT = '~';

export const NameTable = z.object({
  /** Card ids, parted by spaces. */
  cards: z.string(),
  /** Their names as a table of phrases; an entry is the card's place in base 36, and the name as it is written. */
  names: z.string(),
});
export type NameTable = z.infer<typeof NameTable>;

export function nameTable(names: readonly CardName[]): NameTable {
  const cards = [...new Set(names.map(({ card }) => card))];
  const places = new Map(cards.map((card, place) => [card, place.toString(36)]));
  const entries = names.flatMap(({ card, name, short }) => {
    const [first] = nameWords(name);
    return first ? [{ first, entry: `${short ? SHORT : ''}${places.get(card)} ${name}` }] : [];
  });
  return { cards: cards.join(' '), names: phraseTable(entries) };
}

function readName(entry: string, cards: readonly string[]): CardName {
  const end = entry.indexOf(' ');
  const short = entry.startsWith(SHORT);
  const place = Number.parseInt(entry.slice(short ? SHORT.length : 0, end), 36);
  return { card: cards[place] ?? '', name: entry.slice(end + 1), short };
}

export class Linker {
  readonly #names: PhraseIndex<CardName>;
  readonly #foreign: ReadonlySet<string>;

  /** @param foreign concepts for countries other than the US and China */
  constructor({ cards, names }: NameTable, foreign: ReadonlySet<string>) {
    const ids = cards.split(' ');
    this.#names = new PhraseIndex(names, (entry) => {
      const value = readName(entry, ids);
      return { keys: nameWords(value.name), value };
    });
    this.#foreign = foreign;
  }

  /**
   * The mentions in one sentence, left to right, without overlaps.
   * @param established cards mentioned in full before; the sentence's own full mentions are added to it
   */
  link(reading: Reading, established: Set<string>): Linked[] {
    const { text, tokens } = reading;
    const hits = this.#names
      .find(tokens.map(({ word }) => word))
      .filter(({ value, from, to }) => sameCase(value.name, span(text, tokens, from, to)))
      .filter(({ from }) => !this.#belongsElsewhere(reading, from))
      .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    for (const { value } of hits) if (!value.short) established.add(value.card);
    const taken: Linked[] = [];
    for (const { value, from, to } of hits) {
      if (taken.some((other) => from < other.to && other.from < to)) continue;
      if (value.short && !established.has(value.card)) continue;
      const rivals = hits.filter(
        (hit) =>
          hit.from === from && hit.to === to && hit.value.card !== value.card && this.#counts(hit.value, established),
      );
      if (rivals.length === 0) taken.push({ card: value.card, short: value.short, from, to });
    }
    return taken.sort((a, b) => a.from - b.from);
  }

  #counts(name: CardName, established: ReadonlySet<string>): boolean {
    return !name.short || established.has(name.card);
  }

  #belongsElsewhere(reading: Reading, from: number): boolean {
    const { text, tokens, hits } = reading;
    return hits.some(({ value, to }) => {
      if (to > from || to <= from - NEAR_BEFORE || !this.#foreign.has(value)) return false;
      return !/[,;:.!?“”"()—]/.test(text.slice(tokens[to - 1]?.end, tokens[from]?.start));
    });
  }
}
