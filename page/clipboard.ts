/** Puts text on the clipboard, by an act of the reader. Rejects where the browser refuses. */
export async function copyText(text: string): Promise<void> {
  // Only pages that came over https have it.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    // The page's own listeners would add to it, and the browser would copy the selection.
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  addEventListener('copy', put, { capture: true });
  try {
    if (!document.execCommand('copy')) throw new Error('The browser refused to copy');
  } finally {
    removeEventListener('copy', put, { capture: true });
  }
}
