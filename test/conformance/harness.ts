import { afterEach, expect } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import type { EdgeQuery, GraphStore, Page, PageRequest, ReadAt } from '../../src/store/GraphStore.js';
import { type SmallDataset, smallDataset } from '../support/smallDataset.js';

export type MakeStore = (dataset: Dataset) => Promise<GraphStore>;

/** Opens a store on a small dataset and closes it when the check is over. */
export type OpenStore = (spec?: SmallDataset) => Promise<GraphStore>;

export function storeOpener(makeStore: MakeStore): OpenStore {
  const opened: GraphStore[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  return async (spec = {}) => {
    const store = await makeStore(smallDataset(spec));
    opened.push(store);
    return store;
  };
}

/** Reads all that a small dataset holds by default. */
export const AT: ReadAt = { asOf: '2026-09-30', knownAt: '2026-10-01T00:00:00.000Z', minConfidence: 'recalled' };

export const OUT: EdgeQuery = { direction: 'out', kinds: DEPENDENCY_KINDS, prospective: true };
export const IN: EdgeQuery = { ...OUT, direction: 'in' };

export function idsOf(items: readonly ({ readonly id: string } | null)[]): (string | null)[] {
  return items.map((item) => item?.id ?? null);
}

const MAX_TURNS = 1_000;

type Turn<T> = (page: PageRequest) => Promise<Page<T>>;

/**
 * Walks a list from the front and from the back in pages of `size`, checks what every page says of its neighbours, and
 * that both ways give the same items with the same keys, ascending and each once. Returns the items.
 */
export async function walkBothWays<T>(size: number, turn: Turn<T>): Promise<readonly T[]> {
  const forward = await walk(size, turn, true);
  const backward = await walk(size, turn, false);
  expect(backward).toEqual(forward);
  const keys = forward.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1)));
  return forward.map(({ item }) => item);
}

async function walk<T>(size: number, turn: Turn<T>, forward: boolean): Promise<{ item: T; key: string }[]> {
  const walked: { item: T; key: string }[] = [];
  let edge: string | undefined;
  let turns = 0;
  for (let more = true; more; ) {
    // A list that never ends must fail, not hang.
    expect(++turns).toBeLessThan(MAX_TURNS);
    const start = edge;
    const page = await turn(
      forward
        ? { first: size, ...(start === undefined ? {} : { after: start }) }
        : { last: size, ...(start === undefined ? {} : { before: start }) },
    );
    expect(page.keys).toHaveLength(page.items.length);
    expect(page.items.length).toBeLessThanOrEqual(size);
    const pairs = page.items.map((item, i) => ({ item, key: page.keys[i] ?? '' }));
    if (forward) walked.push(...pairs);
    else walked.unshift(...pairs);
    expect(forward ? page.hasPreviousPage : page.hasNextPage).toBe(start !== undefined);
    more = forward ? page.hasNextPage : page.hasPreviousPage;
    if (more) expect(page.items).toHaveLength(size);
    edge = forward ? page.keys.at(-1) : page.keys[0];
  }
  return walked;
}
