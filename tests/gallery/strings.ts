/** The locales' strings without a browser's i18n: what `t` does with keys, plurals and `$1`, over the same files. */
import { parse } from 'yaml';
import type { Translate } from '../../components/strings';

type Messages = { [key: string]: string | Messages };

/** `angle.figure` → “Figure”: every message of a locale file by its full key; plurals stay `{ 1, n }`. */
export function messagesOf(yaml: string): Map<string, string | Messages> {
  const found = new Map<string, string | Messages>();
  const visit = (messages: Messages, path: string) => {
    for (const [key, value] of Object.entries(messages)) {
      if (typeof value === 'string' || 'n' in value) found.set(path + key, value);
      else visit(value, `${path}${key}.`);
    }
  };
  visit(parse(yaml), '');
  return found;
}

/** A `t` that reads from a locale file. Throws for a key that isn't there. */
export function translator(yaml: string): Translate {
  const messages = messagesOf(yaml);
  const t = (key: string, ...rest: (number | (string | number)[])[]) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`No message ${key}`);
    const count = rest.find((each) => typeof each === 'number');
    const filling = rest.find((each) => Array.isArray(each)) ?? (count === undefined ? [] : [count]);
    const form = typeof message === 'string' ? message : (message[count === 1 ? '1' : 'n'] ?? message.n);
    return String(form).replace(/\$(\d)/g, (_, place) => String(filling[Number(place) - 1] ?? ''));
  };
  return t as Translate;
}
