import type { PopoverProps } from '../../components/popover';
import { ask } from '../../desk/page-end';
import { copyText } from '../../page/clipboard';
import type { Finding } from './finding';
import type { Target } from './targets';

type Acts = Pick<PopoverProps, 'onStep' | 'onClose' | 'onMention'>;

/** What the popover shows of a target. Everything is at hand but the cards that lie two steps away. */
export function popoverProps(target: Target, { answer, article, names }: Finding, acts: Acts): PopoverProps {
  const mentions: Record<string, number> = {};
  for (const { mention } of names) mentions[mention.card] = (mentions[mention.card] ?? 0) + 1;
  return {
    ...acts,
    opened:
      target.kind === 'claim'
        ? { kind: 'note', annotation: target.annotation }
        : { kind: 'card', id: target.card, mention: target.place },
    total: answer.annotations.length,
    published: article.published,
    cards: answer.cards,
    mentions,
    loadCard,
    onCopy: copyText,
  };
}

async function loadCard(id: string) {
  const result = await ask('card', id);
  return result.ok ? result.value : null;
}
