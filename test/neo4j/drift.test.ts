import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { aigraph, importSmall, recording, type Server, serve, until, WRITER } from './programs.js';

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

  it('that deletes relationships between rows is found, and they are made anew', async () => {
    await own('MATCH ()-[r:SUBJECT]->() DELETE r');
    await mended(/relationships were added or removed/);
    const [row] = await database.read({
      text: 'MATCH (s:Statement) WHERE NOT (s)-[:SUBJECT]->() RETURN count(s) AS n',
      parameters: {},
    });
    expect(row?.get('n')).toBe(0);
  });

  it('that adds a company is found, and it is an entity from then on', async () => {
    await own(`CREATE (:Entity:Company {id: 'company:mine', kind: 'company', name: 'Mine', names: ['Mine'],
      confidence: 'confirmed', sources: ['source:press']})`);
    await mended(/1 row is not as written \(company:mine\)/);
    expect(await server.ask('{ company(id: "company:mine") { name } }')).toMatchObject({
      data: { company: { name: 'Mine' } },
    });
  });

  it('that breaks the rules is named, and nothing is written', async () => {
    await own("MATCH (s:Statement {property: 'announced'}) SET s.value = 'next week', s.unit = 'MW'");
    const before = await own('MATCH (n) RETURN sum(coalesce(n.rev, 0)) AS revs, count(n) AS n');
    const { code, err } = await aigraph(login, ['rederive']);
    expect(code).toBe(1);
    expect(err).toMatch(/the graph, statement:[0-9a-f]+.*"next week"/s);
    const after = await own('MATCH (n) RETURN sum(coalesce(n.rev, 0)) AS revs, count(n) AS n');
    expect(after.map((row) => row.toObject())).toEqual(before.map((row) => row.toObject()));
    await until(problems, (found) => found.length === 1, FOUND_WITHIN_MS);
    await own("MATCH (s:Statement {property: 'announced'}) SET s.value = '2025-11-02' REMOVE s.unit");
  });
});
