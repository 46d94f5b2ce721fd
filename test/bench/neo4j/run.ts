import { isDeepStrictEqual, parseArgs } from 'node:util';
import { deriveDataset } from '../../../src/derive/deriveDataset.js';
import type { Dataset } from '../../../src/model/dataset.js';
import { startNeo4j } from '../../support/neo4j/startNeo4j.js';
import { Contestant, SERVER } from './Contestant.js';
import { canonical } from './canonical.js';
import { checks } from './checks.js';
import { fill, indexForPeer } from './fill.js';
import { FULL_SIZE, generateBenchFacts } from './generate.js';
import { load, medianRun, type Run, type Until } from './load.js';
import { type Neo4jLogin, neo4jLogin } from './login.js';
import { pickStarts } from './pickStarts.js';
import { FAR, makeQuestions, NEAR, type Question, RARE } from './questions.js';
import { type Cell, COLD, compare, DATABASE, PEER, PROJECTION, RAW, table } from './report.js';

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
const SOME_CLIENTS = CLIENTS.includes(8) ? 8 : (CLIENTS[0] ?? 1);
const SIZE = options.quick ? { entities: 10_000, relations: 50_000, seed: 1 } : FULL_SIZE;
/** Of each question to each contestant before it is timed: Node takes some ten seconds of answers to compile what they take. */
const WARM_SECONDS = options.quick ? 2 : 12;
/** Answers that each client waits for at least in a run that is timed. */
const LEAST_TURNS = 4;
/** Answers of each question that are compared before anything is timed. */
const COMPARED = 50;
// A heap in which the rows of a transaction die young, and the collector that costs two cores least.
const NEO4J = { heapMb: 4096, pageCacheMb: 2048, gc: 'parallel' } as const;

const own = process.env.NEO4J_URI === undefined ? await startNeo4j(NEO4J) : null;
const contestants: Contestant[] = [];
/** How far each contestant is with the bodies of each question. */
const reached = new Map<string, number>();
try {
  await bench(own ?? neo4jLogin());
} finally {
  await Promise.all(contestants.map((contestant) => contestant.stop()));
  await own?.remove();
}

async function bench(login: Neo4jLogin): Promise<void> {
  const questions = await prepare(login);
  await startAll(login);
  for (const question of questions) await compareAnswers(question);
  // Whoever is measured first would else pay for what Node and the database's JVM compile only once.
  const asked = questions.filter(({ name }) => name.includes(options.only));
  for (const question of asked)
    for (const contestant of askedOf(question))
      await loadNext(contestant, question, SOME_CLIENTS, { duration: WARM_SECONDS });
  const cells: Cell[] = [];
  for (const question of asked) {
    // What is only compared with itself is asked by so many clients as it is compared at.
    for (const clients of question.raw === null ? [SOME_CLIENTS] : CLIENTS)
      cells.push({ question: question.name, clients, runs: await runAll(question, clients) });
  }
  say(`\n${table(cells)}\n`);
  say(`${checks(cells).join('\n')}\n`);
  say(`"${FAR}", ${SOME_CLIENTS} clients: ${compare(cells, SOME_CLIENTS, FAR, NEAR)}.`);
  say(`"${RARE}", ${SOME_CLIENTS} clients: ${compare(cells, SOME_CLIENTS, RARE, NEAR)}.`);
}

/**
 * Fills the database and says what will be asked. Nothing else of the graph is kept: this process is the client too, and
 * while its collector goes through a million rows nobody is asked anything.
 */
async function prepare(login: Neo4jLogin): Promise<readonly Question[]> {
  const facts = await timed('Generating', async () => generateBenchFacts(SIZE));
  const dataset = await timed('Deriving', async () => deriveDataset(facts));
  say(
    `${dataset.entities.length} entities, ${dataset.edges.length} relations, ${dataset.statements.length} statements.`,
  );
  const changed = await timed('Importing, with indexes', () => fill(login, dataset, note));
  if (!changed) say('The graph was there already: the time of the import says nothing.');
  await indexForPeer(login);
  return questionsFor(dataset);
}

async function startAll({ uri, user, password }: Neo4jLogin): Promise<void> {
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const ours = { ...env, PROJECTION_MEMORY_MB: '8000', DIGEST_CHECK_MS: '0', RESPONSE_CACHE_MB: '0' };
  for (const start of [
    () => Contestant.start(PEER, 'peer', 'peer.js', env),
    () => Contestant.start(DATABASE, 'ours', SERVER, { ...ours, READS: 'database' }),
    () => Contestant.start(COLD, 'ours', 'cold.js', env),
    () => Contestant.start(PROJECTION, 'ours', SERVER, { ...ours, READS: 'projection' }),
    () => Contestant.start(RAW, 'raw', 'raw.js', env),
  ]) {
    const contestant = await start();
    contestants.push(contestant);
    const { rssMb } = await contestant.usage();
    say(`${contestant.name} answers after ${(contestant.startedInMs / 1000).toFixed(1)} s and takes ${rssMb} MB.`);
  }
}

function questionsFor(dataset: Dataset): readonly Question[] {
  const starts = pickStarts(dataset);
  const questions = makeQuestions(starts);
  say(`The largest hub has ${starts.largestHub} dependents. Each question is asked about different things in turn:`);
  for (const { name, ours } of questions) say(`- ${name}: ${ours.length}`);
  return questions;
}

/** Throws where two contestants answer one of the first bodies of a question differently; they are in a random order. */
async function compareAnswers(question: Question): Promise<void> {
  const compared = Math.min(COMPARED, question.ours.length);
  for (let i = 0; i < compared; i++) {
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
  say(`${question.name}: ${compared} answers are the same.`);
}

/** In turns, so that a busy machine slows all alike. Each asks the same sequence, which goes on from one load to the next. */
async function runAll(question: Question, clients: number): Promise<ReadonlyMap<string, Run>> {
  const asked = askedOf(question);
  const runs = new Map(asked.map(({ name }) => [name, [] as Run[]]));
  // A run that ends by the clock counts no answer that takes longer than it lasts: each ends with a number of answers.
  const amounts = new Map<string, number>();
  for (const contestant of asked) {
    const { perSecond } = await loadNext(contestant, question, clients, { duration: Math.ceil(SECONDS / 3) });
    amounts.set(contestant.name, Math.max(clients * LEAST_TURNS, Math.round(perSecond * SECONDS)));
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const contestant of asked) {
      const amount = amounts.get(contestant.name) ?? clients;
      runs.get(contestant.name)?.push(await loadNext(contestant, question, clients, { amount }));
    }
  }
  const medians = new Map([...runs].map(([name, all]) => [name, medianRun(all)]));
  for (const [name, run] of medians)
    say(`${question.name}, ${clients} clients, ${name}: ${Math.round(run.perSecond)}/s`);
  return medians;
}

function askedOf(question: Question): readonly Contestant[] {
  return contestants.filter(({ dialect }) => question[dialect] !== null);
}

async function loadNext(contestant: Contestant, question: Question, clients: number, until: Until): Promise<Run> {
  const place = `${contestant.name}\n${question.name}`;
  const run = await load(contestant, question, clients, until, reached.get(place) ?? 0);
  reached.set(place, run.next);
  return run;
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
