/** The pack's own sentences as the engine reads them: what the ranker trains on and the checks run over. */
import { featuresOf } from '../context/features';
import { formKeys, Lexicon, lexiconTable, nameWords } from '../context/lexicon';
import { type Linked, Linker, type NameTable, nameTable } from '../context/linker';
import { type Reading, read } from '../context/reading';
import { FOREIGN, ON_SUBJECT, type Surroundings } from '../context/signature';
import type { Claim, MarkedArticle } from './articles';
import type { AuthoredCard, AuthoredLexicon, AuthoredNote } from './schema';

/** A sentence with its marked anchor, as offsets into the text without the marks. */
export interface Marked {
  text: string;
  start: number;
  end: number;
}

/** "a [marked] sentence" → its plain text and the anchor's place; start = end = 0 where nothing is marked. */
export function unmark(sentence: string): Marked {
  const open = sentence.indexOf('[');
  const close = sentence.indexOf(']', open);
  if (open < 0 || close < 0) return { text: sentence, start: 0, end: 0 };
  const text = sentence.slice(0, open) + sentence.slice(open + 1, close) + sentence.slice(close + 1);
  return { text, start: open, end: close - 1 };
}

export interface Judged {
  reading: Reading;
  linked: readonly Linked[];
  cards: ReadonlySet<string>;
  features: readonly string[];
}

/**
 * Concepts with their forms as rows of keys. A form that holds another of its concept is left out: where it stands, the
 * shorter one stands too.
 */
export function lexiconKeys(lexicon: AuthoredLexicon): Record<string, string[][]> {
  return Object.fromEntries(
    Object.entries(lexicon).map(([id, forms]) => {
      const rows = new Set(forms.map((form) => formKeys(form).join(' ')));
      return [id, [...rows].map((row) => row.split(' ')).filter((row) => !holdsAnother(row, rows))];
    }),
  );
}

function holdsAnother(keys: readonly string[], rows: ReadonlySet<string>): boolean {
  for (let from = 0; from < keys.length; from++) {
    for (let to = from + 1; to <= keys.length; to++) {
      if (to - from < keys.length && rows.has(keys.slice(from, to).join(' '))) return true;
    }
  }
  return false;
}

/** All names of a card with their words; the Chinese name counts as one. */
export function cardNames(card: AuthoredCard): { name: string; short: boolean }[] {
  const full = [...new Set([card.name, ...(card.zh ? [card.zh] : []), ...card.aliases])];
  return [
    ...full.map((name) => ({ name, short: false })),
    ...(card.shortForms ?? []).map((name) => ({ name, short: true })),
  ];
}

/** Those of a card's names that are read differently (not US beside U.S.; a hyphen beside a dash), the first of each. */
function distinctNames(card: AuthoredCard): { name: string; short: boolean }[] {
  const read = new Map<string, { name: string; short: boolean }>();
  for (const each of cardNames(card)) {
    const key = [nameWords(each.name).join(' '), each.short, /^\p{Ll}/u.test(each.name)].join();
    if (!read.has(key)) read.set(key, each);
  }
  return [...read.values()];
}

/** The names of cards as the linker takes them. */
export function namesOf(cards: readonly AuthoredCard[]): NameTable {
  return nameTable(cards.flatMap((card) => distinctNames(card).map((each) => ({ card: card.id, ...each }))));
}

/** Reads sentences of the pack as the matcher would meet them, with the cards in `before` already mentioned. */
export class Bench {
  readonly lexicon: Lexicon;
  readonly linker: Linker;
  /** By text: the ranker's and the anchors' training read the same sentences. */
  readonly #readings = new Map<string, Reading>();

  constructor(lexicon: AuthoredLexicon, cards: readonly AuthoredCard[]) {
    this.lexicon = new Lexicon(lexiconTable(lexiconKeys(lexicon)));
    this.linker = new Linker(namesOf(cards), FOREIGN);
  }

  judge(text: string, before: readonly string[] = []): Judged {
    const reading = this.#readings.get(text) ?? read(this.lexicon, text);
    this.#readings.set(text, reading);
    const linked = this.linker.link(reading, new Set(before));
    const cards = new Set(linked.map(({ card }) => card));
    return { reading, linked, cards, features: featuresOf(reading, [...cards]).map(({ name }) => name) };
  }
}

/** A sentence of a marked article as it would be judged there, and the claims it makes: often none. */
export interface Told {
  text: string;
  judged: Judged;
  around: Surroundings;
  claims: readonly Claim[];
}

/** The sentences of a marked article, headings aside. */
export function toldIn(bench: Bench, { article, claims }: MarkedArticle): Told[] {
  const established = new Set<string>();
  const met = new Set([...ON_SUBJECT, ...bench.judge(article.title).reading.concepts]);
  return article.sentences.flatMap(({ text, kind }, sentence): Told[] => {
    const judged = bench.judge(text, [...established]);
    for (const { card, short } of judged.linked) if (!short) established.add(card);
    const around = { cards: judged.cards, established: new Set(established), met: new Set(met) };
    for (const concept of judged.reading.concepts) met.add(concept);
    return kind === 'heading'
      ? []
      : [{ text, judged, around, claims: claims.filter((claim) => claim.sentence === sentence) }];
  });
}

/** Sentences of a note's running text, for training. */
export function sentencesOf(note: AuthoredNote): string[] {
  return note.body.split(/(?<=[.?!。])\s+/u);
}
