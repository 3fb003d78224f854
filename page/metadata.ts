/** What a page says about itself in its head: meta elements by lower-case name, and the objects of its JSON-LD. */
export interface Metadata {
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: readonly Readonly<Record<string, unknown>>[];
}

/** Far more objects than any honest page has; a bound for hostile ones. */
const MOST_OBJECTS = 2000;

export function readMetadata(document: Document): Metadata {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    const names = ['property', 'name', 'http-equiv'].flatMap(
      (attribute) => element.getAttribute(attribute)?.toLowerCase().split(/\s+/) ?? [],
    );
    if (content) for (const name of names) meta.set(name, [...(meta.get(name) ?? []), content]);
  }
  const jsonLd: Record<string, unknown>[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    collect(parseLoosely(script.textContent ?? ''), jsonLd);
  }
  return { meta, jsonLd };
}

/** JSON as pages write it: with comment wrappers, raw line breaks in strings, a stray comma or semicolon. */
function parseLoosely(source: string): unknown {
  const bare = source.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/.*|<!\[CDATA\[)+|(?:-->|\]\]>|;)\s*$/g, '');
  for (const text of [bare, bare.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next form, or nothing.
    }
  }
  return null;
}

/** Properties whose objects are other things than the page: what it quotes, shows, lists or was answered with. */
const ASIDE = new Set(
  'associatedMedia author citation comment hasPart image isPartOf itemListElement liveBlogUpdate mentions publisher review video'.split(
    ' ',
  ),
);

/** The objects in a JSON value that are about the page, outermost first. */
function collect(value: unknown, into: Record<string, unknown>[]): void {
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && queue.length < MOST_OBJECTS; at += 1) {
    const item = queue[at];
    if (Array.isArray(item)) queue.push(...item.slice(0, MOST_OBJECTS));
    else if (typeof item === 'object' && item !== null) {
      into.push(item as Record<string, unknown>);
      for (const [key, inner] of Object.entries(item)) {
        if (typeof inner === 'object' && !ASIDE.has(key)) queue.push(inner);
      }
    }
  }
}
