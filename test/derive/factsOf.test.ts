import { describe, expect, it } from 'vitest';
import { changeFacts, NO_FACT_CHANGE } from '../../src/derive/changeFacts.js';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { deriveNext } from '../../src/derive/deriveNext.js';
import { factsOf, headOf, mergedHead } from '../../src/derive/factsOf.js';
import { DatasetIndex } from '../../src/model/DatasetIndex.js';
import type { Dataset } from '../../src/model/dataset.js';
import { isSameContent } from '../../src/model/diffDatasets.js';
import type { EntityId } from '../../src/model/ids.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { inOneOrder } from '../support/randomDataset.js';
import { timeOf } from '../support/randomWrites.js';

const SEEDS = new URL('../../seeds', import.meta.url).pathname;

describe('factsOf', () => {
  it('gives the facts from which the shipped dataset follows again, also where entities were merged', async () => {
    const facts = await readFacts([SEEDS]);
    const dataset = deriveDataset(facts);
    expect(isSameDataset(deriveDataset(factsOf(dataset)), dataset)).toBe(true);

    const merged = deriveDataset(
      changeFacts(facts, { ...NO_FACT_CHANGE, heads: [mergedHead('company:xai', 'company:meta')] }, timeOf(0)),
    );
    expect(isSameDataset(deriveDataset(factsOf(merged)), merged)).toBe(true);
  });

  it('follows dozens of writes to the shipped dataset as deriving all again does', async () => {
    let facts = await readFacts([SEEDS]);
    let index = DatasetIndex.of(deriveDataset(facts));
    for (let n = 0; n < 36; n++) {
      const at = timeOf(n);
      const current = index.rows();
      const standing = current.statements.filter((s) => s.retractedAt === null);
      // Spread over the whole dataset; each comes back under another id in the next write.
      const chosen = [0, 1, 2].flatMap((i) => standing[(n * 271 + i * 1_013) % standing.length] ?? []);
      const next = Math.max(...current.statements.map(({ order }) => order)) + 1;
      const again = chosen.map((s, i) => ({
        ...facts.statements[0],
        ...s,
        id: `${s.id}-${n}`,
        recordedAt: at,
        order: next + i,
      }));
      const renamed = current.entities[(n * 37) % current.entities.length];
      const change = {
        ...NO_FACT_CHANGE,
        added: n % 3 === 1 ? again.map(({ best, conflicting, publishers, ...s }) => s) : [],
        retracted: new Set(n % 3 === 1 ? [] : chosen.map(({ id }) => id)),
        heads: n % 9 === 0 && renamed ? [{ ...headOf(renamed), name: `Renamed ${n}` }] : [],
      };
      index = index.next(deriveNext(index, change, at), n + 2);
      facts = changeFacts(facts, change, at);
      if (n % 12 === 11) expect(isSameDataset(index.rows(), deriveDataset(facts))).toBe(true);
    }
  }, 120_000);

  it('leaves of a merged entity its id', () => {
    const id: EntityId = 'company:old';
    expect(mergedHead(id, 'company:new')).toMatchObject({
      id,
      kind: 'company',
      name: 'old',
      mergedInto: 'company:new',
    });
  });
});

/** The comparison of the tests would take seconds for as many rows. */
function isSameDataset(a: Dataset, b: Dataset): boolean {
  return isSameContent(inOneOrder(a), inOneOrder(b));
}
