/**
 * A stretch of a text node that stands in a block's text character for character: `node.data[start + i]` is
 * `text[offset + i]`, save that any white space reads as a plain space.
 */
export interface Piece {
  readonly node: Text;
  /** `[start, end)` in `node.data`. */
  readonly start: number;
  readonly end: number;
  /** Where the stretch begins in the block's text. */
  readonly offset: number;
}

/** One character of markup's white space, or of the wider spaces that typesetting uses. */
const SPACE = /[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** Soft hyphen, zero-width characters and direction marks: seen by nobody, but in the way of matching. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const SPACES = new RegExp(SPACE.source, 'g');
/** What can't be copied as it stands: white space other than one plain space, or an unseen character. */
const IRREGULAR = new RegExp(`${UNSEEN.source}|${SPACE.source}{2,}|(?! )${SPACE.source}`);

/** Text with every white-space character as a plain space: the form in which pieces compare with their block. */
export function withPlainSpaces(data: string): string {
  return data.replace(SPACES, ' ');
}

/**
 * Gathers a block's text from its text nodes as a reader sees it (white space collapsed, unseen characters left out)
 * and remembers where each stretch came from; the last may reach past the text by its white space. Cost: linear in the
 * text.
 */
export class BlockText {
  readonly pieces: Piece[] = [];
  length = 0;
  // Joined once: asking a growing string for its last character would copy it each time.
  readonly #parts: string[] = [];
  #text: string | null = null;
  /** True at the beginning too: a block never starts with a space. */
  #endsWithSpace = true;

  /** The text so far, without white space at the end. */
  get text(): string {
    this.#text ??= this.#parts.join('').trimEnd();
    return this.#text;
  }

  /** Adds a text node's characters. */
  add(node: Text): void {
    const { data } = node;
    if (!IRREGULAR.test(data)) {
      this.#keep(node, data.startsWith(' ') && this.#endsWithSpace ? 1 : 0, data.length);
      return;
    }
    let start = 0;
    let wasSpace = this.#endsWithSpace;
    for (let at = 0; at < data.length; at += 1) {
      const code = data.charCodeAt(at);
      // Letters of ASCII are most of the text of most pages; skip the patterns for them.
      const isSpace = code === 32 || (code >= 9 && code <= 13) || (code >= 160 && SPACE.test(data.charAt(at)));
      if ((isSpace && wasSpace) || (!isSpace && code >= 160 && UNSEEN.test(data.charAt(at)))) {
        this.#keep(node, start, at);
        start = at + 1;
      } else wasSpace = isSpace;
    }
    this.#keep(node, start, data.length);
  }

  /** Adds a space that stands in no text node: a line break's. */
  addBreak(): void {
    if (!this.#endsWithSpace) this.#append(' ');
  }

  #keep(node: Text, start: number, end: number): void {
    if (end <= start) return;
    this.pieces.push({ node, start, end, offset: this.length });
    this.#append(withPlainSpaces(node.data.slice(start, end)));
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#text = null;
    this.length += part.length;
    this.#endsWithSpace = part.endsWith(' ');
  }
}
