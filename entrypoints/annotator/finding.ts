import type { Anchor, Annotation, Answer, Mention } from '../../context/schema';
import type { Contents, Found } from '../../desk/messages';
import { ask } from '../../desk/page-end';
import { articleSteps, type PageArticle } from '../../page/article';
import { rangeIn } from '../../page/ranges';
import { type PageSentence, sentenceSteps, toArticle } from '../../page/sentences';
import { breathe, bySteps } from '../../page/steps';
import { isSameText } from '../../page/watch';

/** An article with what is known about it, tied to the live text. */
export interface Finding {
  article: PageArticle;
  root: Element;
  answer: Answer;
  claims: { annotation: Annotation; range: Range }[];
  /** In the article's order. A name inside a claim isn't underlined besides: the claim's note has its card. */
  names: { mention: Mention; range: Range; inClaim: boolean }[];
  /** The live text of an anchor of this answer; null where it has gone. */
  rangeOf: (anchor: Anchor) => Range | null;
}

/** Fewer words than this are no article, whatever the page's title says. */
const LEAST_WORDS = 60;

/**
 * Reads the article, asks the background about it and ties the answer to the text. Where the text is as it was `before`,
 * the answer still holds and only the ranges are new. Null: not an article on the subject, nothing to say about it, or
 * nobody to ask.
 */
export async function findIn(document: Document, before?: Finding): Promise<Finding | null> {
  const article = await bySteps(articleSteps(document));
  if (!article.root || article.words < LEAST_WORDS) return null;
  const sentences = await bySteps(sentenceSteps(article.blocks, article.language));
  const answer = before && isSameText(article.blocks, before.article.blocks) ? before.answer : await askAbout();
  await breathe();
  return answer ? tie(answer, article, article.root, sentences) : null;

  async function askAbout(): Promise<Answer | null> {
    const result = await ask('annotate', toArticle(article, sentences));
    return result.ok && result.value.subject.matched ? result.value : null;
  }
}

/** What the popup lists of it. */
export function listOf({ claims, answer }: Finding): Found {
  return {
    notes: claims.map(({ annotation: { number, note } }) => ({ number, angle: note.angle, headline: note.headline })),
    cards: new Set(answer.mentions.map((mention) => mention.card)).size,
  };
}

/** What the side panel shows of it. */
export function contentsOf({ answer, article }: Finding, read: ReadonlySet<string>): Contents {
  return { answer, published: article.published, language: article.language, read: [...read] };
}

function tie(answer: Answer, article: PageArticle, root: Element, sentences: PageSentence[]): Finding | null {
  const rangeOf = ({ sentence, start, end }: Anchor): Range | null => {
    const found = sentences[sentence];
    const block = found && article.blocks[found.block];
    return block ? rangeIn(block, found.start + start, found.start + end) : null;
  };
  const claims = answer.annotations.flatMap((annotation) => {
    const range = rangeOf(annotation.anchor);
    return range ? [{ annotation, range }] : [];
  });
  const names = answer.mentions.flatMap((mention) => {
    const range = rangeOf(mention.anchor);
    const inClaim = answer.annotations.some(({ anchor }) => overlap(anchor, mention.anchor));
    return range ? [{ mention, range, inClaim }] : [];
  });
  return claims.length + names.length > 0 ? { article, root, answer, claims, names, rangeOf } : null;
}

function overlap(one: Anchor, other: Anchor): boolean {
  return one.sentence === other.sentence && one.start < other.end && other.start < one.end;
}
