/** The zoo: one article in layouts that are hard on whatever stands beside its words. */
import { LATE_IMAGE, PARAGRAPHS, type Specimen, story } from './article';

const image = (style: string): string =>
  `<svg viewBox="0 0 10 10" style="background: #b9c2bc; width: 180px; height: 130px; ${style}"></svg>`;
const [FIRST = '', SECOND = '', THIRD = ''] = PARAGRAPHS;
const wide = 'body { max-width: none }';

/** Text as an editor's paste leaves it: breaks, spans, soft hyphens and places to break within words. */
const broken = (text: string): string =>
  text
    .replace(/ (scientists|papers|initiative) /gi, ' <span><span>$1</span></span> ')
    .replaceAll('scientific', 'scien&shy;tif&shy;ic')
    .replaceAll('Chinese descent', 'Chinese<br>descent')
    .replaceAll('institutions', 'insti<wbr>tutions')
    .replaceAll('researchers', '<i>research</i>ers');

const nested = (depth: number, inside: string): string => '<div>'.repeat(depth) + inside + '</div>'.repeat(depth);

export const SPECIMENS: Record<string, Specimen> = {
  columns: { css: `${wide} article { columns: 3; column-gap: 30px; font-size: 16px }` },
  'a table': {
    css: 'td { padding: 10px; border: 1px solid #ccc; vertical-align: top; width: 33% }',
    body: `${LATE_IMAGE}<main><article><table>${[0, 2, 4].map((row) => `<tr>${[0, 1].map((cell) => `<td><p>${PARAGRAPHS[row + cell]}</p></td>`).join('')}</tr>`).join('')}</table></article></main>`,
  },
  grid: {
    css: `${wide} article { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0 40px } p { margin: 0 }`,
  },
  'beside floats': {
    body: `${LATE_IMAGE}<main>${story(
      PARAGRAPHS.map(
        (text, index) =>
          `${image(index % 2 ? 'float: right; margin-left: 2px' : 'float: left; margin-right: 2px')}${text}`,
      ),
    )}</main>`,
    css: 'p { display: flow-root }',
  },
  'line breaks and inline markup': { body: `${LATE_IMAGE}<main>${story(PARAGRAPHS.map(broken))}</main>` },
  'huge type': { css: `${wide} p { font-size: 72px; line-height: 1.1; overflow-wrap: anywhere }` },
  'tiny type': { css: 'p { font-size: 9px }' },
  'tight leading': { css: 'p { line-height: 1 }' },
  'loose leading': { css: 'p { line-height: 3.2 }' },
  'letters of all kinds': {
    css: `p::first-letter { float: left; font-size: 60px; line-height: 50px } p::first-line { font-variant: small-caps }
      p { letter-spacing: 1px; text-indent: 2em; word-spacing: 3px } em { font-size: 1.5em; vertical-align: super }`,
  },
  'a scaled container': { css: 'main { transform: scale(0.8) rotate(0.5deg); transform-origin: 0 0 }' },
  'a zoomed container': { css: 'main { zoom: 1.4 }' },
  'a zoomed root': { css: 'html { zoom: 0.8 }' },
  'a scroller': { css: 'main { height: 260px; overflow: auto; border: 1px solid; padding: 8px }' },
  'a scroller within a scroller': {
    css: `main { height: 400px; overflow: auto; position: relative }
      article { height: 600px; overflow: hidden auto; background: #f6f6f2 }`,
  },
  'a scroller across': {
    css: 'article { display: flex; overflow-x: auto; gap: 20px } p, h1 { flex: 0 0 300px }',
  },
  'a body that scrolls': {
    css: 'html { height: 100%; overflow: hidden } body { height: 100%; overflow: auto; box-sizing: border-box }',
  },
  'a clipped article': { css: 'article { max-height: 380px; overflow: clip } ' },
  'a line clamp': {
    css: 'p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }',
  },
  'closed details': {
    body: `${LATE_IMAGE}<main>${story([FIRST, SECOND, THIRD])}<details><summary>More</summary>${PARAGRAPHS.slice(3)
      .map((text) => `<p>${text}</p>`)
      .join('')}</details></main>`,
  },
  'sticky bars': {
    css: `header { position: sticky; top: 0; height: 90px; background: #234; color: #fff }
      footer { position: fixed; inset: auto 0 0; height: 60px; background: rgb(255 255 240) }`,
    body: `<header>The Meridian Review</header>${LATE_IMAGE}<main>${story([...PARAGRAPHS, '', '', ''])}</main><footer>We use cookies</footer><div style="height: 900px"></div>`,
  },
  'from right to left': { root: 'lang="en" dir="rtl"' },
  'a dark page': { css: 'body { background: #17181b; color: #e8e4dc }' },
  'a dark canvas': {
    root: 'lang="en" style="color-scheme: dark"',
    css: 'body { background: none; color: CanvasText }',
  },
  'a dark panel on a light page': { css: 'article { background: #222; color: #eee; padding: 10px }' },
  'content-visibility': {
    css: 'p { content-visibility: auto; contain-intrinsic-size: auto 120px; margin-block: 60px }',
  },
  'display: contents': { css: 'main, article { display: contents } p { margin: 1em 0 } em, a { display: contents }' },
  'slotted text': {
    body: `${LATE_IMAGE}<main><div><template shadowrootmode="open"><style>section { height: 420px; overflow: auto; border: 1px solid } ::slotted(p) { color: #333 }</style><section><slot></slot></section></template>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</div></main>`,
  },
  'vertical lines': { css: `${wide} main { writing-mode: vertical-rl; height: 560px }` },
  'vertical lines to the right': { css: `${wide} main { writing-mode: vertical-lr; height: 560px }` },
  'justified and hyphenated': { css: 'p { text-align: justify; hyphens: auto; width: 250px }' },
  'unselectable text': { css: '* { user-select: none; -webkit-user-select: none }' },
  'text that fades in': {
    css: '@keyframes rise { from { opacity: 0; transform: translateY(120px) } } main { animation: rise 1.4s both }',
    moves: true,
  },
  'long words': {
    css: 'p { overflow-wrap: anywhere; width: 220px }',
    body: `${LATE_IMAGE}<main>${story(PARAGRAPHS.map((text) => `${text} ${'Wissenschaft'.repeat(30)}`))}</main>`,
  },
  'controls of direction': {
    body: `${LATE_IMAGE}<main>${story(PARAGRAPHS.map((text) => `${text} \u202e${'gnihton syas siht'}\u202c \u2067${'\u05d0\u05d1\u05d2 '.repeat(4)}\u2069`))}</main>`,
  },
  'thousands of elements': {
    body: `${LATE_IMAGE}<main>${nested(400, story([...PARAGRAPHS, '<span> </span>'.repeat(3000)]))}</main>`,
  },
  'an app’s layers': {
    css: `main { position: fixed; inset: 40px 0 0; overflow: auto } article { position: relative; max-width: 640px; margin: auto;
      will-change: transform; contain: layout paint }`,
  },
};

/** Where Sidelight has nothing to say, or nothing to say it beside. */
export const SILENT: Record<string, Specimen> = {
  'text that one edits': { body: `<main contenteditable>${story()}</main>` },
  'an article in a frame': {
    body: `<main><iframe width="700" height="900" srcdoc="${story().replaceAll('"', '&quot;')}"></iframe></main>`,
  },
  'an article in a shadow root': {
    body: `<main><div><template shadowrootmode="open">${story()}</template></div></main>`,
  },
};
