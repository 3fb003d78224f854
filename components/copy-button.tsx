import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon';
import { useStrings } from './strings';

/** Takes the text; resolves when it is on the clipboard, rejects where the browser refused. */
export type Copy = (text: string) => void | Promise<void>;

/** How long the button says what became of it, in ms: long enough to be read, short enough to copy again. */
const SHOWN = 2000;

export function CopyButton({ text, onCopy }: { text(): string; onCopy: Copy }) {
  const { t } = useStrings();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await onCopy(text());
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <button type="button" class="act" onClick={copy}>
      <Icon name={outcome === 'done' ? 'check' : 'copy'} />
      <span aria-live="polite">
        {outcome === 'done' ? t('copy.done') : outcome === 'failed' ? t('copy.failed') : t('copy.action')}
      </span>
    </button>
  );
}
