import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffDatasets, isSameContent } from '../../src/model/diffDatasets.js';
import { randomDataset } from '../support/randomDataset.js';
import { company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';

describe('diffDatasets', () => {
  it('finds nothing between a dataset and a copy of it with its rows in another order', () => {
    fc.assert(
      fc.property(randomDataset, (dataset) => {
        const copy = structuredClone(dataset);
        const shuffled = { ...copy, entities: [...copy.entities].reverse(), edges: [...copy.edges].reverse() };
        const change = diffDatasets(dataset, { ...shuffled, meta: { ...copy.meta, revision: 99 } });
        const none = { put: [], removed: [] };
        expect(change).toEqual({
          meta: null,
          entities: none,
          statements: none,
          edges: none,
          events: none,
          redirects: new Map(),
        });
      }),
    );
  });

  it('puts what is new or differs, and removes what is gone', () => {
    const from = smallDataset({ entities: [company('a'), company('b'), company('c')] });
    const changed = company('b', { name: 'B' });
    const to = smallDataset({ entities: [company('a'), changed, company('d')], meta: { title: 'Other' } });
    const change = diffDatasets(from, to);
    expect(change.entities).toEqual({ put: [changed, company('d')], removed: ['company:c'] });
    expect(change.meta?.title).toBe('Other');
  });

  it('never takes a redirect back', () => {
    const from = smallDataset({ redirects: [['company:x', 'company:y']] });
    expect(diffDatasets(from, smallDataset()).redirects.size).toBe(0);
  });
});

describe('isSameContent', () => {
  it('compares fields whatever their order, and takes undefined for missing', () => {
    expect(isSameContent({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1, d: undefined })).toBe(true);
    expect(isSameContent({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(isSameContent([1, 2], [2, 1])).toBe(false);
    expect(isSameContent([], {})).toBe(false);
    expect(isSameContent('1', 1)).toBe(false);
  });
});
