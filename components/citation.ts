/** What “Copy” gives: a note or a card as plain text that can be pasted into a mail and still be checked. */
import type { CardView, NoteInFull, Source } from '../context/schema';
import { formatDate } from './dates';
import type { Strings } from './strings';

/** Headline, key figure, text, what came since, numbered sources with addresses, and the day up to which it holds. */
export function noteText(annotation: NoteInFull, published: string | null, strings: Strings): string {
  const { note, since, sources } = annotation;
  return paragraphs(
    note.headline,
    note.keyFigure && `${note.keyFigure.value} – ${note.keyFigure.label}`,
    note.body,
    steps(published ? strings.t('copy.since') : strings.t('copy.timeline'), since, sources, strings),
    citations(sources, strings),
    strings.t('copy.asOf', [formatDate(note.asOf, strings.language)]),
  );
}

/** Name (with the Chinese name), summary, facts, timeline, sources, and the day up to which it holds. */
export function cardText(card: CardView, strings: Strings): string {
  return paragraphs(
    card.zh ? `${card.name} (${card.zh})` : card.name,
    card.summary,
    card.facts.map(({ label, value, source }) => `${label}: ${value}${mark(source, card.sources)}`).join('\n'),
    steps(strings.t('copy.timeline'), card.timeline, card.sources, strings),
    citations(card.sources, strings),
    strings.t('copy.asOf', [formatDate(card.asOf, strings.language)]),
  );
}

/** “Title. Publisher, 13 Dec 2024. https://…” */
export function citation(source: Source, language: string): string {
  const stop = /[.?!。？！]$/.test(source.title) ? '' : '.';
  const known = `${source.title}${stop} ${source.publisher}, ${formatDate(source.date, language)}.`;
  return source.url ? `${known} ${source.url}` : known;
}

function citations(sources: readonly Source[], { t, language }: Strings): string {
  const lines = sources.map((source, index) => `${index + 1}. ${citation(source, language)}`);
  return lines.length ? [t('copy.sources'), ...lines].join('\n') : '';
}

/** “ [2]”: which of several sources tells it. */
function mark(id: string, sources: readonly Source[]): string {
  const index = sources.findIndex((source) => source.id === id);
  return index < 0 || sources.length < 2 ? '' : ` [${index + 1}]`;
}

function steps(title: string, list: NoteInFull['since'], sources: readonly Source[], { language }: Strings): string {
  const lines = list.map(({ date, text, source }) => `${formatDate(date, language)} – ${text}${mark(source, sources)}`);
  return lines.length ? [title, ...lines].join('\n') : '';
}

const paragraphs = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n\n');
