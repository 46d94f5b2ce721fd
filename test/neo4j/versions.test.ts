import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { factsOf } from '../../src/derive/factsOf.js';
import { FROM_NOBODY } from '../../src/model/caller.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { Importer } from '../../src/store/neo4j/Importer.js';
import { SCHEMA_VERSION } from '../../src/store/neo4j/schemaVersion.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { IMPORT, openReads, wipe } from './database.js';
import { aigraph, environment, importSmall, recording, serve, smallFile, start, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });

beforeEach(() => wipe(database));
afterAll(() => database.close());

/** Makes the graph one that another version of this program left. */
async function leave(properties: Readonly<Record<string, unknown>>): Promise<void> {
  await database.execute({ text: 'MATCH (g:Graph) SET g += $properties', parameters: { properties } });
}

/** A server that ends by itself. */
async function refused(): Promise<{ readonly code: number | null; readonly err: string }> {
  const program = start(login, 'main.js', [], { PORT: '0' });
  const code = await program.ended;
  expect(program.out()).toBe('');
  return { code, err: program.err() };
}

describe('a database', () => {
  it('without a graph is not served, and the program says what to do', async () => {
    const said = 'The graph database holds no graph yet. Fill it with aigraph import.\n';
    expect(await refused()).toEqual({ code: 1, err: said });
    const exported = await aigraph(login, ['export']);
    expect(exported).toEqual({ code: 1, out: '', err: said });
  });

  it('that is not there is told by its address, and nothing hangs', async () => {
    const program = start({ ...login, uri: 'bolt://127.0.0.1:1' }, 'main.js', [], { PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain('The graph database cannot be reached now.');
    expect(program.err()).not.toContain(environment(login).NEO4J_PASSWORD);
  });
});

describe('a login', () => {
  it('that Neo4j refuses is told without the password, and without a stack', async () => {
    const program = start({ ...login, password: 'wrong-horse-battery' }, 'main.js', [], { PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toBe(
      'The graph database refuses NEO4J_USER with NEO4J_PASSWORD, or does not let this user do what is asked.\n',
    );
  });
});

describe('a graph too large for a projection', () => {
  it('is refused with the figures, and read by records all the same', async () => {
    await importSmall(login);
    await expect(openReads(database, 'projection', 0)).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(
        /^A projection of this graph \(\d+ entities, \d+ statements, \d+ edges, \d+ events\) takes about \d+ MiB, and PROJECTION_MEMORY_MB allows 0\. Allow more, or read with READS=database\.$/,
      ),
    });
    const { source } = await openReads(database, 'database', 0);
    await source.close();
  });

  it('is not read either where it grows too large while it is served: what was read is served on', async () => {
    await importSmall(login);
    const { source } = await openReads(database, 'projection', 4);
    const many = Array.from({ length: 2_000 }, (_, i) => company(`c${i}`));
    await new Importer(database, IMPORT).run(deriveDataset(factsOf(smallDataset({ entities: many }))));
    const pin = (revisionAtLeast: number | null) =>
      source.pin({ signal: null, bookmarks: [], revisionAtLeast, waitMs: 1_000 });
    await expect(pin(2)).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(/^A projection of this graph .+ and PROJECTION_MEMORY_MB allows 4\./),
    });
    expect((await pin(null)).revision).toBe(1);
    await source.close();
  });

  it('is not read into memory for a write either', async () => {
    await importSmall(login);
    const { source, ledger } = await openReads(database, 'database', 0);
    const nothing = () => {
      throw new Error('Nothing is decided.');
    };
    const refused = {
      kind: 'UNAVAILABLE',
      message: expect.stringMatching(
        /^A write, which is decided by a copy of this graph \(.+\) takes about \d+ MiB, and PROJECTION_MEMORY_MB allows 0\. Allow more, or write from a process that may take more\.$/,
      ),
    };
    const note = { author: 'ada', reason: 'large', key: null };
    const audit = { action: 'APPLIED', edit: 'IMPORT', origin: FROM_NOBODY, proposal: null, proposedBy: null } as const;
    await expect(ledger.commit(note, nothing, { signal: null, audit: { ...audit, ...note } })).rejects.toMatchObject(
      refused,
    );
    await expect(ledger.rehearse(nothing, { signal: null })).rejects.toMatchObject(refused);
    await source.close();
  });
});

describe('a graph of a later schema version', () => {
  it('is refused by everything that reads or writes it', async () => {
    await importSmall(login);
    await leave({ schemaVersion: SCHEMA_VERSION + 1 });
    const said = `Expected a graph of schema version ${SCHEMA_VERSION} but got: ${SCHEMA_VERSION + 1}. Update this program.\n`;
    expect(await refused()).toEqual({ code: 1, err: said });
    const file = await smallFile();
    for (const args of [['import', '--file', file], ['rederive'], ['export']]) {
      expect([args[0], await aigraph(login, args)]).toEqual([args[0], { code: 1, out: '', err: said }]);
    }
    // Refused is not half an import.
    const [row] = await database.read({ text: 'MATCH (g:Graph) RETURN g.importToken AS token', parameters: {} });
    expect(row?.get('token')).toBeNull();
  });
});

describe('a graph of an earlier schema version', () => {
  it.each([['rederive'], ['import']])('is refused by the server until %s upgrades it', async (command) => {
    await importSmall(login);
    await leave({ schemaVersion: SCHEMA_VERSION - 1 });
    // Version 1 kept each record as an object, and hashes of these; until version 3 changes had no keys.
    const object = `n.record = '{"id":"' + n.id + '"}'`;
    for (const text of [
      "MATCH (n:Entity) SET n.hash = '0'",
      `MATCH (n:Statement|Event) SET n.hash = '0', ${object} REMOVE n.addedKey, n.claim`,
      'DROP INDEX statement_added',
      `MATCH ()-[n:DEPENDS_ON]->() SET n.hash = '0', ${object}`,
    ]) {
      await database.execute({ text, parameters: {} });
    }
    const { code, err } = await refused();
    expect([code, err]).toEqual([
      1,
      `Expected a graph of schema version ${SCHEMA_VERSION} but got: ${SCHEMA_VERSION - 1}. Upgrade it with aigraph rederive, while no older version of this program uses it.\n`,
    ]);
    const args = command === 'import' ? ['import', '--file', await smallFile()] : [command];
    expect(await aigraph(login, args)).toMatchObject({ code: 0, err: '' });
    const { ask } = await serve(login, { READS: 'database' });
    const since = 'changes(since: "2026-10-01T00:00:00Z") { totalCount edges { cursor } }';
    expect(await ask(`{ ${since} }`)).toMatchObject({ data: { changes: { totalCount: 0, edges: [] } } });
    expect(await ask('{ company(id: "company:openai") { name } }')).toMatchObject({
      data: { company: { name: 'OpenAI' } },
      extensions: { revision: 2 },
    });
    expect(await findDrift(database)).toMatchObject({ changedCount: 0, isDigestOther: false, areLinksOther: false });
  });
});

describe('a graph that other rules derived', () => {
  it('is read, not written, until it is derived again', async () => {
    await importSmall(login);
    await leave({ rulesVersion: 'of yore' });
    const { ask } = await serve(login, { PROJECTION_REFRESH_MS: '50' });
    expect((await ask('{ dependencies(of: "company:openai") { edges { node { id } } } }')).code).toBeNull();
    for (const more of ['', ', dryRun: true']) {
      expect(await ask(recording('company:openai', 'note', 'new', more), WRITER)).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(
          /^The graph was derived by version of yore of the rules, .* Run aigraph rederive/,
        ),
      });
    }
    expect(await aigraph(login, ['rederive'])).toMatchObject({ code: 0 });
    expect(await ask(recording('company:openai', 'note', 'new'), WRITER)).toMatchObject({ code: null });
  });
});
