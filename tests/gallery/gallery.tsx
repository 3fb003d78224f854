/**
 * One page with every view in its awkward states. `?theme=dark`, `?language=zh_CN`, `?tall` (no scrolling inside),
 * `?show=Card&show=Chips` (those whose titles begin so) and `?kept` (what the kept pictures show, not the pack).
 */
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import base from '../../components/base.css?inline';
import optionsSheet from '../../components/options.css?inline';
import panelSheet from '../../components/panel.css?inline';
import popupSheet from '../../components/popup.css?inline';
import sheet from '../../components/sidelight.css?inline';
import { StringsProvider } from '../../components/strings';
import english from '../../locales/en.yml?raw';
import chinese from '../../locales/zh_CN.yml?raw';
import type { Exhibit } from './exhibit';
import { exhibits } from './exhibits';
import { translator } from './strings';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const inChinese = query.get('language') === 'zh_CN';
const t = translator(inChinese ? chinese : english);
const SHEETS = { article: sheet, toolbar: base + popupSheet, options: base + optionsSheet, panel: base + panelSheet };
const shown = query.getAll('show');
const chosen = exhibits.filter(({ title }) => shown.length === 0 || shown.some((start) => title.startsWith(start)));
const TALL = '.surface { max-block-size: none }';

/** Each view in a shadow root of its own, as on a page: nothing of the gallery's own style reaches it. */
function Show({ exhibit }: { exhibit: Exhibit }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current || host.current.shadowRoot) return;
    const root = host.current.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = SHEETS[exhibit.sheet] + (query.has('tall') ? TALL : '');
    const inner = document.createElement('div');
    inner.dataset.theme = theme;
    root.append(style, inner);
    render(
      <StringsProvider t={t} language={exhibit.language ?? (inChinese ? 'zh-CN' : 'en-GB')}>
        {exhibit.node}
      </StringsProvider>,
      inner,
    );
  }, [exhibit]);
  return (
    <div class="exhibit">
      <h2>{exhibit.title}</h2>
      <div ref={host} class="host" data-title={exhibit.title} />
    </div>
  );
}

document.documentElement.dataset.theme = theme;
const gallery = document.querySelector('#gallery');
if (gallery) {
  render(
    <>
      <h1>Sidelight: gallery</h1>
      <nav>
        <a href="?theme=light">Light</a>
        <a href="?theme=dark">Dark</a>
        <a href={`?theme=${theme}&language=zh_CN`}>简体中文</a>
        <a href={`?theme=${theme}&tall`}>Without scrolling</a>
      </nav>
      <div class="exhibits">
        {chosen.map((exhibit) => (
          <Show key={exhibit.title} exhibit={exhibit} />
        ))}
      </div>
    </>,
    gallery,
  );
}
