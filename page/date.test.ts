import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readArticle } from './article';

const STORY = `<p>For forty years scientists in both countries have worked side by side on climate, crops and disease.</p>
  <p>That partnership is now in doubt, and people on both sides of the ocean say that they feel it daily.</p>`;

interface Page {
  head?: string;
  byline?: string;
  above?: string;
  url?: string;
  lang?: string;
}

function published({ head = '', byline = '', above = '', url = '', lang = 'en-US' }: Page): string | null {
  const canonical = url && `<link rel="canonical" href="https://news.example${url}">`;
  const body = `${above}<article><h1>A partnership in doubt</h1>${byline}${STORY}</article>`;
  return readArticle(
    parseHTML(`<html lang="${lang}"><head>${canonical}${head}</head><body>${body}</body></html>`).document,
  ).published;
}

function jsonLd(value: object | string): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}

function article(datePublished: string, more: object = {}): string {
  return jsonLd({ '@type': 'NewsArticle', datePublished, ...more });
}

describe('the day of publication is read', () => {
  it.each<[string, Page]>([
    ['from JSON-LD', { head: article('2023-08-18T09:00:00-04:00') }],
    ['in the time zone of the article', { head: article('2023-08-18T22:00:00-04:00') }],
    [
      'from a graph',
      { head: jsonLd({ '@graph': [{ '@type': 'Person' }, { '@type': 'Article', datePublished: '2023-08-18' }] }) },
    ],
    ['from an array', { head: jsonLd([{ '@type': ['Article', 'Thing'], datePublished: '2023-08-18 10:00' }]) }],
    [
      'from JSON-LD with raw line breaks',
      { head: jsonLd('{"@type":"Article","text":"a\nb","datePublished":"2023-08-18",}') },
    ],
    ['from Open Graph', { head: '<meta property="article:published_time" content="2023-08-18T09:00:00+02:00">' }],
    ['from Dublin Core', { head: '<meta name="DC.date.issued" content="2023-08-18">' }],
    ['from Parse.ly', { head: '<meta name="parsely-pub-date" content="2023-08-18T12:00:00Z">' }],
    ['from citations', { head: '<meta name="citation_publication_date" content="2023/08/18">' }],
    ['from microdata', { byline: '<span itemprop="datePublished" content="2023-08-18T10:00">yesterday</span>' }],
    ['from a time element', { byline: '<p><time datetime="2023-08-18">yesterday</time></p>' }],
    ['from the address', { url: '/2023/08/18/partnership' }],
    ['from a line in American English', { byline: '<p>By Ada Reporter | Aug. 18, 2023 10:30 am</p>' }],
    ['from a line in British English', { byline: '<p>Published on Friday 18th August 2023</p>' }],
    ['from a line in German', { byline: '<p>Von A. B., 18. August 2023</p>', lang: 'de' }],
    ['from a line in German digits', { byline: '<p>18.08.2023, 10:30 Uhr</p>', lang: 'de' }],
    ['from a line in French', { byline: '<p>Publié le 18 août 2023 à 10h30</p>', lang: 'fr' }],
    ['from a line in Spanish', { byline: '<p>18 de agosto de 2023</p>', lang: 'es' }],
    ['from a line in Chinese', { byline: '<p>2023年8月18日 10:30 来源：某报</p>', lang: 'zh' }],
    ['from a line above the headline', { above: '<p>August 18, 2023</p>' }],
  ])('%s', (_, page) => {
    expect(published(page)).toBe('2023-08-18');
  });

  it('as the publication’s, not the modification’s', () => {
    expect(published({ byline: '<p>Published Aug. 18, 2023, updated Sept. 2, 2023</p>' })).toBe('2023-08-18');
  });

  it('as the local day where the page shows it and the metadata are in UTC', () => {
    const head = article('2023-08-19T01:30:00Z');
    expect(published({ head, url: '/2023/08/18/partnership' })).toBe('2023-08-18');
    expect(published({ head, byline: '<p>August 18, 2023</p>' })).toBe('2023-08-18');
  });

  it('from the article, not from the videos and comments in it', () => {
    const head = article('2023-08-18', { video: { '@type': 'Article', datePublished: '2019-01-01' } });
    expect(published({ head })).toBe('2023-08-18');
  });
});

describe('no day is given', () => {
  it.each<[string, Page]>([
    ['where there is none', {}],
    ['where only the modification is dated', { head: jsonLd({ '@type': 'Article', dateModified: '2023-08-18' }) }],
    ['where only an update is shown', { byline: '<p>Last updated: August 18, 2023</p>' }],
    [
      'where metadata contradict each other',
      {
        head: `${article('2023-08-18')}<meta property="article:published_time" content="2021-02-03">`,
      },
    ],
    ['where readers are shown another day', { head: article('2023-08-18'), byline: '<p>March 2, 2024</p>' }],
    ['where two days are shown', { byline: '<p>August 18, 2023</p><p>March 2, 2022</p>' }],
    [
      'where it was changed long after and nothing else bears it out',
      {
        head: article('2021-01-04', { dateModified: '2023-08-18' }),
      },
    ],
    ['where it is in UTC around midnight and nothing tells the local day', { head: article('2023-08-19T02:10:00Z') }],
    ['where it lies in the future', { head: article('2099-08-18') }],
    ['where there is no such day', { head: article('2023-02-30') }],
    ['where day and month could be changed round', { byline: '<p>03/04/2023</p>', lang: 'en' }],
    ['where the number is none of a date', { url: '/articles/20231345/partnership' }],
    [
      'where prose tells of a day',
      { byline: `<p>${'The two sides had met before. '.repeat(6)} It was August 18, 2023.</p>` },
    ],
  ])('%s', (_, page) => {
    expect(published(page)).toBeNull();
  });
});
