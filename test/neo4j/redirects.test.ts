import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf, mergedHead } from '../../src/derive/factsOf.js';
import type { Dataset, Facts } from '../../src/model/dataset.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { describeDrift } from '../../src/store/neo4j/describeDrift.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { Importer } from '../../src/store/neo4j/Importer.js';
import { SMALL, seedFolder } from '../seeding/seedFolder.js';
import { company, country, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { IMPORT, openDatabase, openReads } from './database.js';

const { database, write } = openDatabase();
const facts = factsOf(
  smallDataset({
    entities: [country('US'), company('a'), company('b', { country: 'country:US' }), source('press')],
    statements: [{ subject: 'company:b', property: 'country', object: 'country:US', sources: ['source:press'] }],
  }),
);
/** What an import gave as a redirect. */
const merged: Facts = {
  ...facts,
  entities: [...facts.entities.filter(({ id }) => id !== 'company:b'), mergedHead('company:b', 'company:a')],
};

beforeAll(() => write(deriveDataset(merged)));
afterAll(() => database.close());

/** Nothing drifted, and an import of the same facts finds nothing to change. */
async function isAsWritten(imported: Facts): Promise<void> {
  const drift = await findDrift(database);
  expect(drift && describeDrift(drift)).toBeNull();
  expect(await again(deriveDataset(imported))).toMatchObject({ changed: false });
}

const again = (dataset: Dataset) => new Importer(database, IMPORT).run(dataset);

describe('an id that was a redirect and is an entity again', () => {
  it('leads to itself after the import that says so, on both ways to read', async () => {
    expect(await again(deriveDataset(facts))).toMatchObject({ changed: true });
    for (const reads of ['database', 'projection'] as const) {
      const { source } = await openReads(database, reads);
      const { store } = await source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 1_000 });
      expect((await store.entities(['company:b'])).map((entity) => entity?.id)).toEqual(['company:b']);
      await source.close();
    }
    await isAsWritten(facts);
  });

  it('has no facet left that nothing has any more', async () => {
    expect(await again(deriveDataset(merged))).toMatchObject({ changed: true });
    const [row] = await database.read({
      text: 'MATCH (f:Facet) WHERE NOT (f)--() RETURN count(f) AS unused',
      parameters: {},
    });
    expect(row?.get('unused')).toBe(0);
  });

  it('takes what names it along, and gives it back', async () => {
    const claim = { property: 'customer_of', sources: ['source:press' as const] };
    const { entities, statements } = factsOf(
      smallDataset({
        entities: [country('US'), company('a'), company('b'), company('c'), source('press')],
        statements: [
          { subject: 'company:b', object: 'company:c', ...claim },
          { subject: 'company:c', object: 'company:b', ...claim },
        ],
      }),
    );
    const apart: Facts = { ...facts, entities, statements };
    const others = entities.filter(({ id }) => id !== 'company:b');
    const together: Facts = { ...apart, entities: [...others, mergedHead('company:b', 'company:a')] };
    for (const imported of [apart, together, apart]) {
      expect(await again(deriveDataset(imported))).toMatchObject({ changed: true });
      await isAsWritten(imported);
    }
  });
});

it('an import that changes how sure a claim is leaves no drift in what stands on it', async () => {
  const shipped = await readFacts([await seedFolder(SMALL)]);
  const recalled = {
    ...shipped,
    statements: shipped.statements.map((s) => ({ ...s, confidence: 'recalled' as const })),
  };
  for (const imported of [recalled, shipped]) {
    expect(await again(deriveDataset(imported))).toMatchObject({ changed: true });
    await isAsWritten(imported);
  }
});
