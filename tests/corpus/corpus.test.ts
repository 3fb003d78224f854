import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPack } from '../../context/pack';
import { readMarkedArticles } from '../../workshop/articles';
import { compiledPack } from '../../workshop/cache';
import { scoreCorpus } from '../../workshop/evaluate/corpus';

const FOLDER = import.meta.dirname;
const [on, off] = ['on', 'off'].map((name) => readMarkedArticles(join(FOLDER, name)));
const pack = openPack(compiledPack());

describe('the corpus of articles that nothing was trained on', () => {
  it('has at least sixty, half of them on the subject', () => {
    expect(Math.min(on?.length ?? 0, off?.length ?? 0)).toBeGreaterThanOrEqual(30);
  });

  it('marks claims of notes that exist, each once in an article', () => {
    const ids = new Set(pack.notes.map(({ id }) => id));
    for (const { file, claims } of on ?? []) {
      const notes = claims.map(({ note }) => note);
      expect(new Set(notes).size, file).toBe(notes.length);
      for (const note of notes) expect(ids.has(note), `${file}: ${note}`).toBe(true);
    }
  });

  const { subject, claims } = scoreCorpus(pack, FOLDER);

  it('has its subject told: F1 of 0.97', () => {
    const f1 = (2 * subject.found) / (2 * subject.found + subject.missed.length + subject.wrong.length);
    console.log(`corpus: subject F1 ${f1.toFixed(3)}`);
    expect(f1).toBeGreaterThanOrEqual(0.97);
  });

  it('has three claims in four found, and one note in twenty wrong at most', () => {
    const [precision, recall] = [claims.right / (claims.right + claims.wrong), claims.right / claims.claims];
    console.log(`corpus: claims’ precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.75);
  });

  it('has notes hang on the words that its writers marked: overlap of 0.75', () => {
    const overlap = claims.overlap / claims.right;
    console.log(`corpus: anchor overlap ${overlap.toFixed(3)}`);
    expect(overlap).toBeGreaterThanOrEqual(0.75);
  });
});
