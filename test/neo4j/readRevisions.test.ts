import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Editor } from '../../src/seeding/Editor.js';
import type { PinnedGraph } from '../../src/store/GraphSource.js';
import { MemoryStore } from '../../src/store/memory/MemoryStore.js';
import { type OpenedNeo4j, openNeo4j } from '../../src/store/neo4j/openNeo4j.js';
import { announce, settledRevision } from '../../src/store/neo4j/settledRevision.js';
import { AT, OUT } from '../conformance/harness.js';
import { company, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, RULES_VERSION } from './database.js';

const { database, write } = openDatabase();
const BY_NAME = { field: 'name', direction: 'ASC' } as const;
const COMPANIES = { kind: 'company', filter: null, orderBy: BY_NAME, page: { first: 9 } } as const;

let writer: OpenedNeo4j;
/** Reads records as they are now, keeps them, and hears of no later revision. */
let reader: OpenedNeo4j;

beforeEach(async () => {
  await write(smallDataset({ entities: [company('a'), company('b'), source('press')] }));
  writer = await open('projection');
  reader = await open('database');
  return async () => {
    await reader.source.close();
    await writer.source.close();
  };
});
afterAll(() => database.close());

function open(reads: 'database' | 'projection'): Promise<OpenedNeo4j> {
  return openNeo4j(database, {
    reads,
    project: async (dataset, before: MemoryStore | null) => new MemoryStore(dataset, before),
    projectionMemoryMb: 512,
    rulesVersion: RULES_VERSION,
    refreshMs: 600_000,
    now: () => new Date(),
    report: (error) => {
      throw error;
    },
    problems: () => [],
  });
}

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

  it('waits while a revision is being committed, no longer than a commit takes, or than its signal says', async () => {
    const early = await pin();
    await announce(database, 2);
    expect(await early.store.entities(['company:a'])).toHaveLength(1);
    const late = settledRevision(database, { signal: AbortSignal.timeout(100), bookmarks: [] });
    await expect(late).rejects.toMatchObject({ kind: 'TIMEOUT' });
    const told = early.lastRevision();
    expect(await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 1_000, 'waits'))])).toBe('waits');
    // It failed, or whoever announced it died.
    expect(await told).toBe(1);
    await announce(database, 2);
    const again = (await pin()).lastRevision();
    await rename('Renamed');
    expect(await again).toBe(2);
  });

  it('is told also where a statement finds nothing, and where nothing is read', async () => {
    const [early, idle] = [await pin(), await pin()];
    await rename('Renamed');
    expect(await early.store.edgesOf(['company:none'], OUT, AT, 9)).toEqual([[]]);
    expect(await early.lastRevision()).toBe(2);
    expect(await idle.lastRevision()).toBe(2);
  });
});
