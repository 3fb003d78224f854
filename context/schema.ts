/**
 * The shapes that cross Sidelight's boundaries: the compiled pack, the article as the page half reads it, and the
 * answer that the context half gives. Everything that arrives from storage, a message or a file is parsed with these
 * once; inside, types are trusted. `zod/mini`, since the annotator carries these schemas into pages.
 */
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const id = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

/** A date as far as it is known: `2024`, `2024-08` or `2024-08-27`. Sorts as text. */
export const PartialDate = z
  .string()
  .check(z.regex(/^(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/));
/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.string().check(z.regex(/^(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

export const ANGLES = ['figure', 'update', 'missing-context', 'dispute', 'definition', 'origin'] as const;
export const Angle = z.enum(ANGLES);
export type Angle = z.infer<typeof Angle>;

export const CARD_KINDS = [
  'person',
  'institution',
  'company',
  'agreement',
  'law',
  'programme',
  'policy',
  'concept',
  'field',
  'dataset',
  'event',
] as const;
export const CardKind = z.enum(CARD_KINDS);
export type CardKind = z.infer<typeof CardKind>;

export const SOURCE_KINDS = ['primary', 'peer-reviewed', 'reporting', 'analysis'] as const;

export const Source = z.object({
  id,
  title: text,
  publisher: text,
  date: PartialDate,
  url: z.optional(z.url({ protocol: /^https$/ })),
  kind: z.enum(SOURCE_KINDS),
});
export type Source = z.infer<typeof Source>;

/** One dated step, with the id of the source that tells it. */
export const Step = z.object({ date: PartialDate, text, source: id });
export type Step = z.infer<typeof Step>;

export const KeyFigure = z.object({ value: text, label: text });

/** Numbers over years, countries or fields. Values stand as their sources give them and are never interpolated. */
export const Series = z.object({
  id,
  title: text,
  unit: text,
  x: z.enum(['year', 'country', 'field']),
  /** How the numbers were counted, where that changes them. */
  counting: z.optional(text),
  caveat: z.optional(text),
  asOf: PartialDate,
  sources: z.array(id).check(z.minLength(1)),
  lines: z
    .array(z.object({ name: z.string(), points: z.array(z.tuple([text, z.number()])).check(z.minLength(1)) }))
    .check(z.minLength(1)),
});
export type Series = z.infer<typeof Series>;

export const Note = z.object({
  id,
  angle: Angle,
  headline: text,
  body: text,
  keyFigure: z.optional(KeyFigure),
  events: z.array(Step),
  series: z.array(id),
  cards: z.array(id),
  sources: z.array(id).check(z.minLength(1)),
  /** The day or month up to which the note is known to hold. */
  asOf: PartialDate,
  /** From this day on the note is due for review, and says so. */
  reviewBy: Day,
});
export type Note = z.infer<typeof Note>;

export const Card = z.object({
  id,
  kind: CardKind,
  name: text,
  zh: z.optional(text),
  summary: text,
  facts: z.array(z.object({ label: text, value: text, source: id })),
  timeline: z.array(Step),
  related: z.array(id),
  /** What else the name can mean. */
  ambiguousWith: z.array(text),
  sources: z.array(id).check(z.minLength(1)),
  asOf: PartialDate,
});
export type Card = z.infer<typeof Card>;

export const BLOCK_KINDS = ['paragraph', 'heading', 'quote', 'item'] as const;

/** A sentence of the article: its text as matched, and the block (paragraph, list item, …) it stands in. */
export const Sentence = z.object({ text: z.string(), block: z.int(), kind: z.enum(BLOCK_KINDS) });
export type Sentence = z.infer<typeof Sentence>;

/** The article as the page half reads it: text only, never markup. */
export const Article = z.object({
  title: z.string(),
  published: z.nullable(Day),
  /** BCP 47 tag, `en` or `zh-Hans` say; `und` where nothing tells. */
  language: z.string(),
  sentences: z.array(Sentence),
});
export type Article = z.infer<typeof Article>;

/** Where in the article something stands: sentence index, and UTF-16 offsets `[start, end)` in that sentence's text. */
export const Anchor = z.object({ sentence: z.int(), start: z.int(), end: z.int(), exact: text });
export type Anchor = z.infer<typeof Anchor>;

export const Subject = z.object({ matched: z.boolean(), score: z.number(), reasons: z.array(z.string()) });
export type Subject = z.infer<typeof Subject>;

/** A note whole: who opens it needs nothing more from the background. */
export const NoteInFull = z.object({
  note: z.omit(Note, { series: true, sources: true, events: true }),
  /** Steps later than the article, oldest first; all of the note's steps where the article has no date. */
  since: z.array(Step),
  series: z.array(Series),
  sources: z.array(Source),
  /** The note is past its review date. */
  stale: z.boolean(),
});
export type NoteInFull = z.infer<typeof NoteInFull>;

/** A note as placed in an article. */
export const Annotation = z.extend(NoteInFull, {
  number: z.int(),
  anchor: Anchor,
  /** 0 … 1: how sure the match is. */
  score: z.number(),
  /** Words of the sentence that tell its claim, in reading order. */
  reasons: z.array(z.string()),
});
export type Annotation = z.infer<typeof Annotation>;

export const Mention = z.object({ card: id, anchor: Anchor });
export type Mention = z.infer<typeof Mention>;

/** A card with its sources in full, and the names of related cards. */
export const CardView = z.extend(z.omit(Card, { sources: true, related: true }), {
  sources: z.array(Source),
  related: z.array(z.object({ id, name: text, kind: CardKind })),
});
export type CardView = z.infer<typeof CardView>;

/** Dates and numbers that the article states, each where it stands first. */
export const Stated = z.object({ dates: z.array(Anchor), numbers: z.array(Anchor) });
export type Stated = z.infer<typeof Stated>;

/** What the context half answers about an article. Off the subject everything else is empty. */
export const Answer = z.object({
  subject: Subject,
  annotations: z.array(Annotation),
  mentions: z.array(Mention),
  /** Notes on cards that the article names, without a passage to hang on; best first. */
  more: z.array(NoteInFull),
  stated: Stated,
  /** The cards mentioned, those of the notes, and those related to either, by id. */
  cards: z.record(z.string(), CardView),
});
export type Answer = z.infer<typeof Answer>;

/**
 * What a reader goes to: a note by its number, a mention of a card (counted from 1), words of a sentence, or a note
 * without a passage by its id.
 */
export const Place = z.union([
  z.object({ note: z.int() }),
  z.object({ card: z.string(), mention: z.int() }),
  z.object({ anchor: Anchor }),
  z.object({ more: z.string() }),
]);
export type Place = z.infer<typeof Place>;
