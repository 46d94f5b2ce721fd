import type { Compare } from '../../model/changeSorted.js';

/** The rows of several sorted lists in one, each once. */
export function mergeLists<T>(lists: readonly (readonly T[])[], compare: Compare<T>): readonly T[] {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  return [...new Set(lists.flat())].sort(compare);
}
