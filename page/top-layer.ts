/**
 * Shows an element above everything in the page, until the signal aborts. Fullscreen puts the page above what was shown
 * before, so it is shown again then; a dialog of the page's own makes all else unusable, so it has to give way.
 */
export function showOnTop(element: HTMLElement, signal: AbortSignal, giveWay: () => void): void {
  const document = element.ownerDocument;
  if (!element.matches(':popover-open')) element.showPopover();
  const showAgain = () => {
    if (!element.isConnected) return;
    element.hidePopover();
    element.showPopover();
  };
  document.addEventListener('fullscreenchange', showAgain, { signal });
  // `toggle` doesn't bubble, but passes here on its way down.
  const onToggle = () => document.querySelector('dialog:modal') && giveWay();
  document.addEventListener('toggle', onToggle, { capture: true, signal });
}
