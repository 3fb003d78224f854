/**
 * What on a page is no part of the story, told by tag and by the words in class and id. Words are whole words of the
 * names (`post-share-bar` has `post`, `share`, `bar`), so `shared` or `headline` never match by accident.
 */

/** Never text of the story, and no break in it either. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'head',
  'title',
  'svg',
  'math',
  'canvas',
  'map',
  'source',
  'track',
  'param',
  'area',
]);
/** Never text of the story, and text before and after doesn't run together. */
const APART = new Set([
  'nav',
  'aside',
  'footer',
  'figure',
  'figcaption',
  'iframe',
  'frame',
  'object',
  'embed',
  'audio',
  'video',
  'picture',
  'button',
  'select',
  'option',
  'input',
  'textarea',
  'dialog',
  'menu',
  'datalist',
  'progress',
  'meter',
  'amp-ad',
  'amp-sidebar',
]);
const BLOCKS = new Set([
  'address',
  'article',
  'blockquote',
  'body',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'legend',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
  'caption',
]);

const FURNITURE = new Set(
  `comment comments commentlist disqus livefyre coral respond replies
   related recommended recommendation recommendations recirc recirculation trending popular mostread outbrain taboola teaser teasers
   share sharing social sociallinks addthis sharedaddy follow
   newsletter subscribe subscription signup promo promotion promos advert advertisement advertising ad ads adsense dfp sponsor sponsored
   cookie cookies consent gdpr paywall login popup modal overlay banner
   sidebar footer nav navigation navbar navlinks breadcrumb breadcrumbs menu toolbar pagination pager widget widgets
   byline author authors bio dateline timestamp tags taglist caption captions credit credits copyright gallery slideshow
   print hidden toc metadata rating ratings shoutbox skip`.split(/\s+/),
);

export type Role = 'unread' | 'apart' | 'block' | 'inline';

export function roleOf(tag: string): Role {
  if (BLOCKS.has(tag)) return 'block';
  if (UNREAD.has(tag)) return 'unread';
  return APART.has(tag) ? 'apart' : 'inline';
}

const judged = new Map<string, boolean>();

/** Whether the words of an element's class and id name furniture. */
export function isNamedFurniture(element: Element): boolean {
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (name === ' ') return false;
  const known = judged.get(name);
  if (known !== undefined) return known;
  const words = name
    .slice(0, 300)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const judgement = words.some((word) => FURNITURE.has(word));
  judged.set(name, judgement);
  return judgement;
}

/** Hidden by its own markup. Hiding by style sheet is asked of the browser later, for the few blocks that are kept. */
export function isHiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** A `sup` that marks a footnote: a short number, a symbol, or a link to a place on the page. */
export function isFootnoteMarker(sup: Element): boolean {
  const text = (sup.textContent ?? '').trim();
  if (text.length > 30) return false;
  if (/^[[(]?\d{1,3}(?:\s*[,–-]\s*\d{1,3})*[\])]?$|^[*†‡§¶#]+$|^\[.*\]$/.test(text)) return true;
  return sup.querySelector('a[href^="#"]') !== null;
}
