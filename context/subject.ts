/**
 * Is this article about science ties between the US and China? Two kinds of signs speak for it: the two countries and
 * science run through it and meet, and sentences of it make claims that the pack knows. Other countries in the place of the
 * US speak against. A logistic model weighs the signs; it is fitted on articles that the claims' engine hadn't seen.
 */
import * as z from 'zod/mini';
import { Lexicon, LexiconTable } from './lexicon';
import type { Reading } from './reading';
import type { Subject } from './schema';
import { FOREIGN } from './signature';

export const SUBJECT_SIGNS = ['claims', 'likely', 'near', 'ties', 'elsewhere', 'otherwise', 'names'] as const;
/** What is known of an article, each 0 … 1 or so; see `SubjectJudge.signs`. */
export type SubjectSigns = Record<(typeof SUBJECT_SIGNS)[number], number>;

export const SubjectModel = z.object({
  /** Words that tell of either country and of science beyond the words that claims are made of. */
  lexicon: LexiconTable,
  constant: z.number(),
  weights: z.record(z.enum(SUBJECT_SIGNS), z.number()),
  threshold: z.number(),
});
export type SubjectModel = z.infer<typeof SubjectModel>;

const CHINA: ReadonlySet<string> = new Set(['china', 'chinese-body', 'chinese-place']);
const USA: ReadonlySet<string> = new Set(['usa', 'american-body', 'american-place']);
const SCIENCE: ReadonlySet<string> = new Set(
  'science-work research scientist doctorate postdoc paper co-author most-cited basic-research rd-spending science-agreement china-initiative talent-programme university nih nsf'.split(
    ' ',
  ),
);

const OTHER: ReadonlySet<string> = new Set(['other-matter']);

/** Shares of sentences at which a sign counts in full: an article names its countries more seldom than one thinks. */
const FULL = { near: 0.3, ties: 0.15 } as const;

/** From this likelihood on a claim tells of the subject; lower than what is shown, since an article has many chances. */
const TELLING = 0.7;

/** Both countries stand in at least this share of the sentences, or it is another country's article. */
const LEAST_NAMED = 0.02;

/** What an article's subject is judged by. */
export interface Told {
  /** Those of the title and the sentences, in order. */
  readings: readonly Reading[];
  /** For each note that a sentence may make, how likely it is, 0 … 1. */
  claims: readonly number[];
  /** How many cards the article names. */
  cards: number;
}

/** Sentences of a short article. */
const SHORT = 30;

/** What a sentence names. */
interface Named {
  china: boolean;
  usa: boolean;
  science: boolean;
  foreign: boolean;
  other: boolean;
}

export class SubjectJudge {
  readonly #lexicon: Lexicon;

  constructor(private readonly model: SubjectModel) {
    this.#lexicon = new Lexicon(model.lexicon);
  }

  #named({ tokens, concepts }: Reading): Named {
    const words = this.#lexicon.find(tokens.map(({ key }) => key)).map(({ value }) => value);
    const held = [...concepts, ...words];
    const has = (ids: ReadonlySet<string>): boolean => held.some((id) => ids.has(id));
    return { china: has(CHINA), usa: has(USA), science: has(SCIENCE), foreign: has(FOREIGN), other: has(OTHER) };
  }

  signs({ readings, claims, cards }: Told): SubjectSigns & { counts: Counts } {
    const named = readings.map((reading) => this.#named(reading));
    const total = Math.max(1, named.length);
    const count = (fits: (each: Named, at: number) => boolean): number => named.filter(fits).length;
    const around = (at: number, key: keyof Named): boolean =>
      named.slice(Math.max(0, at - 1), at + 2).some((each) => each[key]);
    const counts = {
      china: count(({ china }) => china),
      usa: count(({ usa }) => usa),
      science: count(({ science }) => science),
      claims: claims.filter((probability) => probability >= TELLING).length,
      total,
    };
    const near = count((_, at) => around(at, 'china') && around(at, 'usa') && around(at, 'science'));
    const foreign = count(({ foreign }) => foreign);
    // As many as a short article of that density would have: a long page has many chances of being taken for another.
    const dense = (value: number): number => Math.log1p((value * SHORT) / Math.max(SHORT, total));
    return {
      claims: dense(counts.claims),
      likely: dense(claims.reduce((sum, probability) => sum + probability, 0)),
      near: Math.min(1, near / total / FULL.near),
      ties: Math.min(1, Math.min(counts.china, counts.usa) / total / FULL.ties),
      elsewhere: Math.max(0, foreign - counts.usa) / total,
      otherwise: count(({ other, science }) => other && !science) / total,
      names: dense(cards),
      counts,
    };
  }

  judge(told: Told): Subject {
    const { counts, ...signs } = this.signs(told);
    const { constant, weights, threshold } = this.model;
    const sum = SUBJECT_SIGNS.reduce((all, sign) => all + (weights[sign] ?? 0) * signs[sign], constant);
    const score = 1 / (1 + Math.exp(-sum));
    const named = Math.min(counts.china, counts.usa) / counts.total >= LEAST_NAMED;
    const matched = score >= threshold && named;
    return { matched, score: Math.round(score * 1000) / 1000, reasons: reasonsOf(counts) };
  }
}

interface Counts {
  china: number;
  usa: number;
  science: number;
  claims: number;
  total: number;
}

function reasonsOf({ china, usa, science, claims, total }: Counts): string[] {
  const inSentences = (name: string, count: number) => `${name}: ${count} of ${total} sentences`;
  const named = [inSentences('China', china), inSentences('the United States', usa), inSentences('science', science)];
  return [...named, `claims that the pack knows: ${claims}`];
}
