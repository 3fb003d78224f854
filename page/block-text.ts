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
const SPACE = /[\t\n\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
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
 * and remembers where each stretch came from. Cost: linear in the text.
 */
export class BlockText {
  readonly pieces: Piece[] = [];
  text = '';

  /** Adds a text node's characters. */
  add(node: Text): void {
    const { data } = node;
    if (!IRREGULAR.test(data)) {
      const start = data.startsWith(' ') && this.#endsWithSpace() ? 1 : 0;
      this.#keep(node, start, data.length);
      return;
    }
    let start = 0;
    let wasSpace = this.#endsWithSpace();
    for (let at = 0; at < data.length; at += 1) {
      const code = data.charCodeAt(at);
      // Letters of ASCII are most of the text of most pages; skip the patterns for them.
      const isSpace = code <= 32 || (code >= 160 && SPACE.test(data.charAt(at)));
      if ((isSpace && wasSpace) || (!isSpace && code >= 160 && UNSEEN.test(data.charAt(at)))) {
        this.#keep(node, start, at);
        start = at + 1;
      } else wasSpace = isSpace;
    }
    this.#keep(node, start, data.length);
  }

  /** Adds a space that stands in no text node: a line break's. */
  addBreak(): void {
    if (!this.#endsWithSpace()) this.text += ' ';
  }

  /** Takes away white space at the end. */
  finish(): void {
    if (!this.text.endsWith(' ')) return;
    this.text = this.text.slice(0, -1);
    const last = this.pieces.at(-1);
    if (!last || last.offset + last.end - last.start <= this.text.length) return;
    this.pieces.pop();
    if (last.end - 1 > last.start) this.pieces.push({ ...last, end: last.end - 1 });
  }

  /** True at the beginning too: a block never starts with a space. */
  #endsWithSpace(): boolean {
    return this.text === '' || this.text.endsWith(' ');
  }

  #keep(node: Text, start: number, end: number): void {
    if (end <= start) return;
    this.pieces.push({ node, start, end, offset: this.text.length });
    this.text += withPlainSpaces(node.data.slice(start, end));
  }
}
