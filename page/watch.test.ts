import { expect, test } from 'vitest';
import { withoutFragment } from './watch';

test('a fragment names a place in a page and not another page', () => {
  expect(withoutFragment('https://a.example/b?c=1#notes')).toBe('https://a.example/b?c=1');
});

test('a fragment that looks like a path names a page', () => {
  expect(withoutFragment('https://a.example/#/story/1')).toBe('https://a.example/#/story/1');
  expect(withoutFragment('https://a.example/#!story')).toBe('https://a.example/#!story');
});
