import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/model/text.js';
import { TextColumn } from '../../src/store/memory/TextColumn.js';

const text = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '\n', '\0', '😀') }), fc.string()).map(fold);

describe('a column of texts', () => {
  it('finds what a filter of all texts finds, in the order of the items, and says where that is more than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.option(text), { maxLength: 12 }), text, fc.nat({ max: 6 }), (texts, wanted, most) => {
        const items = texts.map((one, place) => ({ one, place }));
        const column = new TextColumn(items, ({ one }) => one);
        const containing = items.filter(({ one }) => one?.includes(wanted));
        const starting = items.filter(({ one }) => one?.startsWith(wanted));
        expect(column.containing(wanted, most)).toEqual(containing.length > most ? null : containing);
        expect(column.startingWith(wanted, most)).toEqual(starting.length > most ? null : starting);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds nothing across two texts', () => {
    const column = new TextColumn(['ab', 'cd', ''], (one) => one);
    expect(column.containing('bc', 9)).toEqual([]);
    expect(column.containing('', 9)).toEqual(['ab', 'cd', '']);
    expect(new TextColumn<string>([], (one) => one).containing('', 9)).toEqual([]);
  });
});
