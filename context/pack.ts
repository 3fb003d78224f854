/** The compiled pack, and the indexes that judging an article needs. */
import * as z from 'zod/mini';
import { AnchorModel, Anchors } from './anchor';
import { Calibration } from './calibration';
import { Lexicon, LexiconTable } from './lexicon';
import { Linker, NameTable } from './linker';
import { Matcher } from './matcher';
import { Ranking } from './ranking';
import { Card, Note, Series, Source } from './schema';
import { FOREIGN, Signature } from './signature';
import { SubjectJudge, SubjectModel } from './subject';
import { Ranker, readRanker } from './weights';

const CompiledNote = z.extend(Note, { signature: Signature });

/** The whole shape. What is compiled is parsed with it, once, before it ships. */
export const CompiledPack = z.object({
  format: z.literal(1),
  notes: z.array(CompiledNote),
  cards: z.array(Card),
  series: z.array(Series),
  sources: z.array(Source),
  names: NameTable,
  lexicon: LexiconTable,
  subject: SubjectModel,
  ranker: Ranker,
  anchors: AnchorModel,
  calibration: Calibration,
});
export type CompiledPack = z.infer<typeof CompiledPack>;

const list = <Key extends keyof CompiledPack>() => z.custom<CompiledPack[Key]>(Array.isArray);
const record = <Key extends keyof CompiledPack>() =>
  z.custom<CompiledPack[Key]>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/**
 * What is looked at again whenever the background wakes: that this is a pack of this format, with all its parts. Parsing
 * each of its thousands of entries anew would cost more than all the indexes, on every waking, and the browser already
 * vouches that the extension's files are those that were built.
 */
const Opened = z.object({
  format: z.literal(1),
  notes: list<'notes'>(),
  cards: list<'cards'>(),
  series: list<'series'>(),
  sources: list<'sources'>(),
  names: record<'names'>(),
  lexicon: record<'lexicon'>(),
  subject: record<'subject'>(),
  ranker: record<'ranker'>(),
  anchors: record<'anchors'>(),
  calibration: record<'calibration'>(),
});

export interface Pack {
  notes: readonly z.infer<typeof CompiledNote>[];
  /** For each card the notes that touch it. */
  notesOn: ReadonlyMap<string, readonly z.infer<typeof CompiledNote>[]>;
  cards: ReadonlyMap<string, Card>;
  series: ReadonlyMap<string, Series>;
  sources: ReadonlyMap<string, Source>;
  lexicon: Lexicon;
  subject: SubjectJudge;
  linker: Linker;
  matcher: Matcher;
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

function byCard<Note extends { cards: readonly string[] }>(notes: readonly Note[]): Map<string, Note[]> {
  const touching = new Map<string, Note[]>();
  for (const note of notes) for (const card of note.cards) touching.set(card, [...(touching.get(card) ?? []), note]);
  return touching;
}

/**
 * Opens a compiled pack.
 * @param compiled the parsed JSON of `pack.json`
 * @throws {Error} that names the parts that are missing or of another format
 */
export function openPack(compiled: unknown): Pack {
  const parsed = Opened.safeParse(compiled);
  if (!parsed.success) throw new Error(`the context pack can’t be read: ${z.prettifyError(parsed.error)}`);
  const { notes, cards, series, sources, names, lexicon, subject, ranker, anchors, calibration } = parsed.data;
  const signatures = notes.map(({ signature }) => signature);
  return {
    notes,
    notesOn: byCard(notes),
    cards: byId(cards),
    series: byId(series),
    sources: byId(sources),
    lexicon: new Lexicon(lexicon),
    subject: new SubjectJudge(subject),
    linker: new Linker(names, FOREIGN),
    matcher: new Matcher(new Ranking(readRanker(ranker)), new Anchors(anchors, ranker.names), signatures, calibration),
  };
}
