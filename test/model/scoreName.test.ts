import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeMatch, scoreName } from '../../src/model/scoreName.js';

describe('scoreName', () => {
  it('gives 100 for the whole name, whatever its case, accents and signs', () => {
    expect(scoreName('open-ai', 'OPEN AI')).toBe(100);
    expect(scoreName('telecom', 'Télécom')).toBe(100);
  });

  it('gives 97 but for the legal form and 96 but for spaces', () => {
    expect(scoreName('Nvidia Corp.', 'NVIDIA Corporation')).toBe(97);
    expect(scoreName('open ai', 'OpenAI')).toBe(96);
  });

  it('ranks the beginning of a name by how much of it is there', () => {
    // 80 + floor(6 · 5/6) and 80 + floor(6 · 4/8)
    expect(scoreName('opena', 'OpenAI')).toBe(85);
    expect(scoreName('open', 'Opengear')).toBe(83);
    // Whole first words: 86 + floor(9 · 1/2) and 86 + floor(9 · 1/3), however long the others are.
    expect(scoreName('meta', 'Meta Platforms')).toBe(90);
    expect(scoreName('meta', 'Meta AI v1')).toBe(89);
  });

  it('gives 80 for one typo in a name and 75 for two in a long one', () => {
    expect(scoreName('nvida', 'Nvidia')).toBe(80);
    expect(scoreName('cerbras sytems', 'Cerebras Systems')).toBe(75);
    expect(scoreName('amd', 'amf')).toBe(0);
  });

  it('asks for every word of the query, in any order', () => {
    // Both words whole, two of the name's three: floor(50 + 29 · 2/3)
    expect(scoreName('services web', 'Amazon Web Services')).toBe(69);
    expect(scoreName('services space', 'Amazon Web Services')).toBe(0);
  });

  it('ranks whole name, legal form, beginning, typo, word', () => {
    const scores = ['Micron', 'Micron Inc', 'Micron Memory', 'Macron', 'Old Micron Works'].map((name) =>
      scoreName('micron', name),
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(5);
  });

  it('is a whole number in 0..100, and 100 for a name itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, name) => {
        const score = scoreName(query, name);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect([0, 100]).toContain(scoreName(name, name));
      }),
    );
  });

  it('finds every name by each of its beginnings of words', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdez'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (words, at, length) => {
          const asked = words[at % words.length]?.slice(0, length) ?? '';
          expect(scoreName(asked, words.join(' '))).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('isSafeMatch', () => {
  it('asks for the whole name, and for no other as good', () => {
    expect(isSafeMatch([100, 90])).toBe(true);
    expect(isSafeMatch([96])).toBe(true);
    expect(isSafeMatch([100, 100])).toBe(false);
    expect(isSafeMatch([94])).toBe(false);
    expect(isSafeMatch([])).toBe(false);
  });
});
