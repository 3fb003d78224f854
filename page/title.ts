import type { Metadata } from './metadata';

/** The article's title without the site's name; empty where the page has none. */
export function readTitle(document: Document, { meta }: Metadata): string {
  return meta.get('og:title')?.[0] ?? document.querySelector('h1')?.textContent?.trim() ?? document.title ?? '';
}
