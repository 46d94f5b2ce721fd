import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { EntityId } from '../../src/model/ids.js';
import { Editor } from '../../src/seeding/Editor.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { company, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, openReads } from './database.js';

const WRITES = 40;
const RENAMED = 200;
const READERS = 6;
const { database, write } = openDatabase();
const apart = new Database({ ...neo4jForTests(), database: 'neo4j' });

afterAll(async () => {
  await apart.close();
  await database.close();
});

it('nothing is taken for older than it is while a commit shows bit by bit', async () => {
  const companies = Array.from({ length: RENAMED }, (_, i) => company(`c${i}`, { name: 'revision 1' }));
  await write(smallDataset({ entities: [source('press'), ...companies] }));
  // A commit shows records in the order of their numbers: this one with the revision's comes last, where an import makes it first.
  await database.execute({
    text: 'MATCH (g:Graph) WITH g, properties(g) AS kept CALL (g) { DETACH DELETE g } CREATE (last:Graph) SET last = kept',
    parameters: {},
  });
  const writer = await openReads(database, 'projection');
  const reader = await openReads(apart, 'database');
  onTestFinished(async () => {
    await reader.source.close();
    await writer.source.close();
  });
  let isOver = false;
  let tellsLater = 0;
  const wrong: string[] = [];
  const readers = Array.from({ length: READERS }, async (_, first) => {
    let newest = 1;
    for (let i = first; !isOver; i += READERS) {
      const demand = { signal: null, bookmarks: [], revisionAtLeast: newest, waitMs: 5_000 };
      const { store, revision, lastRevision } = await reader.source.pin(demand);
      const ids: EntityId[] = [`company:c${(i * 7) % RENAMED}`, `company:c${(i * 13) % RENAMED}`];
      const records = await store.entities(ids);
      const told = await lastRevision();
      if (told !== revision) tellsLater++;
      for (const record of records) {
        const of = Number(record?.name.split(' ')[1]);
        if (!(of <= told)) wrong.push(`${record?.id} of revision ${of}, told to be of ${told}`);
      }
      newest = told;
    }
  });
  const editor = new Editor(writer.ledger);
  const note = { author: 'ada', reason: 'a test', key: null, dryRun: false, signal: null };
  for (let revision = 2; revision < WRITES + 2; revision++) {
    const drafts = companies.map(({ id }) => ({
      id,
      name: `revision ${revision}`,
      sources: ['source:press' as const],
    }));
    expect(await editor.upsertEntities(drafts, note)).toMatchObject({ revision });
  }
  isOver = true;
  await Promise.all(readers);
  expect(wrong).toEqual([]);
  expect(tellsLater).toBeGreaterThan(0);
});
