/** How well articles that nothing was trained on are judged: their subject, and the claims in running prose. */
import { join } from 'node:path';
import { annotate } from '../../context/annotate';
import type { Pack } from '../../context/pack';
import type { Annotation } from '../../context/schema';
import { type Claim, type MarkedArticle, readMarkedArticles } from '../articles';
import type { Tally } from './claims';
import { overlap } from './overlap';

/** Any day will do: it only dates what happened since. */
const TODAY = '2026-01-01';

interface ArticleScore extends Tally {
  matched: boolean;
  /** Notes shown where nobody marked them, with their sentence. */
  taken: string[];
}

/** Annotates an article and compares: a note is right where its claim is marked in the same sentence. */
function scoreArticle(pack: Pack, { article, claims }: MarkedArticle): ArticleScore {
  const { subject, annotations } = annotate(pack, article, TODAY);
  const textOf = (sentence: number): string => article.sentences[sentence]?.text ?? '';
  const claimOf = ({ note, anchor }: Annotation): Claim | undefined =>
    claims.find((claim) => claim.note === note.id && claim.sentence === anchor.sentence);
  const overlaps = annotations.flatMap((annotation) => {
    const claim = claimOf(annotation);
    return claim ? [overlap(annotation.anchor.exact, textOf(claim.sentence).slice(claim.start, claim.end))] : [];
  });
  return {
    matched: subject.matched,
    claims: claims.length,
    right: overlaps.length,
    wrong: annotations.length - overlaps.length,
    overlap: overlaps.reduce((sum, each) => sum + each, 0),
    taken: annotations
      .filter((annotation) => !claimOf(annotation))
      .map(({ note, anchor }) => `${note.id}: ${textOf(anchor.sentence)}`),
  };
}

export interface CorpusScore {
  subject: { found: number; missed: string[]; wrong: string[] };
  /** Over the articles on the subject; in one that is missed, all claims are. */
  claims: Tally;
  taken: string[];
}

/** @param folder holds `on` and `off` */
export function scoreCorpus(pack: Pack, folder: string): CorpusScore {
  const scores = (name: string) =>
    readMarkedArticles(join(folder, name)).map((marked) => ({
      title: marked.article.title,
      ...scoreArticle(pack, marked),
    }));
  const [on, off] = [scores('on'), scores('off')];
  const sum = (key: keyof Tally): number => on.reduce((total, score) => total + score[key], 0);
  const titles = (some: readonly { title: string }[]): string[] => some.map(({ title }) => title);
  return {
    subject: {
      found: on.filter(({ matched }) => matched).length,
      missed: titles(on.filter(({ matched }) => !matched)),
      wrong: titles(off.filter(({ matched }) => matched)),
    },
    claims: { claims: sum('claims'), right: sum('right'), wrong: sum('wrong'), overlap: sum('overlap') },
    taken: on.flatMap(({ taken }) => taken),
  };
}
