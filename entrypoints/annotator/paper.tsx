import { render } from 'preact';
import { i18n } from '#i18n';
import { Endnotes } from '../../components/endnotes';
import { StringsProvider } from '../../components/strings';
import type { Overlay } from '../../page/overlay';
import { hearPrinting } from '../../page/printing';
import type { Finding } from './finding';

interface Paper {
  overlay: Overlay;
  finding: () => Finding;
  /** Puts the chips where their claims are now. */
  layout: () => void;
  signal: AbortSignal;
}

/**
 * Puts the notes on paper while the page is printed: after the article, since the overlay's host follows the body, and
 * as numbers beside the claims where the browser lets the printed layout be measured.
 */
export function putOnPaper({ overlay, finding, layout, signal }: Paper): void {
  const paper = document.createElement('div');
  paper.dataset.theme = 'light';
  const clear = () => {
    render(null, paper);
    paper.remove();
    overlay.root.removeAttribute('data-on-paper');
  };
  hearPrinting({
    onStart: () => {
      render(
        <StringsProvider t={i18n.t} language={chrome.i18n.getUILanguage()}>
          <Endnotes annotations={finding().claims.map(({ annotation }) => annotation)} />
        </StringsProvider>,
        paper,
      );
      overlay.shadow.append(paper);
    },
    onPaper: () => {
      overlay.root.setAttribute('data-on-paper', '');
      layout();
    },
    onEnd: () => {
      clear();
      layout();
    },
    signal,
  });
  signal.addEventListener('abort', clear, { once: true });
}
