import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Editor } from '../../src/seeding/Editor.js';
import type { PinnedGraph } from '../../src/store/GraphSource.js';
import { lockGraph, markHalfWritten, revisionQuery } from '../../src/store/neo4j/cypher/revisions.js';
import type { OpenedNeo4j } from '../../src/store/neo4j/openNeo4j.js';
import { announce } from '../../src/store/neo4j/settledRevision.js';
import { AT, OUT } from '../conformance/harness.js';
import { company, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, openReads, wipe } from './database.js';

const { database, write } = openDatabase();
const KEPT = 100;
const BY_NAME = { field: 'name', direction: 'ASC' } as const;
const COMPANIES = { kind: 'company', filter: null, orderBy: BY_NAME, page: { first: 9 } } as const;

let writer: OpenedNeo4j;
/** Reads records as they are now, keeps them, and hears of no later revision. */
let reader: OpenedNeo4j;

beforeEach(async () => {
  await write(smallDataset({ entities: [company('a'), company('b'), source('press')] }));
  writer = await openReads(database, 'projection');
  reader = await openReads(database, 'database', undefined, KEPT);
  return async () => {
    await reader.source.close();
    await writer.source.close();
  };
});
afterAll(() => database.close());

function pin(): Promise<PinnedGraph> {
  return reader.source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 1_000 });
}

async function rename(name: string): Promise<void> {
  const note = { author: 'ada', reason: 'it was renamed', key: null, dryRun: false, signal: null };
  await new Editor(writer.ledger).upsertEntities([{ id: 'company:a', name, sources: ['source:press'] }], note);
}

describe('who reads from the database', () => {
  it.each<readonly [string, (store: PinnedGraph['store']) => Promise<unknown>]>([
    ['by ids', (store) => store.entities(['company:a'])],
    ['a page', (store) => store.list(COMPANIES)],
  ])('is told by what is read %s that it may be of a later revision, which is kept for nobody', async (_how, read) => {
    const early = await pin();
    await rename('Renamed');
    expect(JSON.stringify(await read(early.store))).toContain('Renamed');
    expect(await early.lastRevision()).toBe(2);
    expect((await pin()).store.entityAtHand('company:a')).toBeUndefined();
  });

  it('is not told of what was written after the last was read, and what was read is kept for others of its revision', async () => {
    const early = await pin();
    const [before] = await early.store.entities(['company:a']);
    await rename('Renamed');
    expect(await early.lastRevision()).toBe(1);
    expect((await pin()).store.entityAtHand('company:a')).toEqual(before);
  });

  it('is told of the latest of what several statements read', async () => {
    const early = await pin();
    await early.store.entities(['company:b']);
    await rename('Renamed');
    await early.store.count('company', null);
    expect(await early.lastRevision()).toBe(2);
  });

  it('waits while a revision is being committed, and not for one that never will be', async () => {
    const [early, idle] = [await pin(), await pin()];
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // As whoever writes does, with the graph's lock.
    const committing = database.write(async (run) => {
      await run(lockGraph());
      await announce(database, 2);
      await isLetGo;
    });
    await expect.poll(async () => (await database.read(revisionQuery()))[0]?.get('isSettled')).toBe(false);
    await early.store.entities(['company:a']);
    const told = Promise.all([early.lastRevision(), idle.lastRevision()]);
    expect(await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 500, 'waits'))])).toBe('waits');
    letGo();
    await committing;
    expect(await told).toEqual([1, 1]);
    expect((await database.read(revisionQuery()))[0]?.get('isSettled')).toBe(true);
    await rename('Renamed');
    expect(await idle.lastRevision()).toBe(2);
  });

  it('is refused while an import has written only a part, and where the graph is gone', async () => {
    const reading = async () => {
      const { store, lastRevision } = await pin();
      await store.entities(['company:a']);
      return lastRevision();
    };
    await database.write((run) => run(markHalfWritten('import', null)));
    await expect(reading()).rejects.toMatchObject({ kind: 'UNAVAILABLE', message: /being imported/ });
    await wipe(database);
    await expect(reading()).rejects.toMatchObject({ kind: 'UNAVAILABLE', message: /holds no graph/ });
  });

  it('is told also where a statement finds nothing, and where nothing is read', async () => {
    const [early, idle] = [await pin(), await pin()];
    await rename('Renamed');
    expect(await early.store.edgesOf(['company:none'], OUT, AT, 9)).toEqual([[]]);
    expect(await early.lastRevision()).toBe(2);
    expect(await idle.lastRevision()).toBe(2);
  });
});
