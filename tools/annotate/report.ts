/** An answer as the command prints it: one JSON document for programs, text for people. */
import type { Anchor, Answer, Article } from '../../context/schema';
import type { ReadFile } from './file';

/** Characters of context on either side of an anchor, as in a W3C TextQuoteSelector. */
const CONTEXT = 32;

function selector(article: Article, { sentence, start, end, exact }: Anchor) {
  const text = article.sentences[sentence]?.text ?? '';
  return { exact, prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

export function toJson({ article, words, blocks }: ReadFile, answer: Answer, withText: boolean) {
  const { title, published, language } = article;
  const sentenceAt = ({ sentence }: Anchor): string => article.sentences[sentence]?.text ?? '';
  const notes = answer.annotations.map(({ number, note, anchor, score, reasons, since, sources }) => ({
    ...{ id: note.id, number, angle: note.angle, headline: note.headline, body: note.body },
    anchor: selector(article, anchor),
    sentence: sentenceAt(anchor),
    ...{ score, reasons },
    since: since.map(({ date, text }) => ({ date, text })),
    sources: sources.map(({ title, publisher, date, url }) => ({ title, publisher, date, ...(url ? { url } : {}) })),
    cards: note.cards,
  }));
  const cards = [...new Set(answer.mentions.map(({ card }) => card))].map((id) => ({
    id,
    name: answer.cards[id]?.name ?? id,
    mentions: answer.mentions
      .filter(({ card }) => card === id)
      .map(({ anchor }) => ({ exact: anchor.exact, sentence: sentenceAt(anchor) })),
  }));
  const text = withText ? { text: blocks.join('\n') } : {};
  return { article: { title, published, language, words, subject: answer.subject, ...text }, notes, cards };
}

type Report = ReturnType<typeof toJson>;

export function toText({ article, notes, cards }: Report): string {
  const lines = [
    article.title || '(no title)',
    `${article.published ?? 'no date found'} · ${article.words} words · ${article.language}`,
  ];
  const { subject } = article;
  lines.push(`${subject.matched ? 'On' : 'Off'} the subject (${subject.score}): ${subject.reasons.join('; ')}`, '');
  for (const note of notes) {
    lines.push(`${note.number}. ${note.headline}  [${note.angle}, ${note.id}, ${note.score}]`);
    lines.push(`   on “${note.anchor.exact}” in: ${note.sentence}`, `   ${note.body}`);
    for (const { date, text } of note.since) lines.push(`   since: ${date} ${text}`);
    for (const source of note.sources) lines.push(`   source: ${source.title}. ${source.publisher}, ${source.date}`);
    lines.push('');
  }
  for (const { id, name, mentions } of cards)
    lines.push(`· ${name}  [${id}] “${mentions.map(({ exact }) => exact).join('”, “')}”`);
  return lines.join('\n').trimEnd();
}
