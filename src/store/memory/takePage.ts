import { firstPlace } from '../../model/firstPlace.js';
import { compareIds } from '../../model/ids.js';
import { finish, type Steps } from '../../model/steps.js';
import type { Page, PageRequest } from '../GraphStore.js';

/** Each may have to be made of bytes first. */
const ITEMS_A_STEP = 1_024;

/** Items in ascending order of their keys, of which only those that pass the test are in the list. */
export interface Sequence<T> {
  readonly length: number;
  key(index: number): string;
  item(index: number): T;
  test(item: T): boolean;
}

/**
 * One page by keyset: after `after` and before `before`, from the front for `first`, from the back for `last`. Whether
 * there is more behind the page is looked up; behind a given cursor there is at least the cursor's own item.
 * Costs two binary searches and the items passed over.
 */
export function takePage<T>(sequence: Sequence<T>, page: PageRequest): Page<T> {
  return finish(pageSteps(sequence, page));
}

/** The same in steps, for sequences of which each item takes long to read. */
export function* pageSteps<T>(sequence: Sequence<T>, page: PageRequest): Steps<Page<T>> {
  const low = page.after === undefined ? 0 : firstIndex(sequence, page.after, true);
  const high = page.before === undefined ? sequence.length : firstIndex(sequence, page.before, false);
  const backward = page.last !== undefined;
  const size = page.last ?? page.first ?? 0;
  const items: T[] = [];
  const keys: string[] = [];
  let more = false;
  for (let passed = 0; passed < high - low && !more; passed++) {
    if (passed % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const index = backward ? high - 1 - passed : low + passed;
    const item = sequence.item(index);
    if (!sequence.test(item)) continue;
    more = items.length === size;
    if (more) break;
    items.push(item);
    keys.push(sequence.key(index));
  }
  if (backward) {
    items.reverse();
    keys.reverse();
  }
  const hasNextPage = page.before !== undefined || (!backward && more);
  const hasPreviousPage = page.after !== undefined || (backward && more);
  return { items, keys, hasNextPage, hasPreviousPage };
}

/** The page of several lists as one, of the same page of each. Their keys differ. */
export function mergePages<T>(pages: readonly Page<T>[], page: PageRequest): Page<T> {
  const rows = pages.flatMap(({ items, keys }) => items.map((item, i) => ({ item, key: keys[i] ?? '' })));
  rows.sort((a, b) => compareIds(a.key, b.key));
  const backward = page.last !== undefined;
  const size = page.last ?? page.first ?? 0;
  const more = rows.length > size;
  const shown = backward ? rows.slice(Math.max(0, rows.length - size)) : rows.slice(0, size);
  return {
    items: shown.map(({ item }) => item),
    keys: shown.map(({ key }) => key),
    hasNextPage: (!backward && more) || pages.some(({ hasNextPage }) => hasNextPage),
    hasPreviousPage: (backward && more) || pages.some(({ hasPreviousPage }) => hasPreviousPage),
  };
}

/** How many items of the sequence are in the list. */
export function countItems<T>(sequence: Sequence<T>): number {
  return finish(countSteps(sequence));
}

/** The same in steps. */
export function* countSteps<T>(sequence: Sequence<T>): Steps<number> {
  let count = 0;
  for (let i = 0; i < sequence.length; i++) {
    if (i % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    if (sequence.test(sequence.item(i))) count++;
  }
  return count;
}

/** The first index whose key is at least, or where `beyond` more than, the given key. */
function firstIndex<T>(sequence: Sequence<T>, key: string, beyond: boolean): number {
  return firstPlace(0, sequence.length, (place) => (beyond ? sequence.key(place) <= key : sequence.key(place) < key));
}
