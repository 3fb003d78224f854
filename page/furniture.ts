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
  `ad ads adsense dfp addthis author authors banner bio btn button buttons copyright coral cta date dateline disqus donate follow
   gallery gdpr infobox livefyre login menu meta metadata modal more nav navbar navigation navlinks overlay pager pagination popup print
   published rating ratings replies respond skip slideshow tags taglist timestamp toc toolbar tooltip updated widget widgets`.split(
    /\s+/,
  ),
);
/** Beginnings of words, since pages run them together: `commentlist`, `sharebar`, `relatedposts`. */
const BEGINNINGS =
  /^(?:advert|breadcrumb|byline|caption|comments?(?!ary)|consent|cookie|credits?$|disclaimer|footer|mostread|newsletter|outbrain|paywall|popular|promo|recirc|recommend|related|shar(?:e|ing)|sidebar|signup|social|sponsor|subscri|taboola|teaser|trending)/;
const ENDINGS = /(?:byline|caption|comments|credit|gallery|newsletter|promo|related|share|sidebar|teaser)s?$/;
/** Talk under a story can be longer than the story; its name always counts. */
const TALK = /^(?:comments?(?!ary)|coral|disqus|livefyre|replies|respond)/;
/** Words that name the story itself, next to furniture's where a name tells of layout: `content-with-sidebar`. */
const STORY = /^(?:article|body|content|entry|main|page|post|story|text)/;

export type Role = 'unread' | 'apart' | 'block' | 'inline';

export function roleOf(tag: string): Role {
  if (BLOCKS.has(tag)) return 'block';
  if (UNREAD.has(tag)) return 'unread';
  return APART.has(tag) ? 'apart' : 'inline';
}

/** `furniture` for sure, `layout` where the name may be about a container with furniture in it, or `story`. */
export type Naming = 'furniture' | 'layout' | 'story';

const judged = new Map<string, Naming>();
/** Pages make up endless class names; past this many the answers are no longer worth the memory. */
const MOST_JUDGED = 5000;

/** What the words of an element's class and id say about it. */
export function namingOf(element: Element): Naming {
  if (element.getAttribute('aria-hidden') === 'true') return 'layout';
  const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (name === ' ') return 'story';
  const known = judged.get(name);
  if (known) return known;
  const judgement = judge(name.slice(0, 300));
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(name, judgement);
  return judgement;
}

function judge(name: string): Naming {
  const words = name
    // What an article is about is no word about its place: WordPress puts `tag-newsletter` on the article.
    .replace(/(?:^|\s)(?:tag|category|cat|topic|section|keyword)-\S+/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (!words.some((word) => FURNITURE.has(word) || BEGINNINGS.test(word) || ENDINGS.test(word))) return 'story';
  return words.some((word) => STORY.test(word)) && !words.some((word) => TALK.test(word)) ? 'layout' : 'furniture';
}

/** What somebody writes is no article yet, and a note over it would be in the way. */
function isEditable(element: Element): boolean {
  return /^(?:true|plaintext-only|)$/i.test(element.getAttribute('contenteditable') ?? 'false');
}

/** Hidden by its own markup, or being written. Hiding by style sheet is asked of the browser later, for the few blocks that are kept. */
export function isHiddenByMarkup(element: Element, role: Role): boolean {
  if (element.hasAttribute('hidden') || isEditable(element)) return true;
  // A block may be hidden from screen readers only while a dialog is open over it: see `namingOf`.
  if (role === 'inline' && element.getAttribute('aria-hidden') === 'true') return true;
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
