import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Editor } from '../../src/seeding/Editor.js';
import { Database } from '../../src/store/neo4j/Database.js';
import type { OpenedNeo4j } from '../../src/store/neo4j/openNeo4j.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { company, source } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { openDatabase, openReads } from './database.js';

const READERS = 40;
/** Reading what is new takes the writers' lock, a statement for each sort of row, the redirects, the revisions, and the state twice. */
const A_READING = 9;

const { database, write } = openDatabase();
/** Of the process that reads: its statements are counted. */
const apart = new Database({ ...neo4jForTests(), database: 'neo4j' });
let writer: OpenedNeo4j;
let editor: Editor;

beforeAll(async () => {
  await write(smallDataset({ entities: [company('a'), source('press')] }));
  writer = await openReads(database, 'projection');
  editor = new Editor(writer.ledger);
});
afterAll(async () => {
  await writer.source.close();
  await apart.close();
  await database.close();
});

let written = 0;
async function record() {
  const { revision, bookmark } = await editor.recordStatements(
    [{ subject: 'company:a', property: 'note', value: `note ${written++}`, sources: ['source:press'] }],
    null,
    { author: 'ada', reason: 'read it', key: null, dryRun: false, signal: null },
  );
  return { revision: revision ?? 0, bookmark: bookmark ?? '' };
}

/** Work with a source that never looks by itself, and how many statements it took. */
async function counted<T>(work: (source: OpenedNeo4j['source']) => Promise<T>): Promise<readonly [T, number]> {
  const opened = await openReads(apart, 'projection');
  try {
    const before = apart.statementCount;
    const result = await work(opened.source);
    return [result, apart.statementCount - before];
  } finally {
    await opened.source.close();
  }
}

const reader = { signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 5_000 };

describe('readers at one time, each with the bookmark of another write', () => {
  it('wait for their bookmarks side by side, and share what is then read', async () => {
    const [revisions, statements] = await counted(async (source) => {
      const writes: Awaited<ReturnType<typeof record>>[] = [];
      for (let i = 0; i < READERS; i++) writes.push(await record());
      const pins = await Promise.all(writes.map(({ bookmark }) => source.pin({ ...reader, bookmarks: [bookmark] })));
      return pins.map(({ revision }, i) => [revision, writes[i]?.revision ?? 0] as const);
    });
    for (const [read, wrote] of revisions) expect(read).toBeGreaterThanOrEqual(wrote);
    expect(statements).toBeLessThanOrEqual(READERS + 2 * A_READING);
  });

  it('ask once where it is the same', async () => {
    const [, statements] = await counted(async (source) => {
      const { bookmark, revision } = await record();
      const asked = Array.from({ length: READERS }, () => source.pin({ ...reader, bookmarks: [bookmark] }));
      for (const pin of await Promise.all(asked)) expect(pin.revision).toBeGreaterThanOrEqual(revision);
    });
    expect(statements).toBeLessThanOrEqual(1 + A_READING);
  });

  it('of which one is forged: only that one fails', async () => {
    await counted(async (source) => {
      const writes = [await record(), await record()];
      const forged = source.pin({ ...reader, bookmarks: ['FB:nonsense'] });
      const refused = expect(forged).rejects.toMatchObject({ kind: 'BAD_USER_INPUT' });
      const pins = await Promise.all(writes.map(({ bookmark }) => source.pin({ ...reader, bookmarks: [bookmark] })));
      expect(pins.map(({ revision }) => revision)).toEqual(writes.map(() => writes[1]?.revision));
      await refused;
    });
  });
});

describe('readers that wait for a revision', () => {
  it('look together, ever more rarely, and all are served when it is there', async () => {
    const [, statements] = await counted(async (source) => {
      const { revision } = await record();
      const asked = Array.from({ length: READERS }, () => source.pin({ ...reader, revisionAtLeast: revision + 1 }));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await record();
      for (const pin of await Promise.all(asked)) expect(pin.revision).toBe(revision + 1);
    });
    // In a second each of them looked up to 50 times by itself.
    expect(statements).toBeLessThanOrEqual(12 + 2 * A_READING);
  });

  it('are told in time when it does not come', async () => {
    await counted(async (source) => {
      const { revision } = await record();
      const began = performance.now();
      const asked = [300, 600].map((waitMs) => source.pin({ ...reader, revisionAtLeast: revision + 9, waitMs }));
      for (const pin of asked) await expect(pin).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
      expect(performance.now() - began).toBeLessThan(2_000);
    });
  });

  it('or a write that never comes are told in time too', async () => {
    await counted(async (source) => {
      const { bookmark } = await record();
      const asked = source.pin({ ...reader, bookmarks: [muchLater(bookmark)], waitMs: 3_500 });
      // Longer than the database may be silent otherwise, which would be a TIMEOUT.
      await expect(asked).rejects.toMatchObject({
        kind: 'UNAVAILABLE',
        message: expect.stringMatching(
          /^Expected what the bookmarks stand for but there is only revision \d+ yet\. Ask again later, or for less\.$/,
        ),
      });
    });
  });
});

/** The bookmark of a write that the database has not seen: a list's head, its id in 16 bytes, the number of the write, an empty list. */
function muchLater(bookmark: string): string {
  const bytes = Buffer.from(bookmark.replace('FB:', ''), 'base64');
  return `FB:${Buffer.concat([bytes.subarray(0, 19), Buffer.from([0xc9, 0x7f, 0xff, 0x90])]).toString('base64')}`;
}
