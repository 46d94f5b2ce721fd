import { readFileSync, statSync } from 'node:fs';
import { askWhole, createGraph, type Graph } from '../../../src/cli/Graph.js';
import { materialiseAt } from '../../../src/derive/materialiseAt.js';
import { ANONYMOUS } from '../../../src/model/caller.js';
import type { EntityRecord } from '../../../src/model/entity.js';
import { buildSchema } from '../../../src/resolvers/index.js';
import { createExecutor } from '../../../src/server/createExecutor.js';
import { ANYONE } from '../../../src/server/WriteAccess.js';
import { FixedSource } from '../../../src/store/memory/FixedSource.js';
import { PackedStore } from '../../../src/store/memory/packed/PackedStore.js';
import type { Sections } from '../../../src/store/memory/packed/Sections.js';
import { ReadOnlyEditor } from '../../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../../src/wiring/imagine.js';
import { packDerived } from '../../../src/wiring/packDerived.js';
import { readSnapshot, writeSnapshot } from '../../../src/wiring/snapshotFile.js';
import { Random } from '../neo4j/Random.js';

/**
 * Loads a graph in a process of its own and says what that took: `node loadRows.js rows FILE.jsonl OUT.aigraph`, which also
 * packs it, or `node loadRows.js snapshot FILE.aigraph`, which then asks it.
 */
export interface Loaded {
  readonly fileMb: number;
  /** From the start of reading until it can be asked. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most memory that the process ever had, then and at its end. */
  readonly peakMb: number;
  readonly topologyMb: number;
  readonly answers: readonly Answered[];
}

export interface Answered {
  readonly question: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of all threads, the collector's too, an answer in the mean: the same beside other work. */
  readonly cpu: number;
  readonly found: number;
}

const [what = '', file = '', out = ''] = process.argv.slice(2);
const MB = 1e6;
const ENTITIES_ASKED = 500;
/** Of these, asked before it counts, and for how long. */
const WARMED = 100;
const WARM_MS = 8_000;
const US_PER_S = 1e6;

/** The arrays of the dependency graph, and its ids. */
function topologyBytes({ columns }: Sections): number {
  const rest = ['edges.bytes', 'edges.offset', 'edges.slots'];
  const own = [...columns].filter(([name]) => name.startsWith('edges.') && !rest.includes(name));
  const ids = columns.get('ids')?.byteLength ?? 0;
  return own.reduce((sum, [, { byteLength }]) => sum + byteLength, ids);
}

async function askAll(store: PackedStore, sections: Sections): Promise<readonly Answered[]> {
  const random = new Random(1);
  const source = new FixedSource(store);
  const parts = { source, editor: new ReadOnlyEditor(), access: ANYONE, materialiseAt, imagine };
  const now = () => new Date('2026-12-01T00:00:00Z');
  const graph = createGraph(buildSchema(), createExecutor({ ...parts, now }), ANONYMOUS);
  const records: EntityRecord[] = [];
  const ids: readonly EntityRecord['id'][] = JSON.parse(sections.text('ids'));
  while (records.length < ENTITIES_ASKED) {
    const record = store.entityAtHand(random.pick(ids));
    if (record?.kind === 'company') records.push(record);
  }
  const wordOf = ({ name }: EntityRecord) => name.split(' ').at(-1) ?? '';
  const cut = (place: number) => (text: string) => text.slice(0, place) + text.slice(place + 1);
  return [
    await time('one entity by its id', records, ({ id }) => one(graph, ONE, { id })),
    await time('one entity with ten dependencies and their evidence', records, ({ id }) =>
      one(graph, EVIDENCE, { id }),
    ),
    await time('search: a name', records, ({ name }) => search(graph, name)),
    await time('search: three letters', records, ({ name }) => search(graph, name.slice(0, 3))),
    await time('search: one letter', records, ({ name }) => search(graph, name.slice(0, 1))),
    await time('search: a letter left out', records, ({ name }) => search(graph, cut(3)(name))),
    await time('search: a word that many have', records, (record) => search(graph, wordOf(record))),
    await time('search: the beginnings of two words', records, (record) =>
      search(graph, `${record.name.slice(0, 2)} ${wordOf(record).slice(0, 2)}`),
    ),
  ];
}

const ONE = 'query ($id: ID!) { company(id: $id) { id name aliases country { id name } sources { id title } } }';
const EVIDENCE = `query ($id: ID!) { company(id: $id) { id name
  dependencies(first: 10) { edges { node { id name } path { hops { kind evidence { sources { id title } } } } } } } }`;
const SEARCH = 'query ($query: String!) { search(query: $query, first: 20) { edges { score matched node { id } } } }';

async function one(graph: Graph, query: string, variables: Readonly<Record<string, unknown>>): Promise<number> {
  return (await askWhole(graph, query, variables)).company === null ? 0 : 1;
}

async function search(graph: Graph, query: string): Promise<number> {
  const { search: found } = await askWhole(graph, SEARCH, { query });
  return JSON.stringify(found).includes('"edges":[]') ? 0 : 1;
}

/** Others are asked for a while beforehand: Node takes seconds of answers to compile what they take. */
async function time(
  question: string,
  records: readonly EntityRecord[],
  ask: (record: EntityRecord) => Promise<number>,
): Promise<Answered> {
  const times: number[] = [];
  let found = 0;
  const [warm, measured] = [records.slice(0, WARMED), records.slice(WARMED)];
  for (const until = performance.now() + WARM_MS; performance.now() < until; )
    for (const record of warm) await ask(record);
  const { user, system } = process.cpuUsage();
  for (const record of measured) {
    const start = performance.now();
    found += await ask(record);
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage({ user, system });
  const cpu = (used.user + used.system) / 1_000 / measured.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { question, p50: at(0.5), p99: at(0.99), cpu, found };
}

function peak(): number {
  const [, kib = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return (Number(kib) * 1_024) / MB;
}

const began = performance.now();
const sections = what === 'rows' ? await packDerived(file) : readSnapshot(file);
const store = new PackedStore(sections);
const seconds = (performance.now() - began) / 1_000;
const { user, system } = process.cpuUsage();
const loaded = {
  fileMb: statSync(file).size / MB,
  seconds,
  cpuSeconds: (user + system) / US_PER_S,
  topologyMb: topologyBytes(sections) / MB,
};
const answers = what === 'rows' ? [] : await askAll(store, sections);
const peakMb = peak();
if (what === 'rows') writeSnapshot(out, sections);
process.send?.({ ...loaded, peakMb, answers } satisfies Loaded);
process.disconnect?.();
