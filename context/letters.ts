/**
 * Whole numbers as letters: plain JSON text that zip packs tighter than base64. `#` is 0; quotation mark and backslash
 * lie below or are stepped over, so that nothing needs escaping.
 */
const FIRST = 35;
const BACKSLASH = 92;

export function toLetter(value: number): string {
  const code = FIRST + value;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

/** The number at a place; the place is in range. */
export function letterAt(letters: string, at: number): number {
  const code = letters.charCodeAt(at);
  return (code > BACKSLASH ? code - 1 : code) - FIRST;
}

export function numbers(letters: string): Uint16Array {
  const values = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at++) values[at] = letterAt(letters, at);
  return values;
}
