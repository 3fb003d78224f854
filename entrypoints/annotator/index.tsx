import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask, isOrphaned, onAsked } from '../../desk/page-end';
import { isOnFor, readSettings, watchSettings } from '../../desk/settings';
import { watchArticle } from '../../page/watch';
import { contentsOf, findIn, listOf } from './finding';
import { Margin } from './margin';

/**
 * Injected where the spotter sees something: introduces the rooms to each other, and holds no state but the one signal
 * that everything hangs on. Once it aborts, the page is as if nothing had been here.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { sidelightAnnotator?: AbortController };
  if (world.sidelightAnnotator?.signal.aborted === false) return;
  const life = new AbortController();
  world.sidelightAnnotator = life;
  void annotatePage(life);
});

async function annotatePage(life: AbortController): Promise<void> {
  const { signal } = life;
  const leave = () => life.abort();
  const untilLeft = (stop: () => void) =>
    signal.addEventListener('abort', () => isOrphaned() || stop(), { once: true });
  const leaveIfOff = async () => {
    const settings = await readSettings();
    if (!isOnFor(settings, location.href)) leave();
    return settings;
  };
  untilLeft(watchSettings((settings) => isOnFor(settings, location.href) || leave()));

  const address = location.href;
  const finding = await findIn(document);
  const { notes } = await leaveIfOff();
  // The page may have gone elsewhere meanwhile; the spotter looks again where it went.
  if (!finding || signal.aborted || location.href !== address) return leave();

  untilLeft(() => void ask('left', null));
  const margin = new Margin({ document, finding, use: notes, signal, isAlive });
  untilLeft(watchSettings((settings) => margin.setUse(settings.notes)));
  untilLeft(onAsked('found', () => listOf(margin.finding)));
  untilLeft(onAsked('contents', () => contentsOf(margin.finding, margin.tray.read)));
  untilLeft(onAsked('reveal', (place) => margin.reveal(place)));
  untilLeft(onAsked('tray', () => margin.tray.toggle()));
  const watch = watchArticle({
    root: finding.root,
    blocks: finding.article.blocks,
    signal,
    onLayout: () => margin.layout(),
    onScroll: () => margin.scrolled(),
    onNavigate: leave,
    onText: async () => {
      const next = isAlive() && (await findIn(document, margin.finding));
      if (!next) leave();
      if (!next || signal.aborted) return;
      watch.follow(next.root, next.article.blocks);
      margin.show(next);
    },
  });
  // Back from the back/forward cache, where no change of settings is heard and the badge is lost.
  const onReturn = async ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    margin.setUse((await leaveIfOff()).notes);
    if (!signal.aborted && !(await findIn(document))) leave();
  };
  addEventListener('pageshow', (event) => void onReturn(event), { signal });

  /** Leaves where the extension was updated or removed: the newer one takes over, or none should be here. */
  function isAlive(): boolean {
    if (isOrphaned()) leave();
    return !signal.aborted;
  }
}
