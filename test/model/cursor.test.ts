import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListIdentity, makeCursor, openCursor } from '../../src/model/cursor.js';

const LIST: ListIdentity = {
  kind: 'deal',
  filter: { field: 'type', op: 'eq', value: 'COMPUTE' },
  order: { field: 'announced', direction: 'DESC' },
};

describe('cursor', () => {
  it('gives its key back in the list that it was made for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((key) => !key.includes('\n')),
        (key) => {
          expect(openCursor(LIST, makeCursor(LIST, key))).toBe(key);
        },
      ),
    );
  });

  it('is base64url', () => {
    expect(makeCursor(LIST, '0~065e5\tdeal:x')).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('does not open in another list', () => {
    const cursor = makeCursor(LIST, 'key');
    const others: ListIdentity[] = [
      { ...LIST, kind: 'chip' },
      { ...LIST, filter: null },
      { ...LIST, filter: { field: 'type', op: 'eq', value: 'SUPPLY' } },
      { ...LIST, order: { field: 'announced', direction: 'ASC' } },
      { ...LIST, order: { field: 'start', direction: 'DESC' } },
      { ...LIST, order: null },
    ];
    for (const other of others)
      expect(() => openCursor(other, cursor)).toThrow('Expected a cursor from this connection');
  });

  it('opens whatever the order of the arguments, and whether absent ones are null or missing', () => {
    const cursor = makeCursor({ ...LIST, filter: { a: 1, b: [2, { c: null }] } }, 'key');
    expect(openCursor({ ...LIST, filter: { b: [2, {}], d: undefined, a: 1 } }, cursor)).toBe('key');
  });

  it('does not open when altered, cut or lengthened', () => {
    const cursor = makeCursor(LIST, '0key\tdeal:x');
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.constantFrom(...'Aa0-_=+ \n'), (at, char) => {
        fc.pre(cursor[at] !== char);
        expect(() => openCursor(LIST, cursor.slice(0, at) + char + cursor.slice(at + 1))).toThrow();
        expect(() => openCursor(LIST, cursor.slice(0, at))).toThrow();
        expect(() => openCursor(LIST, cursor.slice(0, at) + char + cursor.slice(at))).toThrow();
      }),
    );
  });

  it('says what was expected and what came', () => {
    expect(() => openCursor(LIST, 'forged')).toThrow('Expected a cursor from this connection but got: "forged".');
    expect(() => openCursor(LIST, '')).toThrow('Expected a cursor from this connection but got: "".');
    expect(() => openCursor(LIST, 'x'.repeat(1_000_000))).toThrow(/…"\.$/);
  });
});
