import { BlockText } from './block-text';
import { isFootnoteMarker, isHiddenByMarkup, type Naming, namingOf, roleOf } from './furniture';
import { atOnce, type Steps } from './steps';

export type Kind = 'paragraph' | 'heading' | 'quote' | 'item';

/** A block-level element. `parent` is an index into the outline's boxes; parents come before their children. */
export interface Box {
  readonly element: Element;
  readonly parent: number;
  readonly kind: Kind;
  readonly naming: Naming;
}

/** A run of text with no block boundary in it: what a reader sees as one paragraph. */
export interface Run {
  readonly box: number;
  readonly content: BlockText;
  /** Characters of the text that stand in links. */
  linked: number;
}

export interface Outline {
  readonly boxes: readonly Box[];
  readonly runs: readonly Run[];
}

/** Reads an element's text into runs and its block-level elements into boxes, in one walk without recursion. */
export function outlineOf(body: Element): Outline {
  return atOnce(outlineSteps(body));
}

/** Nodes that are read in one step. */
const IN_A_STEP = 500;

/** The same, in steps, between which the page may have its thread. */
export function* outlineSteps(body: Element): Steps<Outline> {
  const walk = new Walk(body);
  let node: Node | null = body.firstChild;
  for (let count = 1; node; count += 1) {
    if (count % IN_A_STEP === 0) {
      yield;
      // The page has taken away what was to be read next: once more, without a pause.
      if (!body.contains(node)) return outlineOf(body);
    }
    const inside: Node | null = node.nodeType === 1 ? walk.enter(node as Element) : null;
    if (node.nodeType === 3) walk.read(node as Text);
    if (inside) {
      node = inside;
      continue;
    }
    let next: Node | null = node.nextSibling;
    if (node.nodeType === 1) walk.leave(node as Element);
    let parent: Node | null = node.parentNode;
    while (!next && parent && parent !== body) {
      walk.leave(parent as Element);
      next = parent.nextSibling;
      parent = parent.parentNode;
    }
    node = next;
  }
  walk.leave(body);
  return walk;
}

class Walk implements Outline {
  readonly boxes: Box[] = [];
  readonly runs: Run[] = [];
  /** Entered elements that something has to be undone for. */
  readonly #open: { element: Element; as: 'box' | 'link' | 'raised' }[] = [];
  #box = -1;
  #links = 0;
  #raised = 0;
  #run: Run | null = null;
  #breaks = 0;

  constructor(body: Element) {
    this.#push(body, 'body');
  }

  /** Gives the element's first child where it is to be read. */
  enter(element: Element): Node | null {
    const tag = element.localName.toLowerCase();
    const role = roleOf(tag);
    if (role === 'unread') return null;
    if (tag === 'br') this.#break();
    // Only the outermost: each is read whole, and hostile pages nest them.
    if (tag === 'sup' && this.#raised === 0 && isFootnoteMarker(element)) return null;
    if (role === 'apart' || isHiddenByMarkup(element, role)) {
      if (role !== 'inline') this.#close();
      return null;
    }
    if (role === 'block') this.#push(element, tag);
    else if (tag === 'a') {
      this.#links += 1;
      this.#open.push({ element, as: 'link' });
    } else if (tag === 'sup') {
      this.#raised += 1;
      this.#open.push({ element, as: 'raised' });
    }
    return element.firstChild;
  }

  leave(element: Element): void {
    if (this.#open.at(-1)?.element !== element) return;
    const closed = this.#open.pop()?.as;
    if (closed === 'link') this.#links -= 1;
    else if (closed === 'raised') this.#raised -= 1;
    else {
      this.#close();
      this.#box = this.boxes[this.#box]?.parent ?? -1;
    }
  }

  read(node: Text): void {
    if (!this.#run && !/\S/.test(node.data)) return;
    this.#run ??= { box: this.#box, content: new BlockText(), linked: 0 };
    const before = this.#run.content.length;
    this.#run.content.add(node);
    const added = this.#run.content.length - before;
    if (this.#links > 0) this.#run.linked += added;
    if (added > 1 || /\S/.test(node.data)) this.#breaks = 0;
  }

  #push(element: Element, tag: string): void {
    this.#close();
    const parent = this.#box;
    const kind = kindOf(tag, this.boxes[parent]?.kind ?? 'paragraph');
    this.boxes.push({ element, parent, kind, naming: namingOf(element) });
    this.#box = this.boxes.length - 1;
    this.#open.push({ element, as: 'box' });
  }

  /** Two line breaks with nothing between them end a paragraph. */
  #break(): void {
    this.#breaks += 1;
    if (this.#breaks > 1) this.#close();
    else this.#run?.content.addBreak();
  }

  #close(): void {
    this.#breaks = 0;
    const run = this.#run;
    this.#run = null;
    if (run?.content.text) this.runs.push(run);
  }
}

function kindOf(tag: string, inherited: Kind): Kind {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'item';
  return tag === 'blockquote' ? 'quote' : inherited;
}
