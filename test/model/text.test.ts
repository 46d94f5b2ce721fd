import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, typoDistance, typosAllowed, wordsOf } from '../../src/model/text.js';

describe('fold', () => {
  it('makes texts alike that differ in case or compatibility form', () => {
    expect(fold('Straße')).toBe(fold('STRASSE'));
    expect(fold('ΟΔΟΣ')).toBe(fold('οδος'));
    expect(fold('ﬁber ①')).toBe('fiber 1');
    expect(fold('é')).toBe(fold('e\u0301'));
  });

  it('folds a text of ASCII as it folds the same text beside others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(`${fold(text)}é`).toBe(fold(`${text}é`));
      }),
    );
  });

  it('keeps accents', () => {
    expect(fold('É')).not.toBe(fold('E'));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('wordsOf', () => {
  it('gives runs of letters and digits, folded and without accents', () => {
    expect(wordsOf('  Télécom-Ñandú (GB300), A&B ')).toEqual(['telecom', 'nandu', 'gb300', 'a', 'b']);
    expect(wordsOf('日本 電信')).toEqual(['日本', '電信']);
    expect(wordsOf('—!?')).toEqual([]);
  });
});

describe('typoDistance', () => {
  it('counts a letter missing, added, wrong or swapped with its neighbour as one', () => {
    for (const typo of ['nvida', 'nviddia', 'nvitia', 'nvdiia', 'vnidia'])
      expect(typoDistance(typo, 'nvidia', 2)).toBe(1);
    expect(typoDistance('', 'ab', 2)).toBe(2);
  });

  it('is the same both ways, zero only for the same word, and at most one more than asked', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, max) => {
        const distance = typoDistance(a, b, max);
        expect(typoDistance(b, a, max)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(max + 1);
        expect(distance).toBe(Math.min(typoDistance(a, b, 10), max + 1));
      }),
    );
  });
});

describe('typosAllowed', () => {
  it('forgives none in short words, one in words, two in long ones', () => {
    expect([3, 4, 7, 8].map(typosAllowed)).toEqual([0, 1, 1, 2]);
  });
});
