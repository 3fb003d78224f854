/** What a note says in a line or two, where there is no room for all of it. */
import type { Annotation, Source } from '../context/schema';

/** Three lines in a margin, with the source after it. */
const LONGEST = 110;

/** The key figure and its label, or else the first sentence of the text; cut between words where it is long. */
export function gistOf({ keyFigure, body }: Annotation['note']): { figure?: string; text: string } {
  if (keyFigure) return { figure: keyFigure.value, text: cut(keyFigure.label, LONGEST - keyFigure.value.length) };
  return { text: cut(firstSentence(body), LONGEST) };
}

/** Publisher and year: without the place, department or edition that comes after a comma, a slash or in brackets. */
export function shortSource({ publisher, date }: Source): string {
  return `${publisher.replace(/(?:,| \/| \().*$/, '')}\u00a0${date.slice(0, 4)}`;
}

function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? text;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end > 0 ? end : longest).replace(/[\s,;:–—-]+$/, '')} …`;
}
