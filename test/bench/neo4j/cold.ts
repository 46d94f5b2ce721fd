import { cpSync } from 'node:fs';
import { pino } from 'pino';
import { materialiseAt } from '../../../src/derive/materialiseAt.js';
import { RULES_VERSION } from '../../../src/derive/rules.js';
import { startServer } from '../../../src/server/startServer.js';
import { ANYONE } from '../../../src/server/WriteAccess.js';
import { MemoryStore } from '../../../src/store/memory/MemoryStore.js';
import { Database } from '../../../src/store/neo4j/Database.js';
import { openNeo4j } from '../../../src/store/neo4j/openNeo4j.js';
import { ReadOnlyEditor } from '../../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../../src/wiring/imagine.js';
import { neo4jLogin } from './login.js';

/** Our server with `READS=database`, but every record is read from Neo4j for every request: nothing is kept of it. */
const logger = pino({ level: 'warn' }, pino.destination(2));
const report = (error: unknown) => logger.error({ err: error }, 'the graph could not be followed');
const now = () => new Date();
// Read from beside the program, which the bench has compiled to a folder of its own.
cpSync('schema', 'dist/bench/schema', { recursive: true });
cpSync('package.json', 'dist/bench/package.json');
const { source } = await openNeo4j(new Database({ ...neo4jLogin(), database: 'neo4j' }), {
  reads: 'database',
  keptRecords: 0,
  refreshMs: 1_000,
  projectionMemoryMb: 0,
  rulesVersion: RULES_VERSION,
  now,
  report,
  project: async (dataset) => new MemoryStore(dataset),
  problems: () => [],
});
const server = await startServer({
  source,
  editor: new ReadOnlyEditor(),
  access: ANYONE,
  materialiseAt,
  imagine,
  now,
  host: '127.0.0.1',
  port: 0,
  requestTimeoutMs: 30_000,
  limits: { responseCacheMb: 0 },
  logger,
});
process.stdout.write(`GraphQL API: ${server.url}/graphql\n`);
