import type { Metadata } from './metadata';

/** What may stand between a title and the site's name. */
const SEPARATOR = /\s+(?:[-|–—·•»›/]|::)\s+/g;
/** Shorter headings are the names of sections and sites. */
const SHORTEST = 12;

/**
 * The article's title without the site's name; empty where the page has none. A heading that the metadata bear out is
 * best, being what the reader sees; `headings` are the page's, top to bottom.
 */
export function readTitle(document: Document, metadata: Metadata, headings: readonly string[]): string {
  const { meta, jsonLd } = metadata;
  const headline = jsonLd.map((object) => object.headline).find((value) => typeof value === 'string');
  // Not `document.title`: reading that, linkedom adds a head where there is none.
  const named = document.querySelector('title')?.textContent;
  const stated = [meta.get('og:title')?.[0], headline, meta.get('twitter:title')?.[0], named]
    .map((title) => collapse(String(title ?? '')))
    .filter((title) => title !== '');
  const borneOut = headings.find(
    (heading) => heading.length >= SHORTEST && stated.some((title) => isMostOf(heading, title)),
  );
  if (borneOut) return borneOut;
  const best = stated[0] ?? headings[0] ?? '';
  return withoutSite(best, siteNames(document, metadata));
}

/** Whether a heading makes up most of a stated title: the rest is the site's name or a section. */
function isMostOf(heading: string, title: string): boolean {
  const [part, whole] = [letters(heading), letters(title)];
  return part.length * 2 >= whole.length && whole.includes(part);
}

/** The title up to the last separator where a name of the site follows, and only that. */
function withoutSite(title: string, names: readonly string[]): string {
  for (const { index, 0: separator } of [...title.matchAll(SEPARATOR)].reverse()) {
    const rest = letters(title.slice(index + separator.length));
    if (names.some((name) => name === rest || (rest.length >= 4 && name.includes(rest)))) return title.slice(0, index);
  }
  return title;
}

function siteNames(document: Document, { meta }: Metadata): string[] {
  const address = meta.get('og:url')?.[0] ?? document.URL ?? '';
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(address)?.[1] ?? '';
  return [meta.get('og:site_name')?.[0], meta.get('application-name')?.[0], host].map((name) => letters(name ?? ''));
}

/** Only what is said, to compare by: lower case, without spaces and punctuation. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[\s!-/:-@[-`{-~\u00a1-\u00bf\u2010-\u203b\u3000-\u303f\uff00-\uff20]/g, '');
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
