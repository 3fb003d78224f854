/** The spotter's terms as regular expressions, which need no library. */
import type { SpotterTerms } from '../context/spot';
import { tokenise } from '../context/tokens';
import type { AuthoredPack } from './read';

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A form as it begins a word, inflected or at the start of a sentence: university → [Uu]niversit. */
function opening(form: string): string {
  const stem = literal(form).replace(/y$/, '');
  const [first = ''] = stem;
  return /^[a-z]/.test(first) ? `[${first.toUpperCase()}${first}]${stem.slice(1)}` : stem;
}

/** One regular expression for plain forms: Latin ones where a word begins, Chinese ones anywhere. */
function expression(forms: readonly string[]): string {
  const plain = forms.filter((form) => !form.includes('…'));
  const han = plain.filter((form) => /\p{Script=Han}/u.test(form)).map(literal);
  const latin = plain.filter((form) => !/\p{Script=Han}/u.test(form) && tokenise(form).length > 0).map(opening);
  return [`\\b(?:${latin.join('|')})`, ...han].join('|');
}

/** The spotter's terms, from the pack's own list of them. */
export function spotterTerms({ spotter }: Pick<AuthoredPack, 'spotter'>): SpotterTerms {
  const { china = [], usa = [], science = [] } = spotter[0]?.value ?? {};
  return { china: expression(china), usa: expression(usa), science: expression(science) };
}
