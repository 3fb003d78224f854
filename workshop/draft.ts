/** The pack while somebody writes it: only what teaches recognition trains anew, so that what is shown changes in seconds. */
import type { CompiledPack } from '../context/pack';
import { compiledPack, readSound } from './cache';
import { compilePack } from './compile';
import type { AuthoredPack } from './read';
import type { AuthoredCard, AuthoredNote } from './schema';

export interface Draft {
  pack: CompiledPack;
  /** Everything that its recognition was learned from, but for the prose of notes. */
  lesson: string;
}

/**
 * Compiles the pack in `dir`. Where it teaches what the last draft taught, that one's recognition is kept: a headline or
 * body, which training weighs little, is shown at once, and counts again when the pack is next compiled for itself.
 * @throws {Error} with file and line where the authored pack has problems
 */
export function draftOf(dir: string, last?: Draft): Draft {
  const authored = readSound(dir);
  const lesson = lessonOf(authored);
  return { lesson, pack: last?.lesson === lesson ? compilePack(authored, last.pack) : compiledPack(dir) };
}

/** All but what is only shown: a new kind of field or file counts as taught until it is listed here. */
function lessonOf({ notes, cards, series, tables, sources, problems, ...taught }: AuthoredPack): string {
  return JSON.stringify([notes.map(({ value }) => taughtBy(value)), cards.map(({ value }) => namedBy(value)), taught]);
}

function taughtBy(note: AuthoredNote): object {
  const { angle, headline, body, keyFigure, events, series, sources, asOf, reviewMonths, ...taught } = note;
  return taught;
}

function namedBy(card: AuthoredCard): object {
  const { summary, facts, timeline, related, sources, asOf, ...names } = card;
  return names;
}
