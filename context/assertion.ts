/**
 * Whether a sentence asserts what it speaks of. A question, an unreal condition and a denial make no claim, however near
 * their words come to it; a quotation and what is attributed to somebody do.
 */
import type { Reading } from './reading';
import type { Run } from './runs';

const QUESTION = /[?？]["”’'»)\]」』）]*$/;
const UNREAL =
  /^["“‘'([]*(?:If|Had|Were|Should|Suppose|Imagine)\b.*\b(?:would|could|might)\b|^[“「]?(?:如果|假如|倘若|要是)/s;
const DISOWNED =
  /\b(?:not (?:true|the case) that|den(?:y|ies|ied|ying) (?:that|reports)|(?:false|untrue|a myth) that|contrary to (?:claims|reports|rumou?rs))\b|并非事实|不实|谣言/i;
const NEGATED =
  /\b(?:never|cannot|(?:ha[sd]|have|did|does|do|was|were|is|are|will) not|(?:has|had|have|did|does|do|was|were|is|are|wo)n[’']t|no \w+(?: \w+)? (?:ever|has|have|was|were))\b|从未|并未|没有|未曾/i;

/** Tokens. */
const SHORT = 17;

/** Whether a text negates its verb. */
export const negates = (text: string): boolean => NEGATED.test(text);

/**
 * @param run the whole sentence or the clause that would make the claim
 * @param negative whether the claim is itself told with a negation: “no researcher was ever convicted”
 */
export function asserts({ text, tokens }: Reading, run: Run, negative: boolean): boolean {
  if (UNREAL.test(text) || DISOWNED.test(text)) return false;
  if (run.to === tokens.length && QUESTION.test(text)) return false;
  // In a long sentence nobody can tell by words what is negated: its clauses are asked instead.
  return (
    negative || run.to - run.from > SHORT || !negates(text.slice(tokens[run.from]?.start, tokens[run.to - 1]?.end))
  );
}
