import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markHalfWritten } from '../../src/store/neo4j/cypher/revisions.js';
import { Database } from '../../src/store/neo4j/Database.js';
import { findDrift } from '../../src/store/neo4j/findDrift.js';
import { ImportClaim } from '../../src/store/neo4j/ImportClaim.js';
import { neo4jForTests } from '../support/neo4j/inject.js';
import { wipe } from './database.js';
import { importSmall, recording, serve, WRITER } from './programs.js';

const login = neo4jForTests();
const database = new Database({ ...login, database: 'neo4j' });
const own = (text: string) => database.execute({ text, parameters: {} });
beforeAll(() => wipe(database));
afterAll(() => database.close());

describe('an import that died before it wrote', () => {
  it('keeps nobody out from writing once it shows no sign of life, and drift is looked for', async () => {
    await importSmall(login);
    const server = await serve(login);
    const asleep = new ImportClaim(database);
    await asleep.take();
    await own('MATCH (g:Graph) SET g.importUntilMs = 0');
    await own("MATCH (e:Entity {id: 'company:amazon'}) SET e.name = 'changed'");
    expect((await findDrift(database))?.changed).toEqual(['company:amazon']);
    expect((await server.ask(recording('company:openai', 'note', 'after it'), WRITER)).code).toBeNull();
    // One that only slept finds that it lost the graph, and writes nothing.
    await expect(asleep.alone((run) => run(markHalfWritten('import', null)))).rejects.toMatchObject({
      kind: 'CONFLICT',
      message: expect.stringContaining('or a write came in between'),
    });
    expect((await server.ask(recording('company:openai', 'note', 'once more'), WRITER)).code).toBeNull();
  });
});
