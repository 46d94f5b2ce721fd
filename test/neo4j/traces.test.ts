import { afterAll, describe, expect, it } from 'vitest';
import { RequestNote } from '../../src/server/observe/RequestNote.js';
import { tracedRequest, tracedStatement, tracedStoreCall } from '../../src/server/observe/traces.js';
import { ANY_READER, Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { smallDataset } from '../support/smallDataset.js';
import { collectSpans } from '../support/spans.js';
import { openDatabase, openReads } from './database.js';

const take = collectSpans();
const { database: writing, write } = openDatabase();
const database = new Database({ ...neo4jForTests(), database: 'neo4j', observe: tracedStatement });

afterAll(async () => {
  await database.close();
  await writing.close();
});

describe('traces and figures of a database', () => {
  it('lead on to its statements, without their values', async () => {
    await write(smallDataset({ statements: [{ subject: 'company:lab', property: 'note', value: 'x' }] }));
    const { source, figures } = await openReads(database, 'database');
    const { store } = await source.pin({ ...ANY_READER, revisionAtLeast: null, waitMs: 0 });
    const before = figures();
    await tracedRequest({}, new RequestNote('shop-1'), () =>
      tracedStoreCall('entities', () => store.entities(['company:lab'])),
    );
    const { spans, lines } = take();
    expect(lines).toEqual(['cypher < store entities', 'store entities < graphql', 'graphql < none']);
    expect(spans[0]?.attributes['db.query.text']).toMatch(/MATCH|UNWIND/);
    expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('company:lab');

    const after = figures();
    expect(after.statements - before.statements).toBe(1);
    expect(after.statementMs).toBeGreaterThan(before.statementMs);
    expect(after.coalesced.calls - before.coalesced.calls).toBe(1);
    expect(after.records.misses - before.records.misses).toBe(1);
    expect(after.connections).toEqual({ inUse: 0, most: 64 });
    expect(after.failedStatements).toBe(before.failedStatements);
    await source.close();
  });
});
