import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readArticle } from './article';

const LEDE = 'For forty years scientists in both countries have worked side by side on climate, crops and disease.';
const SECOND = 'That partnership is now in doubt, and people on both sides of the ocean say that they feel it daily.';
const THIRD = 'Nobody who was asked could name a project that had not lost people, money or samples since last spring.';

function read(body: string, head = '') {
  return readArticle(parseHTML(`<html><head>${head}</head><body>${body}</body></html>`).document);
}

function texts(body: string): string[] {
  return read(body).blocks.map((block) => block.text);
}

describe('what belongs to the story', () => {
  it('is its paragraphs, without navigation, comments, related links, captions, newsletters and footers', () => {
    const page = `
      <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news and other things to read</a></li></ul></nav>
      <main><article>
        <h1>A partnership in doubt</h1><p class="byline">By Ada Reporter</p>
        <p>${LEDE}</p>
        <figure><img src="x.jpg"><figcaption>Two people look at a machine in a laboratory, in a photo from 2019.</figcaption></figure>
        <div class="newsletter-signup"><p>Get the best of our reporting in your inbox every morning, for free and for ever.</p></div>
        <p>${SECOND}</p>
        <div class="relatedPosts"><p>Also of interest: a long line of text about another story on another day by others.</p></div>
        <p>${THIRD}</p>
      </article>
      <section id="comments"><p>I have something to say about this, and I will say it at some length, as is my habit.</p></section>
      </main>
      <footer><p>All rights are reserved by the publisher of this page, whose address is given in the imprint.</p></footer>
      <div class="cookie-banner"><p>We value your privacy and store things in your browser, unless you tell us not to do it.</p></div>`;
    expect(texts(page)).toEqual([LEDE, SECOND, THIRD]);
  });

  it('is headings with text below them, lists and quotations', () => {
    const page = read(`<article><p>${LEDE}</p><h2>What changed</h2><p>${SECOND}</p>
      <ul><li>Visas took longer.</li><li>Labs were closed.</li></ul>
      <blockquote><p>“${THIRD}”</p></blockquote><h2>Share this</h2></article>`);
    expect(page.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', LEDE],
      ['heading', 'What changed'],
      ['paragraph', SECOND],
      ['item', 'Visas took longer.'],
      ['item', 'Labs were closed.'],
      ['quote', `“${THIRD}”`],
    ]);
  });

  it('is found in bare divs and in text with double line breaks', () => {
    expect(texts(`<div><div>${LEDE}</div><div>${SECOND}</div></div>`)).toEqual([LEDE, SECOND]);
    expect(texts(`<div>${LEDE}<br><br>${SECOND}<br/> <br/>${THIRD}</div>`)).toEqual([LEDE, SECOND, THIRD]);
  });

  it('is only the first of several whole articles', () => {
    expect(texts(`<main><article><p>${LEDE}</p></article><article><p>${SECOND}</p></article></main>`)).toEqual([LEDE]);
  });

  it('is not lost when a layout is named after the sidebar or the comments link that it has', () => {
    expect(texts(`<div class="content-with-sidebar"><p>${LEDE}</p><p>${SECOND}</p></div>`)).toEqual([LEDE, SECOND]);
    expect(texts(`<article class="post tag-newsletter"><p>${LEDE}</p></article>`)).toEqual([LEDE]);
  });

  it('is not what the markup hides, save what a dialog hides from screen readers for a while', () => {
    const hidden = `<p hidden>${SECOND}</p><p style="color:red; display: none">${THIRD}</p>`;
    expect(texts(`<div>${hidden}<p>${LEDE}</p></div>`)).toEqual([LEDE]);
    expect(texts(`<main aria-hidden="true"><p>${LEDE}</p></main>`)).toEqual([LEDE]);
  });
});

describe('a block', () => {
  it('reads as it is rendered, without footnote markers, soft hyphens, scripts and zero-width characters', () => {
    const html = `<p>The “Thou&shy;sand\n   Talents”&nbsp;plan<sup>1</sup> ran<sup><a href="#n">[12]</a></sup> from&#8203; 2008<script>x()</script>
      to 2018, and some of its people have since been tried in court.<sup>*</sup></p>`;
    expect(texts(html)).toEqual([
      'The “Thousand Talents” plan ran from 2008 to 2018, and some of its people have since been tried in court.',
    ]);
  });

  it('keeps what is only raised: ordinals', () => {
    const html = '<p>On the 45<sup>th</sup> anniversary nobody in either capital found the time to say anything.</p>';
    expect(texts(html)[0]).toContain('45th anniversary');
  });

  it('has the element and the text nodes of the live page', () => {
    const { document } = parseHTML(`<html><body><p>${LEDE} <b>${SECOND}</b></p></body></html>`);
    const [block] = readArticle(document).blocks;
    expect(block?.element).toBe(document.querySelector('p'));
    expect(block?.pieces.map((piece) => piece.node)).toEqual([
      document.querySelector('p')?.firstChild,
      document.querySelector('b')?.firstChild,
    ]);
  });
});

it('leaves the document as it was', () => {
  const { document } = parseHTML(
    `<html><head></head><body><h1>On a title</h1><div>${LEDE}<br><br>${SECOND}</div></body></html>`,
  );
  const before = document.toString();
  readArticle(document);
  expect(document.toString()).toBe(before);
});

it.each([
  ['nothing', ''],
  ['an empty body', '<html><body></body></html>'],
  ['a frameset', '<html><frameset><frame src="x"></frameset></html>'],
  ['links only', '<ul><li><a href="/a">One headline</a></li><li><a href="/b">Another headline</a></li></ul>'],
  ['broken markup', '<div><p>One<table><td></p><b>'],
])('finds no article in %s', (_, html) => {
  expect(readArticle(parseHTML(html).document)).toMatchObject({ blocks: [], published: null });
});

it('reads a page of nested elements too deep for recursion', () => {
  expect(texts(`${'<div>'.repeat(10_000)}<p>${LEDE}</p>`)).toEqual([LEDE]);
});

it('counts words, Chinese ones by their characters', () => {
  expect(read(`<p>${LEDE}</p>`).words).toBe(LEDE.split(' ').length);
  expect(read(`<p>${'中美两国科学家长期合作。'.repeat(10)}</p>`).words).toBe(66);
});

describe('the title', () => {
  it('is the heading that the metadata bear out', () => {
    const page = read(
      `<h1>The Daily</h1><h1>A partnership in doubt</h1>`,
      '<title>A partnership in doubt | The Daily</title>',
    );
    expect(page.title).toBe('A partnership in doubt');
  });

  it('comes without the name of the site where no heading says it', () => {
    const head = `<meta property="og:site_name" content="The Daily"><title>US – China: a partnership - The Daily</title>`;
    expect(read('', head).title).toBe('US – China: a partnership');
  });
});

describe('the language', () => {
  const chinese = '中美两国的科学家在过去四十年里一直合作，这个时代会结束吗？'.repeat(3);
  it.each([
    [
      'what the page declares',
      'fr-ca',
      'Les chercheurs des deux pays travaillent ensemble depuis quarante ans déjà.',
      'fr-CA',
    ],
    ['English by its words where nothing is declared', '', LEDE, 'en'],
    ['English by its words where the site declares another', 'de', LEDE, 'en'],
    ['Chinese by its characters, with their script', 'en', chinese, 'zh-Hans'],
    [
      'Japanese where kana stand between',
      'ja',
      'これは日本語の文章です。研究者たちは長い間協力してきました。'.repeat(3),
      'ja',
    ],
    [
      'undetermined where nothing tells',
      '',
      'Forskarna i de två länderna har länge samarbetat om klimat och grödor.',
      'und',
    ],
    [
      'undetermined where the tag is no tag',
      '%LANG%',
      'Forskarna i de två länderna har länge samarbetat om klimat.',
      'und',
    ],
  ])('is %s', (_, lang, text, expected) => {
    const { document } = parseHTML(`<html lang="${lang}"><body><p>${text}</p></body></html>`);
    expect(readArticle(document).language).toBe(expected);
  });
});
