#!/usr/bin/env node
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommanderError } from 'commander';
import { createProgram } from './cli/createProgram.js';
import { createGraph } from './cli/Graph.js';
import { reportProgress } from './cli/reportProgress.js';
import { ConfigError, ENVIRONMENT, readGraphConfig } from './config.js';
import { materialiseAt } from './derive/materialiseAt.js';
import { ANONYMOUS, THIS_PROCESS } from './model/caller.js';
import { buildSchema } from './resolvers/index.js';
import { createExecutor } from './server/createExecutor.js';
import { ANYONE, TOKEN_HOLDER, tokenAccess } from './server/WriteAccess.js';
import { Database } from './store/neo4j/Database.js';
import { exportGraph } from './wiring/exportGraph.js';
import { imagine } from './wiring/imagine.js';
import { importGraph, rederiveGraph } from './wiring/importGraph.js';
import { makeSnapshot } from './wiring/makeSnapshot.js';
import type { OpenedGraph } from './wiring/OpenedGraph.js';
import { openGraph } from './wiring/openGraph.js';
import { openLargeWrites } from './wiring/openLargeWrites.js';

const FAILED = 1;
const MISUSED = 2;

// `aigraph … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : FAILED));

const opened: OpenedGraph[] = [];

const program = createProgram({
  openGraph: async (data) => {
    const config = readGraphConfig(ENVIRONMENT);
    const progress = reportProgress(process.stderr);
    const graph = await openGraph(config, data, { step: progress.step, report: () => {} }).finally(progress.done);
    opened.push(graph);
    // What is only read says so to everyone, rather than ask for a token first.
    const access = config.neo4j === null ? ANYONE : tokenAccess(config.writeToken);
    const execute = createExecutor({ ...graph, access, materialiseAt, imagine, now: () => new Date() });
    return createGraph(buildSchema(), execute, config.writeToken === null ? ANONYMOUS : TOKEN_HOLDER);
  },
  importGraph: (from) => withDatabase((database, step) => importGraph(database, from, step)),
  rederiveGraph: () => withDatabase(rederiveGraph),
  withLargeWrites: (work) =>
    withDatabase(async (database, step) => {
      const execute = createExecutor({
        ...(await openLargeWrites(database, step)),
        access: ANYONE,
        materialiseAt,
        imagine,
        now: () => new Date(),
      });
      return work(createGraph(buildSchema(), execute, THIS_PROCESS));
    }),
  exportGraph: async (data, what) => {
    const progress = reportProgress(process.stderr);
    const pieces = await exportGraph(readGraphConfig(ENVIRONMENT), data, what, progress.step).finally(progress.done);
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  },
  makeSnapshot: async (from, out) => {
    const progress = reportProgress(process.stderr);
    await makeSnapshot(from, out, progress.step).finally(progress.done);
  },
  environment: ENVIRONMENT,
  print: (text) => process.stdout.write(`${text}\n`),
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCodeOf(error);
} finally {
  for (const { source } of opened) await source.close();
}

/** Works on the database of the settings, with progress, and closes it. */
async function withDatabase<T>(work: (database: Database, step: (what: string) => void) => Promise<T>): Promise<T> {
  const { neo4j } = readGraphConfig(ENVIRONMENT);
  if (neo4j === null)
    throw new ConfigError(['Set NEO4J_URI and NEO4J_PASSWORD: this command works on a graph in Neo4j.']);
  const progress = reportProgress(process.stderr);
  const database = new Database(neo4j);
  try {
    return await work(database, progress.step);
  } finally {
    progress.done();
    await database.close();
  }
}

/** 2 for a command that was misused, which commander has explained; 1 for whatever failed. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return FAILED;
}
