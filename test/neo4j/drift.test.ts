import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { DriftWatch } from '../../src/store/neo4j/DriftWatch.js';
import { describeDrift } from '../../src/store/neo4j/describeDrift.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { rederiveGraph } from '../../src/wiring/importGraph.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { aigraph, importSmall, recording, type Server, serve, start, until, WRITER } from './programs.js';
import { digestOf } from './wholeGraph.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
let server: Server;

const FOUND_WITHIN_MS = 15_000;
const FACTS = `{ deal(id: "deal:openai-aws") { name facts(property: "announced") { value } }
  dependencies(of: "company:openai") { edges { node { id } } } }`;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login);
  server = await serve(login, { DIGEST_CHECK_MS: '200', PROJECTION_REFRESH_MS: '100' });
});

beforeEach(() => untilClean());
afterAll(() => database.close());

const own = (text: string) => database.execute({ text, parameters: {} });
/** All but what tells of each time that the graph is mended. */
const rows = () => digestOf(database, 'NOT n:Revision AND NOT n:Graph AND NOT n:Audit');
const problems = async () => (await server.health()).body.problems ?? [];
const untilClean = () => until(problems, (found) => found.length === 0, FOUND_WITHIN_MS);

/** Waits until the server tells of it, then derives the graph again. */
async function mended(told: RegExp): Promise<void> {
  await until(problems, (found) => found.some((problem) => told.test(problem)), FOUND_WITHIN_MS);
  expect((await server.health()).status).toBe(200);
  expect(await aigraph(login, ['rederive'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Derived again: /) });
  await untilClean();
  expect((await aigraph(login, ['rederive'])).out).toMatch(/^Nothing to change: /);
}

/** The same without a server that looks and a program that mends. */
async function mendedHere(told: RegExp): Promise<void> {
  expect(await drift()).toMatch(told);
  await rederiveGraph(database, () => {});
  expect(await drift()).toBeNull();
  expect(await rederiveGraph(database, () => {})).toMatchObject({ changed: false, restored: 0 });
}

async function drift(): Promise<string | null> {
  const found = await findDrift(database);
  return found && describeDrift(found);
}

describe('somebody’s own Cypher', () => {
  it('that changes a fact is found, and its fact taken over', async () => {
    await own("MATCH (s:Statement {property: 'announced'}) SET s.value = '2025-11-02'");
    await mended(
      /^The graph was changed behind the API: 1 row is not as written \(statement:[0-9a-f]+\)\. Run aigraph rederive\.$/,
    );
    expect(await server.ask(FACTS)).toMatchObject({ data: { deal: { facts: [{ value: '2025-11-02' }] } } });
  });

  it('that renames an entity is found, and its name taken over', async () => {
    await own("MATCH (e:Entity {id: 'deal:openai-aws'}) SET e.name = 'The deal'");
    await mended(/1 row is not as written \(deal:openai-aws\)/);
    expect(await server.ask(FACTS)).toMatchObject({ data: { deal: { name: 'The deal' } } });
  });

  it('that deletes a statement is found, and what followed from it goes', async () => {
    await server.ask(recording('company:openai', 'note', 'to be deleted'), WRITER);
    await own("MATCH (s:Statement {value: 'to be deleted'}) DETACH DELETE s");
    await mended(/: rows were added or removed\. /);
    const { data } = await server.ask('{ company(id: "company:openai") { facts(property: "note") { value } } }');
    expect(data).toEqual({ company: { facts: [] } });
  });

  it('that deletes a dependency or an event is found, and they are made anew', async () => {
    const before = (await server.ask(FACTS)).data;
    await own('MATCH ()-[r:DEPENDS_ON]->() DELETE r');
    await own('MATCH (e:Event) DETACH DELETE e');
    await mended(/rows were added or removed/);
    expect((await server.ask(FACTS)).data).toEqual(before);
    const { data } = await server.ask('{ timeline(of: "deal:openai-aws") { edges { node { kind } } } }');
    expect(JSON.stringify(data)).toContain('DEAL_ANNOUNCED');
  });

  it.each(['SUBJECT', 'OBJECT', 'CITES', 'HAS_FACET', 'INVOLVES'])(
    'that deletes, moves or doubles a relationship %s is found, and it is made anew',
    async (type) => {
      const whole = await rows();
      const some = `MATCH (a)-[r:${type}]->(b) WITH a, r, b ORDER BY a.id, b.id LIMIT 1`;
      // Moved to the same sort of end, the number of relationships stays the same.
      const moved = type === 'HAS_FACET' ? 'MATCH (c:Facet) WHERE c <> b' : 'MATCH (c:Entity) WHERE c <> b';
      for (const change of [
        `${some} DELETE r`,
        `${some} ${moved} WITH a, r, c LIMIT 1 CREATE (a)-[n:${type}]->(c) SET n = properties(r) DELETE r`,
        `${some} CREATE (a)-[n:${type}]->(b) SET n = properties(r)`,
      ]) {
        await own(change);
        await mendedHere(/: 1 row is not linked as written \(\S+:\S+\)\. Run aigraph rederive\.$/);
        expect(await rows()).toBe(whole);
      }
    },
  );

  it('that moves a dependency to another entity, or doubles it, is found, and it is made anew', async () => {
    const before = (await server.ask(FACTS)).data;
    const some = 'MATCH (a)-[r:DEPENDS_ON]->(b) WITH a, r, b ORDER BY r.id LIMIT 1';
    await own(
      `${some} MATCH (c:Entity) WHERE c <> b WITH a, r, c LIMIT 1 CREATE (a)-[n:DEPENDS_ON]->(c) SET n = properties(r) DELETE r`,
    );
    await mendedHere(/: 1 row is not linked as written/);
    await own(`${some} CREATE (a)-[n:DEPENDS_ON]->(b) SET n = properties(r)`);
    await mendedHere(/: rows were added or removed/);
    await own(`${some} CREATE (a)-[:DEPENDS_ON]->(b)`);
    await mendedHere(/: 1 row is not as written \(undefined\)/);
    expect((await server.ask(FACTS)).data).toEqual(before);
  });

  it('that links nodes of others with our relationships is found, and these are removed', async () => {
    await own('CREATE (:Mine)-[:CITES]->(:Mine)');
    await mendedHere(/: relationships were added that belong to no row\. /);
    const [row] = await own('MATCH (n:Mine) RETURN count(n) AS nodes, COUNT { (:Mine)-->() } AS links');
    expect(row?.toObject()).toEqual({ nodes: 2, links: 0 });
    await own('MATCH (n:Mine) DELETE n');
  });

  it.each([
    ['Entity', "MATCH (n:Entity {id: 'company:amazon'}) REMOVE n:Entity"],
    ['Company', "MATCH (n:Entity {id: 'company:amazon'}) REMOVE n:Company"],
    ['Entity and Company', "MATCH (n:Entity {id: 'company:amazon'}) REMOVE n:Entity:Company"],
    ['Statement', "MATCH (n:Statement {property: 'announced'}) REMOVE n:Statement"],
    ['Event', 'MATCH (n:Event) WITH n LIMIT 1 REMOVE n:Event'],
  ])('that takes the label %s away is found, and it is given back', async (_label, change) => {
    const whole = await rows();
    await own(change);
    await mendedHere(/1 row is not labelled as written \(\S+:\S+\)/);
    expect(await rows()).toBe(whole);
    const { data } = await server.ask('{ companies { edges { node { id } } } }');
    expect(JSON.stringify(data)).toContain('company:amazon');
  });

  it('that adds a label of ours is found, and it is taken away; one of theirs is left alone', async () => {
    const whole = await rows();
    await own("MATCH (n:Entity {id: 'company:amazon'}) SET n:Cloud");
    await mendedHere(/: 1 row is not labelled as written \(company:amazon\)\. /);
    expect(await rows()).toBe(whole);
    await own("MATCH (n:Entity {id: 'company:amazon'}) SET n:Favourite");
    expect(await findDrift(database)).toMatchObject({ mislabelledCount: 0 });
    await own('MATCH (n:Favourite) REMOVE n:Favourite');
  });

  it('that takes a label away is mended also where an import has made the row anew', async () => {
    await own('MATCH (n:Event) WITH n LIMIT 1 REMOVE n:Event');
    await importSmall(login);
    await mendedHere(/1 row is not labelled as written \(event:/);
    const [row] = await own('MATCH (n) WHERE n.record IS NOT NULL RETURN count(n) - count(DISTINCT n.id) AS doubled');
    expect(row?.get('doubled')).toBe(0);
  });

  it('that deletes a facet is found, and it is made anew', async () => {
    const whole = await rows();
    await own('MATCH (f:Facet) WITH f ORDER BY f.id LIMIT 1 DETACH DELETE f');
    await mendedHere(/not linked as written/);
    expect(await rows()).toBe(whole);
  });

  it('that changes, adds or removes a redirect is found, and taken over', async () => {
    const redirected = '{ company(id: "company:old") { id } }';
    for (const [change, leadsTo] of [
      ["CREATE (:Redirect {id: 'company:old', into: 'company:amazon', rev: 1})", 'company:amazon'],
      ["MATCH (r:Redirect {id: 'company:old'}) SET r.into = 'company:openai'", 'company:openai'],
      ["MATCH (r:Redirect {id: 'company:old'}) DELETE r", null],
    ] as const) {
      await own(change);
      await mended(/: redirects were added, changed or removed\. /);
      expect((await server.ask(redirected)).data).toEqual({ company: leadsTo === null ? null : { id: leadsTo } });
    }
  });

  it('that changes the description of the dataset is found, and taken over', async () => {
    await own('MATCH (g:Graph) SET g.meta = replace(g.meta, \'"Test facts"\', \'"My facts"\')');
    await mended(/: the description of the dataset was changed\. /);
    expect((await server.ask('{ dataset { title } }')).data).toEqual({ dataset: { title: 'My facts' } });
  });

  it('that makes the description of the dataset no JSON is named, with what helps', async () => {
    await own("MATCH (g:Graph) SET g.meta = 'nonsense'");
    const said = 'Expected JSON in the meta of the Graph node, but somebody changed it. Run aigraph import.';
    await until(problems, (found) => found.includes(said), FOUND_WITHIN_MS);
    expect(await server.ask(FACTS)).toMatchObject({ code: null });
    await own("MATCH (r:Revision) WHERE r.summary <> '' SET r.summary = ''");
    await importSmall(login);
    await untilClean();
  });

  it('that adds a company is found, and it is an entity from then on', async () => {
    await own(`CREATE (:Entity:Company {id: 'company:mine', kind: 'company', name: 'Mine', names: ['Mine'],
      confidence: 'confirmed', sources: ['source:press']})`);
    await mended(/1 row is not as written \(company:mine\)/);
    expect(await server.ask('{ company(id: "company:mine") { name } }')).toMatchObject({
      data: { company: { name: 'Mine' } },
    });
  });

  it.each([
    ['Statement', 'statements', "{property: 'announced'}", 'nonsense'],
    ['Entity', 'entities', "{id: 'company:amazon'}", '{}'],
  ])('that makes the record of a row of %s unreadable is named, and mended', async (label, sort, row, broken) => {
    await own(`MATCH (n:${label} ${row}) SET n.record = '${broken}'`);
    const program = start(login, 'main.js', [], { PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toBe(
      `A row of the ${sort} can't be read, because somebody changed its record to "${broken}". Run aigraph rederive.\n`,
    );
    await mended(/1 row is not as written \(\S+:\S+\)/);
  });

  it('that adds what is no entity is named also where only names are read, and nothing is derived until it is gone', async () => {
    await own('CREATE (:Entity {mine: true})');
    const program = start(login, 'main.js', [], { PORT: '0', READS: 'database' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toBe(
      'A row of the entities can\'t be read, because somebody changed it to {"id":null,"name":null}. Run aigraph rederive.\n',
    );
    expect(await aigraph(login, ['rederive'])).toMatchObject({ code: 1, err: expect.stringContaining('id') });
    await own('MATCH (n:Entity {mine: true}) DELETE n');
  });

  it('that makes a record unreadable while it is followed is told in health as such', async () => {
    const [was] = await own("MATCH (s:Statement {property: 'announced'}) RETURN s.record AS record, s.rev AS rev");
    await own(`MATCH (g:Graph) SET g.revision = g.revision + 1 WITH g
      MATCH (s:Statement {property: 'announced'}) SET s.record = 'nonsense', s.rev = g.revision`);
    const said =
      'A row of the statements can\'t be read, because somebody changed its record to "nonsense". Run aigraph rederive.';
    await until(problems, (found) => found.includes(said), FOUND_WITHIN_MS);
    await own('MATCH (g:Graph) SET g.revision = g.revision - 1');
    await own(
      `MATCH (s:Statement {property: 'announced'}) SET s.record = ${JSON.stringify(was?.get('record'))}, s.rev = ${was?.get('rev')}`,
    );
  });

  it('that counts the graph back is found, and it is counted as the log says', async () => {
    const [row] = await own('MATCH (g:Graph) RETURN g.revision AS revision');
    await own('MATCH (g:Graph) SET g.revision = g.revision - 1');
    await until(problems, (found) => /log .*: .*there are 1 beyond revision/.test(found.join()), FOUND_WITHIN_MS);
    await aigraph(login, ['rederive']);
    await untilClean();
    const [after] = await own('MATCH (g:Graph) RETURN g.revision AS revision');
    expect(after?.get('revision')).toBeGreaterThanOrEqual(Number(row?.get('revision')));
  });

  it('is not looked for while an import is not finished, which is no failure to log', async () => {
    const reported: unknown[] = [];
    const watch = new DriftWatch(database, { intervalMs: 0, report: (error) => reported.push(error) });
    await own("MATCH (g:Graph) SET g.halfWrittenBy = 'import'");
    await watch.look();
    await own('MATCH (g:Graph) REMOVE g.halfWrittenBy');
    expect(reported).toEqual([]);
    expect(watch.problems()).toEqual([]);
  });

  it('that breaks the rules is named, and nothing is written', async () => {
    const [was] = await own("MATCH (s:Statement {property: 'announced'}) RETURN s.value AS value");
    await own("MATCH (s:Statement {property: 'announced'}) SET s.value = 'next week', s.unit = 'MW'");
    const before = await own('MATCH (n) RETURN sum(coalesce(n.rev, 0)) AS revs, count(n) AS n');
    const { code, err } = await aigraph(login, ['rederive']);
    expect(code).toBe(1);
    expect(err).toMatch(/the graph, statement:[0-9a-f]+.*"next week"/s);
    const after = await own('MATCH (n) RETURN sum(coalesce(n.rev, 0)) AS revs, count(n) AS n');
    expect(after.map((row) => row.toObject())).toEqual(before.map((row) => row.toObject()));
    await until(problems, (found) => found.length === 1, FOUND_WITHIN_MS);
    await own(`MATCH (s:Statement {property: 'announced'}) SET s.value = '${was?.get('value')}' REMOVE s.unit`);
  });

  it('that removes or changes a revision is named, with what is left to do', async () => {
    await own('MATCH (r:Revision {number: 2}) SET r.at = "1999-01-01T00:00:00.000Z"');
    const help = 'No command mends that: restore the database from a backup.';
    const told = (what: string) => `The log of revisions was changed behind the API: ${what}. ${help}`;
    await until(problems, (found) => found[0] === told('revision 2 is not as written'), FOUND_WITHIN_MS);
    await own('MATCH (r:Revision {number: 2}) DELETE r');
    await until(problems, (found) => found[0] === told('revision 2 is missing'), FOUND_WITHIN_MS);
    expect((await server.health()).status).toBe(200);
    expect(await server.ask(FACTS)).toMatchObject({ code: null });
    await aigraph(login, ['rederive']);
    expect(await problems()).toEqual([told('revision 2 is missing')]);
  });
});
