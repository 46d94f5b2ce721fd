import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashed, TextTable } from '../../src/model/TextTable.js';

function findBytes(table: TextTable<string>, text: string): number {
  const bytes = Buffer.from(`<${text}>`, 'latin1');
  const own = bytes.subarray(1, -1);
  return table.findBytes(
    bytes,
    1,
    bytes.length - 1,
    own.reduce((hash, byte) => hashed(hash, byte), 0),
  );
}

it('numbers and finds texts as a Map does, and the ASCII ones among them by their bytes', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', 'á', 'š') }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.array(text, { maxLength: 60 }), (added, asked) => {
      const table = new TextTable<string>();
      const expected = new Map<string, number>();
      for (const one of added) {
        expect(table.find(one)).toBe(expected.get(one) ?? -1);
        if (!expected.has(one)) expect(table.add(one)).toBe(expected.size);
        if (!expected.has(one)) expected.set(one, expected.size);
      }
      for (const one of [...added, ...asked]) {
        expect(table.find(one)).toBe(expected.get(one) ?? -1);
        const isAscii = !/[^\0-\x7f]/.test(one);
        if (isAscii) expect(findBytes(table, one)).toBe(expected.get(one) ?? -1);
      }
      expect(table.texts).toEqual([...expected.keys()]);
    }),
  );
});

it('keeps apart texts of one hash, and finds all when it has grown', () => {
  // 16777619 is odd: a first unit of 0 leaves the hash of the rest.
  const table = new TextTable<string>();
  const texts = [
    '',
    '\0',
    '\0\0',
    'x',
    '\0x',
    ...Array.from({ length: 5_000 }, (_, i) => `company:of-the-number-${i}`),
  ];
  for (const text of texts) table.add(text);
  expect(texts.map((text) => table.find(text))).toEqual(texts.map((_, i) => i));
  expect(texts.map((text) => findBytes(table, text))).toEqual(texts.map((_, i) => i));
  expect(findBytes(table, '\0\0\0')).toBe(-1);
});
