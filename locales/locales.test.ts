import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../tests/gallery/strings';
import { BROWSER_ROOMS, sourcesOf } from '../tests/structure/sources';

const english = messagesOf(readFileSync('locales/en.yml', 'utf8'));
const chinese = messagesOf(readFileSync('locales/zh_CN.yml', 'utf8'));
const code = sourcesOf(BROWSER_ROOMS)
  .filter(({ isTest }) => !isTest)
  .map(({ text }) => text)
  .join('\n');

/** What a translation may not lose: its places to be filled, and whether it has a singular and a plural. */
function shapeOf(message: unknown): string {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  const places = [...new Set(text.match(/\$\d/g) ?? [])].sort().join(' ');
  return `${typeof message === 'string' ? 'one form' : 'counted'} ${typeof message === 'string' ? places : ''}`.trim();
}

describe('the locales', () => {
  it('have the same keys in the same order', () => {
    expect([...chinese.keys()]).toEqual([...english.keys()]);
  });

  it('fill the same places', () => {
    const shapes = (messages: typeof english) => [...messages].map(([key, message]) => `${key}: ${shapeOf(message)}`);
    expect(shapes(chinese)).toEqual(shapes(english));
  });

  it('leave nothing in English in the Chinese one', () => {
    const same = [...english.keys()].filter((key) => english.get(key) === chinese.get(key));
    expect(same).toEqual([]);
  });

  it('hold every key that the code asks for', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => key && !english.has(key))).toEqual([]);
  });

  it('hold no key that the code never asks for', () => {
    expect([...english.keys()].filter((key) => !code.includes(`'${key}'`))).toEqual([]);
  });
});
