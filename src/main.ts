import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { pino } from 'pino';
import { Traversals } from './analysis/Traversals.js';
import { reportProgress } from './cli/reportProgress.js';
import { type Config, ConfigError, ENVIRONMENT, readConfig } from './config.js';
import { materialiseAt } from './derive/materialiseAt.js';
import { GraphError } from './model/errors.js';
import type { TraversalsOf } from './resolvers/context.js';
import { SeedProblems } from './seeding/SeedProblems.js';
import { closeDeadlineMs } from './server/closeDeadlineMs.js';
import { TrustedDocumentsError } from './server/persisted/readTrustedDocuments.js';
import type { RunningServer } from './server/serve.js';
import { startServer } from './server/startServer.js';
import type { GraphSource } from './store/GraphSource.js';
import { imagine } from './wiring/imagine.js';
import { openAccess } from './wiring/openAccess.js';
import { openGraph } from './wiring/openGraph.js';
import { openThreads } from './workers/openThreads.js';
import { runInPool } from './workers/runInPool.js';

const STDERR = 2;
const PARENT_CHECK_MS = 200;

/** Taken before anything can end it. */
const PARENT = process.ppid;

// The millions of objects that a start makes live long. V8 would conclude that whatever the same code makes later does too, put
// the answers among them, and keep each until the whole heap is collected.
setFlagsFromString('--no-allocation-site-pretenuring');

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** Opens the graph, serves it, and closes when told to end. */
async function main(): Promise<void> {
  const { config, data } = settings();
  // Logs go to stderr: stdout is for whoever started the server.
  const logger = pino({ level: config.logLevel }, pino.destination(STDERR));
  const progress = reportProgress(process.stderr);
  const reporter = {
    step: progress.step,
    report: (error: unknown) => logger.error({ err: error }, 'the graph could not be followed'),
  };
  const { access, notes: whoMay } = await openAccess(config, (error) =>
    logger.error({ err: error }, 'the keys could not be read'),
  );
  const { notes, ...graph } = await openGraph(config, data, reporter).finally(progress.done);

  const { host, port, requestTimeoutMs, limits, metrics, slowQueryMs } = config;
  const pool = openThreads((error) => logger.error({ err: error }, 'a thread ended'));
  const traversalsOf: TraversalsOf = (request) => new Traversals(runInPool({ pool }, request));
  const start = () =>
    startServer({
      ...graph,
      access,
      web: config.access,
      host,
      port,
      requestTimeoutMs,
      observe: { metrics, slowQueryMs },
      limits,
      logger,
      materialiseAt,
      imagine,
      now: () => new Date(),
      traversalsOf,
    });
  const [summary, server] = await closingOnFailure(graph.source, async () => [
    await describe(graph.source),
    await listen(config, start),
  ]);
  // Before it says that it serves, so that whoever reads that can end it.
  closeWhenTold(async () => {
    await server.close();
    await pool.close();
    await graph.source.close();
  }, closeDeadlineMs(requestTimeoutMs));
  process.stdout.write(
    [
      summary,
      ...notes,
      ...whoMay,
      `GraphQL API: ${server.url}/graphql`,
      `Open that in a browser to ask with GraphiQL. Health: ${server.url}/health/ready. Stop with Ctrl-C.`,
      '',
    ].join('\n'),
  );
}

/** An open database would keep a process alive that serves nothing. */
async function closingOnFailure<T>(source: GraphSource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** What is served, in a line. */
async function describe(source: GraphSource): Promise<string> {
  const { store } = await source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 0 });
  const [meta, counts, topology] = await Promise.all([store.meta(), store.counts(), store.topology()]);
  const entities = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return `${meta.title}, release ${meta.release}: ${entities} entities, ${topology.edgeCount} dependencies, facts through ${meta.dataThrough}.`;
}

/**
 * Closes once on SIGTERM or SIGINT, within the deadline; a second signal ends at once. Under npm also when npm's shell is gone: it dies of a
 * SIGTERM without passing it on.
 */
function closeWhenTold(close: () => Promise<void>, deadlineMs: number): void {
  let told = false;
  const end = () => {
    if (told) return;
    told = true;
    setTimeout(() => process.exit(1), deadlineMs).unref();
    close().catch((error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (ENVIRONMENT.npm_lifecycle_event === undefined) return;
  setInterval(() => process.ppid !== PARENT && end(), PARENT_CHECK_MS).unref();
}

/** The settings of environment and command line together. Throws ConfigError with all problems of both. */
function settings(): { readonly config: Config; readonly data: readonly string[] } {
  const problems: string[] = [];
  const config = collect(() => readConfig(ENVIRONMENT), problems);
  const own = collect(() => dataArguments(process.argv.slice(2)), problems);
  if (!config || !own) throw new ConfigError(problems);
  return { config, data: [...config.data, ...own] };
}

function collect<T>(read: () => T, problems: string[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    problems.push(error.message);
    return undefined;
  }
}

function dataArguments(args: string[]): readonly string[] {
  try {
    return parseArgs({ args, options: { data: { type: 'string', multiple: true } } }).values.data ?? [];
  } catch (error) {
    if (error instanceof TypeError) throw new ConfigError([`${error.message}\nUsage: npm start -- [--data DIR]`]);
    throw error;
  }
}

async function listen({ host, port }: Config, start: () => Promise<RunningServer>): Promise<RunningServer> {
  try {
    return await start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (error instanceof TrustedDocumentsError) throw new ConfigError([error.message]);
    if (code === 'EADDRINUSE')
      throw new ConfigError([`Port ${port} of ${host} is in use. Choose another: PORT=4001 npm start.`]);
    if (code === 'EACCES')
      throw new ConfigError([`Port ${port} may not be used here. Choose one from 1024 on: PORT=4000 npm start.`]);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') {
      throw new ConfigError([`HOST "${host}" is no address of this machine. For this machine alone: HOST=127.0.0.1.`]);
    }
    throw error;
  }
}

/** What a person can act on needs no stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof SeedProblems || error instanceof GraphError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
