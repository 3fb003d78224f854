import type { Byline, Line } from './byline';
import { dayInPath, daysApart, daysIn, readStamp, type Stamp } from './calendar';
import type { Metadata } from './metadata';

/** What a page offers as to its day of publication. */
export interface DateEvidence {
  readonly document: Document;
  readonly metadata: Metadata;
  readonly language: string;
  readonly byline: Byline;
}

/**
 * The day an article was published, `YYYY-MM-DD`, in the article's own time zone. Null where the page doesn't say, or
 * contradicts itself: a wrong day is worse than none. A day of modification is never given.
 */
export function readPublished(evidence: DateEvidence): string | null {
  const { document, metadata } = evidence;
  const claims = [...statedInJsonLd(metadata), ...statedInMeta(metadata), ...statedInMicrodata(document)];
  const near = daysInLines(evidence.byline.near, evidence.language);
  const above = daysInLines(evidence.byline.above, evidence.language);
  const address = addressDay(evidence);
  const first = claims[0];
  if (!first) return unstated(near.length > 0 ? near : above, address) ?? onlyTime(document);
  const witnesses = [...near, ...above, ...(address ? [address] : [])];
  const changed = modifiedDays(metadata);
  if (claims.some((claim) => daysApart(claim.day, first.day) > 1)) return borneOut(claims, witnesses, changed);
  if (witnesses.includes(first.day)) return first.day;
  if (witnesses.length > 0) return first.utc ? nextTo(first.day, witnesses) : null;
  if (changed.some((day) => day < first.day || daysApart(day, first.day) > LONG_AFTER)) return null;
  return claims.find((claim) => !claim.utc)?.day ?? (first.nearMidnight ? null : first.day);
}

/**
 * In days: an article changed so long after its publication is often dated anew, as one is that was changed before;
 * then something else on the page must bear the day out.
 */
const LONG_AFTER = 30;

function modifiedDays({ jsonLd, meta }: Metadata): string[] {
  const modified = [...jsonLd.map(({ dateModified }) => dateModified), meta.get('article:modified_time')?.[0]];
  return modified.flatMap((value) => (typeof value === 'string' ? (readStamp(value)?.day ?? []) : []));
}

/** The day that address and readers' lines agree on where no metadata states one. */
function unstated(seen: readonly string[], address: string | null): string | null {
  return agreed(address ? [address, ...seen] : seen);
}

/** The one day that all name; null where they differ or there is none. */
function agreed(days: readonly string[]): string | null {
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}

/** Of claims that contradict each other, the one that address or readers' lines bear out, if it is no modification's. */
function borneOut(claims: readonly Stamp[], witnesses: readonly string[], changed: readonly string[]): string | null {
  const days = claims.map((claim) => claim.day).sort();
  return agreed(days.filter((day) => witnesses.includes(day) && (day === days[0] || !changed.includes(day))));
}

/** The local day of a stamp in UTC: the one before or after, where that is what the page shows. */
function nextTo(day: string, witnesses: readonly string[]): string | null {
  return agreed(witnesses.filter((witness) => daysApart(witness, day) === 1));
}

/** The day of the page's `time` elements, where they all name the same. */
function onlyTime(document: Document): string | null {
  const times = [...document.querySelectorAll('time[datetime]')].slice(0, 50);
  return agreed(times.flatMap((time) => readStamp(time.getAttribute('datetime') ?? '')?.day ?? []));
}

/** Types of things that are an article, in schema.org's words. */
const ARTICLE = /Article|Posting|Report|Review|HowTo|Recipe|CreativeWork$/;

function statedInJsonLd({ jsonLd }: Metadata): Stamp[] {
  const dated = jsonLd.filter((object) => typeof object.datePublished === 'string');
  const articles = dated.filter((object) => ARTICLE.test(String(object['@type'])));
  return (articles.length > 0 ? articles : dated.filter((object) => /Page$/.test(String(object['@type'])))).flatMap(
    (object) => readStamp(String(object.datePublished)) ?? [],
  );
}

/** Names of meta elements, without punctuation, that state the publication: in Open Graph, Dublin Core, Parse.ly, … */
const PUBLICATION =
  /(?:publish(?:ed)?(?:time|date|on)?|pub(?:lication|lish)?date|dateissued|termsissued|sailthrudate|releasedate|citation(?:online)?date|datepublished)$/;

function statedInMeta({ meta }: Metadata): Stamp[] {
  return [...meta]
    .filter(([name]) => PUBLICATION.test(name.replace(/[^a-z]/g, '')))
    .flatMap(([, values]) => values.slice(0, 1).flatMap((value) => readStamp(value) ?? []));
}

function statedInMicrodata(document: Document): Stamp[] {
  return [...document.querySelectorAll('[itemprop~="datePublished"]')].slice(0, 5).flatMap((element) => {
    const value = element.getAttribute('content') || element.getAttribute('datetime') || element.textContent;
    return readStamp(value ?? '') ?? [];
  });
}

/** Words before a day that make it another day than the publication's. */
const OTHER =
  /(?:updat|modif|edited|revis|correct|aktualisier|geändert|zuletzt|stand:|mis(?:e)? à jour|modifié|actualiza|atualiza|aggiorna|обновлен|изменен|bijgewerkt|opdater|uppdater|更新|修改|修订|event|expires|deadline)\D{0,40}$/i;

/** Words before a day that make it the publication's, whatever other days stand there. */
const PUBLISHED =
  /(?:publi|posted|released|veröffentlicht|erstellt|geschrieben|pubblicat|опубликован|发布|發布|发表|發表|公開)\D{0,40}$/i;

/** The days in lines near the headline: those that are said to be the publication's, or all but those of other things. */
function daysInLines(lines: readonly Line[], language: string): string[] {
  const found = lines.flatMap(({ text, time }) => {
    const named = daysIn(text, language).map(({ day, index }) => ({ day, lead: text.slice(0, index) }));
    if (named.length > 0) return named;
    const stamp = time ? readStamp(time.getAttribute('datetime') ?? '') : null;
    return stamp ? [{ day: stamp.day, lead: text }] : [];
  });
  const published = found.filter(({ lead }) => PUBLISHED.test(lead));
  return (published.length > 0 ? published : found.filter(({ lead }) => !OTHER.test(lead))).map(({ day }) => day);
}

function addressDay({ document, metadata }: DateEvidence): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const addresses = [canonical, metadata.meta.get('og:url')?.[0], document.URL];
  for (const address of addresses) {
    const day = address ? dayInPath(address) : null;
    if (day) return day;
  }
  return null;
}
