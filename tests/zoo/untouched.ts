/** Whether a page is as it would be without Sidelight. All of it runs in the page. */

declare global {
  interface Window {
    /** Where each paragraph's lines stood when the page had loaded. */
    lines: Map<Element, string>;
  }
}

/** Runs before the page. It waits for the first frame: until then, text with `content-visibility` has no lines. */
export function rememberLines(): void {
  const remember = () => {
    window.lines = new Map();
    for (const text of document.querySelectorAll('p')) {
      const range = document.createRange();
      range.selectNodeContents(text);
      window.lines.set(text, JSON.stringify([...range.getClientRects()]));
    }
  };
  addEventListener('load', () => requestAnimationFrame(() => setTimeout(remember)));
}

/** The paragraphs whose lines stand elsewhere than they did, in a window that hasn't been scrolled. */
export function movedLines(): string[] {
  scrollTo({ top: 0, left: 0, behavior: 'instant' });
  return [...window.lines].flatMap(([text, before]) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const now = JSON.stringify([...range.getClientRects()]);
    return now === before ? [] : [`${text.textContent?.slice(0, 40)}: ${before} → ${now}`];
  });
}

/** The page's markup without Sidelight's host, where it isn't that of the page as it was sent; null where it is. */
export function changedMarkup(sent: string): string | null {
  const { parseHTMLUnsafe } = Document as unknown as { parseHTMLUnsafe(html: string): Document };
  const page = document.documentElement.cloneNode(true) as Element;
  page.querySelector(':scope > [data-sidelight]')?.remove();
  return page.outerHTML === parseHTMLUnsafe(sent).documentElement.outerHTML ? null : page.outerHTML;
}
