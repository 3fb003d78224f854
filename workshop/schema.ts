/** The pack as people write it. From these schemas come the types, the checks' first pass, and the editors' JSON Schema. */
import { z } from 'zod';
import { ANGLES, CARD_KINDS, SOURCE_KINDS } from '../context/schema';

const line = z.string().trim().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, such as left-us-19955');
const ids = z.array(id);

/** An editor’s own doubt. Good while working; the check refuses a pack that still holds one. */
const unchecked = line.optional().meta({ description: 'What still has to be checked; no pack ships with one' });

/** YAML reads a bare year, or a figure without its unit, as a number. */
const written = z.union([line, z.number().transform(String)]);

const date = z
  .union([
    z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is 2024, 2024-08 or 2024-08-27'),
    z.int().transform(String),
  ])
  .meta({ description: 'As far as it is known: 2024, 2024-08 or 2024-08-27' });

const step = z.strictObject({ date, text: line, source: id }).meta({ description: 'One dated step and its source' });

const groups = z.array(z.array(z.string()).min(1)).optional();

export const Signature = z
  .strictObject({
    all: groups.meta({
      description:
        'Groups of concept or card ids: a sentence must meet one of each. near:ID may also be met by anything that the article said before',
    }),
    likely: groups.meta({
      description: 'Groups that such sentences nearly always meet; unmet, the note is less likely',
    }),
    none: z.array(z.string()).optional().meta({ description: 'Concept or card ids that silence the note' }),
    abroad: z
      .array(z.string())
      .optional()
      .meta({ description: 'Other countries that the claim may name; those of the statement are known' }),
  })
  .meta({ description: 'What must, what should and what must not be there, by meaning' });
export type Signature = z.infer<typeof Signature>;

export const AuthoredNote = z.strictObject({
  id,
  angle: z.enum(ANGLES),
  statement: line.meta({ description: 'The claim as a news article would put it, in one sentence' }),
  headline: line.max(60),
  body: line.max(420),
  keyFigure: z.strictObject({ value: written, label: line }).optional(),
  events: z.array(step).optional(),
  series: ids.optional(),
  cards: ids.optional(),
  sources: ids.min(1, 'a note needs at least one source'),
  asOf: date.meta({ description: 'The day or month up to which the note is known to hold' }),
  reviewMonths: z.int().min(1).max(60).meta({ description: 'Months after asOf when the note is due for review' }),
  onlySecondary: line.optional().meta({ description: 'Why no primary or peer-reviewed source can be had' }),
  signature: Signature.optional(),
  unchecked,
  examples: z
    .array(line)
    .min(5, 'a note needs at least five examples')
    .meta({ description: 'Sentences that make this claim, the words for the footnote in [brackets]' }),
  counterexamples: z
    .array(line)
    .min(4, 'a note needs at least four counterexamples')
    .meta({ description: 'Sentences that share words with the claim and must not get this note' }),
});
export type AuthoredNote = z.infer<typeof AuthoredNote>;

export const AuthoredCard = z.strictObject({
  id,
  kind: z.enum(CARD_KINDS),
  name: line,
  zh: line.optional(),
  aliases: z.array(line).meta({ description: 'Names that count anywhere in an article on the subject' }),
  shortForms: z.array(line).optional().meta({ description: 'Names that count only after a full mention' }),
  summary: line.max(400),
  facts: z.array(z.strictObject({ label: line, value: written, source: id })).default([]),
  timeline: z.array(step).optional(),
  related: ids.optional(),
  ambiguousWith: z.array(line).optional().meta({ description: 'What else one of the names can mean' }),
  sources: ids.min(1, 'a card needs at least one source'),
  asOf: date,
  unchecked,
});
export type AuthoredCard = z.infer<typeof AuthoredCard>;

export const AuthoredSeries = z.strictObject({
  id,
  title: line,
  unit: line,
  x: z.enum(['year', 'country', 'field']),
  counting: line.optional().meta({ description: 'How the numbers were counted' }),
  caveat: line.optional(),
  sources: ids.min(1, 'a series needs at least one source'),
  asOf: date,
  unchecked,
});
export type AuthoredSeries = z.infer<typeof AuthoredSeries>;

export const AuthoredSource = z.strictObject({
  id,
  title: line,
  publisher: line,
  date,
  url: z.url({ protocol: /^https$/, error: 'a url starts with https://' }).optional(),
  kind: z.enum(SOURCE_KINDS),
  checked: z.enum(['search', 'memory']).optional(),
});
export type AuthoredSource = z.infer<typeof AuthoredSource>;

export const AuthoredLexicon = z.record(id, z.array(written).min(1));
export type AuthoredLexicon = z.infer<typeof AuthoredLexicon>;

/**
 * A sentence by a writer who had seen only the notes' statements: it makes a note's claim, or looks like it and doesn't.
 * `before` says in words what the article must have mentioned for the sentence to make sense.
 */
export const RoundSentence = z
  .strictObject({ note: id.optional(), against: id.optional(), text: line, before: z.array(line).optional() })
  .refine(({ note, against }) => (note === undefined) !== (against === undefined), 'give either note or against');
export type RoundSentence = z.infer<typeof RoundSentence>;

/** A sentence whose anchor another hand marked again, since two hands agree only in part. */
export const SecondMark = z.strictObject({ note: id, text: line });
export type SecondMark = z.infer<typeof SecondMark>;
