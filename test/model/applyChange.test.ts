import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/model/applyChange.js';
import { diffDatasets } from '../../src/model/diffDatasets.js';
import { inOneOrder, randomDataset } from '../support/randomDataset.js';
import { smallDataset, statement } from '../support/smallDataset.js';

const NOTHING = diffDatasets(smallDataset(), smallDataset());

describe('applyChange', () => {
  it('turns a dataset into the other of which the change was made', () => {
    fc.assert(
      fc.property(randomDataset, randomDataset, (from, other) => {
        const to = { ...other, redirects: new Map([...from.redirects, ...other.redirects]) };
        expect(inOneOrder(applyChange(from, diffDatasets(from, to), 7))).toEqual(inOneOrder(to));
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(randomDataset, randomDataset, (from, to) => {
        const before = structuredClone(from);
        applyChange(from, diffDatasets(from, to), 7);
        expect(from).toEqual(before);
      }),
    );
  });

  it('has the revision that it is given', () => {
    expect(applyChange(smallDataset(), NOTHING, 5).meta.revision).toBe(5);
    expect(applyChange(smallDataset(), { ...NOTHING, meta: smallDataset().meta }, 6).meta.revision).toBe(6);
  });

  it('orders statements by their place in the facts and all else by id', () => {
    const statements = [3, 1, 2].map((order) => statement({ subject: 'company:a', property: 'note', order }));
    const dataset = smallDataset({
      statements,
      redirects: [
        ['company:z', 'company:a'],
        ['company:y', 'company:a'],
      ],
    });
    const changed = applyChange(dataset, NOTHING, 2);
    expect(changed.statements.map(({ order }) => order)).toEqual([1, 2, 3]);
    expect(changed.entities.map(({ id }) => id)).toEqual(['company:a', 'source:s1']);
    expect([...changed.redirects.keys()]).toEqual(['company:y', 'company:z']);
  });
});
