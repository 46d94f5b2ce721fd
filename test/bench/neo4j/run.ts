import { isDeepStrictEqual, parseArgs } from 'node:util';
import { deriveDataset } from '../../../src/derive/deriveDataset.js';
import type { Dataset } from '../../../src/model/dataset.js';
import { startNeo4j } from '../../support/neo4j/startNeo4j.js';
import { Contestant } from './Contestant.js';
import { canonical } from './canonical.js';
import { fill, indexForPeer } from './fill.js';
import { FULL_SIZE, generateBenchFacts } from './generate.js';
import { load, medianRun, type Run } from './load.js';
import { type Neo4jLogin, neo4jLogin } from './login.js';
import { PAGE, pickStarts } from './pickStarts.js';
import { FAR, makeQuestions, NEAR, type Question, RARE } from './questions.js';
import { type Cell, compare, DATABASE, PEER, PROJECTION, RAW, table } from './report.js';

/**
 * `npm run bench:neo4j`: one Neo4j, one generated graph, the same questions to each contestant. Uses the Neo4j of NEO4J_URI
 * where that is set (it must be empty or hold this graph), else starts one. `--quick` takes a tenth of the graph and of the
 * time; `--rounds`, `--seconds`, `--clients 1,8` and `--only "two levels"` narrow it.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    clients: { type: 'string', default: '1,8,64' },
    only: { type: 'string', default: '' },
  },
});
const ROUNDS = Number(options.rounds ?? (options.quick ? 1 : 3));
const SECONDS = Number(options.seconds ?? (options.quick ? 2 : 6));
const CLIENTS = options.clients.split(',').map(Number);
const SIZE = options.quick ? { entities: 10_000, relations: 50_000, seed: 1 } : FULL_SIZE;
// A heap in which the rows of a transaction die young, and the collector that costs two cores least.
const SERVER = { heapMb: 4096, pageCacheMb: 2048, gc: 'parallel' } as const;

const own = process.env.NEO4J_URI === undefined ? await startNeo4j(SERVER) : null;
const contestants: Contestant[] = [];
try {
  await bench(own ?? neo4jLogin());
} finally {
  await Promise.all(contestants.map((contestant) => contestant.stop()));
  await own?.remove();
}

async function bench(login: Neo4jLogin): Promise<void> {
  const facts = await timed('Generating', async () => generateBenchFacts(SIZE));
  const dataset = await timed('Deriving', async () => deriveDataset(facts));
  say(
    `${dataset.entities.length} entities, ${dataset.edges.length} relations, ${dataset.statements.length} statements.`,
  );
  const changed = await timed('Importing, with indexes', () => fill(login, dataset, note));
  if (!changed) say('The graph was there already: the time of the import says nothing.');
  await indexForPeer(login);
  await startAll(login);
  const questions = await questionsFor(dataset);
  for (const question of questions) await compareAnswers(question);
  const cells: Cell[] = [];
  for (const question of questions.filter(({ name }) => name.includes(options.only))) {
    for (const clients of CLIENTS)
      cells.push({ question: question.name, clients, runs: await runAll(question, clients) });
  }
  say(`\n${table(cells)}\n`);
  const clients = CLIENTS.includes(8) ? 8 : (CLIENTS[0] ?? 1);
  say(`"${FAR}", ${clients} clients: ${compare(cells, clients, FAR, NEAR)}.`);
  say(`"${RARE}", ${clients} clients: ${compare(cells, clients, RARE, NEAR)}.`);
}

async function startAll({ uri, user, password }: Neo4jLogin): Promise<void> {
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const ours = { ...env, PROJECTION_MEMORY_MB: '8000', DIGEST_CHECK_MS: '0' };
  for (const start of [
    () => Contestant.start(PEER, 'peer', 'peer.js', env),
    () => Contestant.start(DATABASE, 'ours', 'main.js', { ...ours, READS: 'database' }),
    () => Contestant.start(PROJECTION, 'ours', 'main.js', { ...ours, READS: 'projection' }),
    () => Contestant.start(RAW, 'raw', 'raw.js', env),
  ]) {
    const contestant = await start();
    contestants.push(contestant);
    const { rssMb } = await contestant.usage();
    say(`${contestant.name} answers after ${(contestant.startedInMs / 1000).toFixed(1)} s and takes ${rssMb} MB.`);
  }
}

async function questionsFor(dataset: Dataset): Promise<readonly Question[]> {
  const starts = pickStarts(dataset);
  say(
    `Starts: ${starts.withNeighbours.length} companies with neighbours, ${starts.hubs.length} hubs (the largest of all has ` +
      `${starts.largestHub} dependents), page ${starts.farPage}.`,
  );
  return makeQuestions(starts, await cursorAt(starts.before));
}

/** The cursor of ours after so many companies, from the projection: the cursors of both ways to read are the same. */
async function cursorAt(rows: number): Promise<string> {
  const projection = contestants.find(({ name }) => name === PROJECTION);
  let after: string | null = null;
  for (let read = 0; read < rows; ) {
    const first: number = Math.min(5 * PAGE, rows - read);
    const query =
      'query ($first: Int, $after: String) { companies(first: $first, after: $after) { pageInfo { endCursor } } }';
    const answer: unknown = await projection?.ask({ query, variables: { first, after } });
    after = /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? null;
    read += first;
  }
  return after ?? '';
}

/** Throws where two contestants answer a question differently. */
async function compareAnswers(question: Question): Promise<void> {
  for (const i of question.ours.keys()) {
    let expected: unknown;
    for (const contestant of contestants) {
      const body = question[contestant.dialect]?.[i];
      if (body === undefined) continue;
      const answer = canonical(await contestant.ask(body));
      expected ??= answer;
      if (isDeepStrictEqual(answer, expected)) continue;
      const [a, b] = [expected, answer].map((one) => JSON.stringify(one).slice(0, 2_000));
      throw new Error(
        `${question.name}, ${JSON.stringify(body)}: ${contestants[0]?.name} gives\n${a}\n${contestant.name}\n${b}`,
      );
    }
  }
  say(`${question.name}: ${question.ours.length} answers are the same.`);
}

/** In turns, so that a busy machine slows all alike. */
async function runAll(question: Question, clients: number): Promise<ReadonlyMap<string, Run>> {
  const asked = contestants.filter(({ dialect }) => question[dialect] !== null);
  const runs = new Map(asked.map(({ name }) => [name, [] as Run[]]));
  for (const contestant of asked) await load(contestant, question, clients, Math.ceil(SECONDS / 3));
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of asked) runs.get(contestant.name)?.push(await load(contestant, question, clients, SECONDS));
  }
  const medians = new Map([...runs].map(([name, all]) => [name, medianRun(all)]));
  for (const [name, run] of medians)
    say(`${question.name}, ${clients} clients, ${name}: ${Math.round(run.perSecond)}/s`);
  return medians;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return result;
}

/** Progress goes to stderr, with the seconds since the start. */
function note(line: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0)} s: ${line}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
