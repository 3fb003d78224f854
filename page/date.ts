import type { Metadata } from './metadata';

/** The day an article was published, `YYYY-MM-DD`; null where the page doesn't say or contradicts itself. */
export function readPublished(_document: Document, { meta, jsonLd }: Metadata): string | null {
  const stated = [...jsonLd.map((object) => object.datePublished), ...(meta.get('article:published_time') ?? [])];
  for (const value of stated) {
    const day = typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined;
    if (day) return day;
  }
  return null;
}
