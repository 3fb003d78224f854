import { expect, it } from 'vitest';
import { BROWSER_ROOMS, sourcesOf } from './sources';

const NETWORK =
  /\b(?:fetch|importScripts)\s*\(|\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon)\b/;

it('has one line that loads anything, and it loads the pack from the extension itself', () => {
  const lines = sourcesOf(BROWSER_ROOMS)
    .filter(({ isTest }) => !isTest)
    .flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line: line.trim() })))
    .filter(({ line }) => NETWORK.test(line) && !/^(?:\/\/|\/?\*)/.test(line));
  expect(lines).toEqual([
    {
      path: expect.stringMatching(/^desk\//),
      line: expect.stringMatching(/fetch\(browser\.runtime\.getURL\('\/pack\.json'\)\)/),
    },
  ]);
});
