import type { Metadata } from './metadata';

/** The article's language as a BCP 47 tag; `und` where nothing tells. */
export function readLanguage(document: Document, _metadata: Metadata, text: string): string {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > text.length / 3) return 'zh';
  return document.documentElement?.getAttribute('lang') || 'und';
}
