import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../src/store/neo4j/Database.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { importSmall, recording, type Server, serve, until, WRITER } from './programs.js';

/** A team puts a backup back, or imports anew into an emptied database, while programs serve what was there before. */

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
const FOUND_WITHIN_MS = 15_000;
const TOLD = /^The graph database holds another graph than the one that was read/;

let projection: Server;
let records: Server;

beforeAll(async () => {
  await wipe(database);
  await importSmall(login);
  [projection, records] = await Promise.all([
    serve(login, { PROJECTION_REFRESH_MS: '100' }),
    serve(login, { PROJECTION_REFRESH_MS: '100', READS: 'database' }),
  ]);
  for (const server of [projection, records]) await write(server, `by ${server.url}`);
  await untilBoth(({ body }) => body.revision === 3);
});

afterAll(() => database.close());

const write = (server: Server, text: string) => server.ask(recording('company:openai', 'note', text), WRITER);

async function untilBoth(fits: (health: Awaited<ReturnType<Server['health']>>) => boolean): Promise<void> {
  for (const server of [projection, records]) await until(() => server.health(), fits, FOUND_WITHIN_MS);
}

it('is told in health, and nothing is written to the other graph by what was held of the one before', async () => {
  await wipe(database);
  await importSmall(login);
  await untilBoth(({ body }) => body.problems?.some((problem) => TOLD.test(problem)) === true);
  for (const server of [projection, records]) {
    expect(await write(server, 'into the other')).toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringMatching(TOLD),
    });
  }
  expect(await records.ask('{ company(id: "company:openai") { roles } }')).toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(TOLD),
  });
  expect(await projection.ask('{ company(id: "company:openai") { roles } }')).toMatchObject({ code: null });
  expect((await projection.health()).status).toBe(200);
  expect((await records.health()).status).toBe(503);
});

it('is told also where the other graph has as many revisions, or more', async () => {
  const fresh = await serve(login);
  for (const revision of [2, 3, 4, 5]) {
    expect((await write(fresh, `number ${revision}`)).headers.get('graph-revision')).toBe(String(revision));
    if (revision < 3) continue;
    for (const server of [projection, records]) {
      expect(await write(server, 'into the other')).toMatchObject({ code: 'UNAVAILABLE' });
    }
  }
  await untilBoth(({ body }) => body.problems?.some((problem) => TOLD.test(problem)) === true);
});

it('is told where the other graph is an older one, to which nobody has written', async () => {
  const servers = await Promise.all([
    serve(login, { PROJECTION_REFRESH_MS: '100' }),
    serve(login, { PROJECTION_REFRESH_MS: '100', READS: 'database' }),
  ]);
  const own = (text: string) => database.execute({ text, parameters: {} });
  await own('MATCH (r:Revision {number: 4}) MATCH (g:Graph) SET g.revision = 4, g.at = r.at');
  await own('MATCH (r:Revision) WHERE r.number > 4 DELETE r');
  for (const server of servers) {
    await until(
      () => server.health(),
      ({ body }) => body.problems?.some((problem) => TOLD.test(problem)) === true,
      FOUND_WITHIN_MS,
    );
  }
});
