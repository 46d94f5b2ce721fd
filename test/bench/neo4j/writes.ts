import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DatasetIndex } from '../../../src/model/DatasetIndex.js';
import type { EntityId } from '../../../src/model/ids.js';
import { Editor } from '../../../src/seeding/Editor.js';
import type { StatementDraft } from '../../../src/store/GraphEditor.js';
import { inSlices } from '../../../src/store/inSlices.js';
import { MemoryStore } from '../../../src/store/memory/MemoryStore.js';
import { FULL_SIZE, generateBenchDataset } from './generate.js';
import { TimedLedger } from './TimedLedger.js';

/**
 * `npm run bench:writes`: what writes cost a process that holds the bench's graph in memory, without a database: deciding,
 * going on to the new revision, and how long a reader who asks all the while has to wait. `--quick` takes a tenth of the
 * graph; `--writes 20` is how many of each sort.
 */
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, writes: { type: 'string', default: '20' } },
});
const SIZE = options.quick ? { entities: 10_000, relations: 50_000, seed: 1 } : FULL_SIZE;
const WRITES = Number(options.writes);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

const dataset = generateBenchDataset(SIZE);
const companies = dataset.entities.flatMap(({ id, kind }) => (kind === 'company' ? [id] : []));
const clouds = dataset.entities.flatMap(({ id, kind }) => (kind === 'cloud' ? [id] : []));
say(
  `${dataset.entities.length} entities, ${dataset.edges.length} dependencies, ${dataset.statements.length} statements`,
);
say('| | CPU | longest block of the event loop |\n|---|---|---|');
const index = await timed('index the rows by what they are about, in slices', () =>
  inSlices(DatasetIndex.build(dataset)),
);
const first = new MemoryStore(index);
await timed('names, topology and order of events, in slices', () => first.prepare());
await timed('the same again beside a reader, as after an import', () =>
  besideReader(first, () => new MemoryStore(index).prepare()),
);

const ledger = new TimedLedger(index, first);
const editor = new Editor(ledger);
const note = { author: 'bench', reason: 'bench', key: null, dryRun: false, signal: null };
const [source] = dataset.entities.filter(({ kind }) => kind === 'source');
const sources: EntityId[] = source ? [source.id] : [];
const hub = largestHub();
const claim = (n: number, rest: Partial<StatementDraft> & Pick<StatementDraft, 'property'>): StatementDraft => ({
  subject: at(companies, n * 997),
  sources,
  ...rest,
});

say(`\nWrites; ${index.edgesTo(hub).length} depend on the hub "${hub}".\n`);
say(
  '| write | deciding ms: median, most | new revision served ms: median, most | slowest read ms | longest block ms |',
);
say('|---|---|---|---|---|');
await writes('a claim of a plain value', (n) =>
  editor.recordStatements([claim(n, { property: 'founded', value: `${1900 + n}` })], null, note),
);
await writes('five relations that are dependencies', (n) =>
  editor.recordStatements(
    [1, 2, 3, 4, 5].map((i) => claim(n * 7 + i, { property: 'customer_of', object: at(clouds, n * 31 + i) })),
    null,
    note,
  ),
);
await writes('a relation to the hub', (n) =>
  editor.recordStatements([claim(n + 5_003, { property: 'supplies_servers_to', object: hub })], null, note),
);
await writes('a new deal with seven claims', (n) => {
  const own = (property: string, rest: Partial<StatementDraft>) => ({ property, sources, ...rest });
  return editor.upsertEntities(
    [
      {
        id: `deal:bench-${n}`,
        name: `Bench deal ${n}`,
        sources,
        statements: [
          own('form', { value: 'COMPUTE_PURCHASE' }),
          own('announced', { value: '2025-03-01' }),
          own('status', { value: 'ACTIVE', validFrom: '2025-03-01' }),
          own('amount', { value: 1e9, unit: 'USD' }),
          own('term_years', { value: 5 }),
          own('party', { object: at(companies, n * 13), scope: 'customer' }),
          own('party', { object: at(clouds, n * 17), scope: 'provider' }),
        ],
      },
    ],
    note,
  );
});
await writes('a claim withdrawn', (n) => editor.retractStatements([standing(n)], note));
await writes('another name', (n) => editor.upsertEntities([{ id: at(companies, n * 71), name: `Renamed ${n}` }], note));
delay.disable();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function at<T>(all: readonly T[], n: number): T {
  const one = all[n % all.length];
  if (one === undefined) throw new Error('The graph is empty.');
  return one;
}

function largestHub(): EntityId {
  return companies.reduce((a, b) => (index.edgesTo(b).length > index.edgesTo(a).length ? b : a));
}

/** A relation of a company that stands. */
function standing(n: number): string {
  const claims = at(companies, n * 379 + 11);
  const found = ledger.current
    .about(claims)
    .find((s) => s.retractedAt === null && s.object !== null && s.property !== 'hq_country');
  return found?.id ?? standing(n + 1);
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const cpu = process.cpuUsage();
  await pause(50);
  delay.reset();
  // The first interval after that is not counted.
  await pause(5);
  const result = await work();
  await pause(5);
  const { user, system } = process.cpuUsage(cpu);
  say(`| ${what} | ${((user + system) / 1e6).toFixed(1)} s | ${ms(delay.max / 1e6)} ms |`);
  return result;
}

async function writes(what: string, write: (n: number) => Promise<unknown>): Promise<void> {
  const deciding: number[] = [];
  const serving: number[] = [];
  await pause(50);
  delay.reset();
  // The first interval after that is not counted.
  await pause(5);
  const slowest = await besideReader(null, async () => {
    for (let n = 0; n < WRITES; n++) {
      await write(n);
      deciding.push(ledger.decidedMs);
      serving.push(ledger.servedMs);
      await pause(10);
    }
  });
  const figures = [deciding, serving].map((all) => `${ms(median(all))}, ${ms(Math.max(...all))}`);
  say(`| ${what} | ${figures.join(' | ')} | ${ms(slowest)} | ${ms(delay.max / 1e6)} |`);
}

/** Has somebody ask one question after the other while the work is done; gives the slowest answer's milliseconds. */
async function besideReader(store: MemoryStore | null, work: () => Promise<unknown>): Promise<number> {
  let isDone = false;
  let slowest = 0;
  const reading = async () => {
    for (let n = 0; !isDone; n++) {
      const asked = performance.now();
      await ask(store ?? ledger.store, n);
      slowest = Math.max(slowest, performance.now() - asked);
      await pause(2);
    }
  };
  const reader = reading();
  await work();
  isDone = true;
  await reader;
  return slowest;
}

async function ask(store: MemoryStore, n: number): Promise<void> {
  const id = at(companies, n * 31);
  const { knownAt } = { knownAt: new Date().toISOString() };
  const when = { asOf: dataset.meta.dataThrough, knownAt, minConfidence: 'recalled' } as const;
  await store.entities([id]);
  await store.statementsBySubject([id], null, when);
  await store.edgesOf([id], { direction: 'out', kinds: ['COMPUTE', 'CHIPS'], prospective: true }, when, 50);
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function pause(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs));
}
