import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, nearest } from '../../src/seeding/suggest.js';

describe('nearest', () => {
  it('finds the name with the fewest edits', () => {
    expect(nearest('opnai', ['amazon', 'openai', 'oracle'])).toBe('openai');
  });

  it('finds none where every name is far', () => {
    expect(nearest('xyz', ['openai', 'amazon'])).toBeNull();
    expect(closest('xyz', ['openai'])).toBe('');
  });

  it('finds a name itself, and a name with one letter less', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 20 }), fc.nat(19), (name, at) => {
        const cut = at % name.length;
        expect(nearest(name, [name])).toBe(name);
        expect(nearest(name.slice(0, cut) + name.slice(cut + 1), [name])).toBe(name);
      }),
    );
  });
});
