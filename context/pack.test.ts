import { describe, expect, it } from 'vitest';
import { compiledPack } from '../workshop/cache';
import { openPack } from './pack';

const compiled = compiledPack();

describe('opening a pack', () => {
  it('refuses what is no pack, and names what is missing', () => {
    expect(() => openPack(null)).toThrow(/can’t be read/);
    expect(() => openPack({ ...compiled, format: 2 })).toThrow(/format/);
    expect(() => openPack({ ...compiled, ranker: undefined })).toThrow(/ranker/);
    expect(() => openPack({ ...compiled, notes: {} })).toThrow(/notes/);
  });

  it('finds notes, cards and sources by id', () => {
    const pack = openPack(compiled);
    expect(pack.notes.length).toBeGreaterThanOrEqual(150);
    expect(pack.cards.get('us-china-sta')?.zh).toBe('中美科技合作协定');
    for (const { sources } of pack.notes) for (const id of sources) expect(pack.sources.has(id)).toBe(true);
  });
});
