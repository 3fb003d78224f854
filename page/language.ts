import type { Metadata } from './metadata';

/** Enough text to tell a language by. */
const SAMPLE = 4000;
/** Words that make up a third of English prose and are hardly words elsewhere. */
const ENGLISH = /\b(?:the|of|and|to|that|is|was|for|with|as|by|it|from|are|has|have|this|which|said)\b/gi;
/** Everyday characters that were simplified, and as they were: each tells the one script from the other. */
const SIMPLIFIED = /[们这国时会学发经说对个现实业东关产书车长门问间]/g;
const TRADITIONAL = /[們這國時會學發經說對個現實業東關產書車長門問間]/g;

/**
 * The article's language as a BCP 47 tag: what the page declares, unless its text is plainly another; `und` where
 * nothing tells. Chinese comes with its script, `zh-Hans` or `zh-Hant`.
 */
export function readLanguage(document: Document, metadata: Metadata, text: string): string {
  const declared = declaredLanguage(document, metadata);
  const sample = text.slice(0, SAMPLE);
  const han = count(sample, /[\u3400-\u9fff]/g);
  if (han > count(sample, /\S/g) / 3 && count(sample, /[\u3040-\u30ff]/g) < han / 10) return chinese(sample, declared);
  const words = count(sample, /\S+/g);
  const english = count(sample, ENGLISH);
  if (english > words / 6) return declared?.startsWith('en') ? declared : 'en';
  const contradicted = words > 100 && english < words / 50 && declared?.startsWith('en');
  return declared === null || contradicted ? 'und' : declared;
}

function declaredLanguage(document: Document, { meta, jsonLd }: Metadata): string | null {
  const root = document.documentElement;
  const stated = [
    root?.getAttribute('lang'),
    root?.getAttribute('xml:lang'),
    meta.get('og:locale')?.[0],
    meta.get('content-language')?.[0]?.split(',')[0],
    ...jsonLd.map(({ inLanguage }) => (typeof inLanguage === 'string' ? inLanguage : null)),
  ];
  for (const tag of stated) {
    const canonical = tag ? canonicalTag(tag) : null;
    if (canonical) return canonical;
  }
  return null;
}

/** `en_us` → `en-US`; null for what is no tag. */
function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function chinese(text: string, declared: string | null): string {
  const [simplified, traditional] = [count(text, SIMPLIFIED), count(text, TRADITIONAL)];
  if (simplified !== traditional) return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
  const script = declared?.startsWith('zh') ? new Intl.Locale(declared).maximize().script : undefined;
  return script ? `zh-${script}` : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
