import { type ExecutionResult, getOperationAST, graphql, parse } from 'graphql';
import { expect } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import type { Dataset } from '../../src/model/dataset.js';
import type { EntityRecord } from '../../src/model/entity.js';
import type { EntityId } from '../../src/model/ids.js';
import { namedRecord } from '../../src/model/namedRecord.js';
import { buildContext } from '../../src/resolvers/context.js';
import { buildSchema } from '../../src/resolvers/index.js';
import { executeQuery } from '../../src/server/executeQuery.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import type { Topology } from '../../src/store/Topology.js';
import { imagine } from '../../src/wiring/imagine.js';
import { type SmallDataset, smallDataset } from '../support/smallDataset.js';

/**
 * A graph that answers in process as graphql-js does, and the same where its store has no more at hand than names; both are
 * checked for every question. It tells what it asked of its store.
 */
export interface TestGraph {
  /** The whole answer. Fails the test where there are errors. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The messages and codes of the errors that the query meets. */
  refusal(query: string, variables?: Record<string, unknown>): Promise<readonly string[]>;
  /** The store's calls of the last question: method and arguments. */
  calls(): readonly StoreCall[];
}

/** What GraphQL answered, as JSON; see {@link pluck}. */
export type Answer = Readonly<Record<string, unknown>>;

/** All values at a path of an answer such as `companies.edges.node.id`, through every list on the way. */
export function pluck(answer: unknown, path: string): unknown[] {
  let values = [answer];
  for (const name of path.split('.')) values = values.flat().map((value) => memberOf(value, name));
  return values.flat();
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export interface StoreCall {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** The clock of all tests, after the release. */
const NOW = new Date('2026-12-01T00:00:00Z');

const schema = buildSchema();

/** A graph of just these records, statements, edges and events. */
export async function graphOf(spec: SmallDataset): Promise<TestGraph> {
  return graphOfDataset(smallDataset(spec));
}

/** A graph of everything that follows from the statements, as for the shipped seeds. */
export async function graphOfFacts(spec: SmallDataset, atHand = false): Promise<TestGraph> {
  return graphOfDataset(deriveDataset(smallDataset(spec)), atHand);
}

/** `atHand`: whether the store may give what it has in memory at once; else it reads everything, as from a database. */
export async function graphOfDataset(dataset: Dataset, atHand = false): Promise<TestGraph> {
  const calls: StoreCall[] = [];
  const written = await new MemoryWriter().write(dataset);
  const store = atHand ? written : watched(written, calls);
  const run = async (source: string, variableValues: Record<string, unknown> = {}): Promise<ExecutionResult> => {
    const context = () => buildContext(store, { materialiseAt, imagine, now: () => NOW });
    const expected = await graphql({ schema, source, variableValues, contextValue: await context() });
    // What is not valid is never executed.
    if (expected.data === undefined) return expected;
    calls.length = 0;
    const document = parse(source);
    const operation = getOperationAST(document) ?? undefined;
    const asked = { schema, document, operation, operationName: undefined, variableValues };
    const answer = await executeQuery(asked, await context());
    expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
    const named = await buildContext(namesAtHand(written), { materialiseAt, imagine, now: () => NOW });
    expect(JSON.stringify(await executeQuery(asked, named))).toBe(JSON.stringify(expected));
    return answer;
  };
  return {
    ask: async (query, variables) => {
      const { data, errors } = await run(query, variables);
      if (errors) throw errors[0]?.originalError ?? errors[0] ?? new Error('failed');
      // Without the null prototypes of graphql-js, so that answers compare with plain objects.
      return JSON.parse(JSON.stringify(data));
    },
    refusal: async (query, variables) => ((await run(query, variables)).errors ?? []).map((error) => error.message),
    calls: () => calls,
  };
}

const AT_HAND: ReadonlySet<string | symbol> = new Set(['entityAtHand', 'namedAtHand', 'namedAtNode', 'topologyAtHand']);

/** As a store that reads its records from a database. */
function namesAtHand(store: GraphStore): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'entityAtHand') return () => undefined;
      const namedAtHand = (id: EntityId) => namedOf(target.entityAtHand(id));
      if (name === 'namedAtHand') return namedAtHand;
      if (name === 'namedAtNode') return (topology: Topology, node: number) => namedAtHand(topology.nodeId(node));
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function namedOf(record: EntityRecord | null | undefined): EntityRecord | undefined {
  return record ? (namedRecord(record.id, record.name) ?? undefined) : undefined;
}

/** The store itself, with each call noted before it is passed on. */
function watched(store: GraphStore, calls: StoreCall[]): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (AT_HAND.has(name)) return () => undefined;
      return (...args: unknown[]) => {
        calls.push({ method: String(name), args });
        return Reflect.apply(member, target, args);
      };
    },
  });
}
