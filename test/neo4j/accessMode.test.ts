import { describe, expect, it } from 'vitest';
import { graphQuery, lockGraph } from '../../src/store/neo4j/cypher/revisions.js';
import { throughProxy } from './boltProxy.js';

/** Bolt's messages that begin a transaction or run a statement, by their first bytes; and `mode: "r"` in what they say. */
const BEGIN = Buffer.from([0xb1, 0x11]);
const RUN = Buffer.from([0xb3, 0x10]);
const READ_MODE = Buffer.concat([Buffer.from([0x84]), Buffer.from('mode'), Buffer.from([0x81]), Buffer.from('r')]);

const { proxy, database } = await throughProxy();

/** What the program says to the database meanwhile. */
async function saidIn(work: () => Promise<unknown>): Promise<Buffer> {
  const said: Buffer[] = [];
  proxy.sent = (bytes) => {
    said.push(bytes);
    return false;
  };
  await work();
  return Buffer.concat(said);
}

describe('a cluster can send', () => {
  it.each([
    ['reads', () => database.read(graphQuery()), RUN],
    ['long reads', () => database.stream(graphQuery(), { signal: null, bookmarks: [] }, () => () => {}), RUN],
  ])('%s to any member: they say that they only read', async (_what, work, message) => {
    const said = await saidIn(work);
    expect(said.includes(message)).toBe(true);
    expect(said.includes(READ_MODE)).toBe(true);
  });

  it.each([
    ['writes', () => database.write((run) => run(lockGraph())), BEGIN],
    ['changes of the schema', () => database.execute(lockGraph()), RUN],
  ])('%s to the one that takes them: they don’t', async (_what, work, message) => {
    const said = await saidIn(work);
    expect(said.includes(message)).toBe(true);
    expect(said.includes(READ_MODE)).toBe(false);
  });
});
