import type { RowChange } from '../model/change.js';
import type { Instant } from '../model/time.js';

/** A row that is one version of what was derived. */
interface Versioned {
  readonly id: string;
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
}

/**
 * One more time in the history of what is derived: open versions that no longer follow end at `at`, what newly follows
 * begins then, and what stays is left alone. `found`: all that follows at `at`, by the key that `keyOf` gives of a row.
 */
export function nextVersions<R extends Versioned, T>(
  open: readonly R[],
  found: ReadonlyMap<string, T>,
  at: Instant,
  keyOf: (row: R) => string,
  make: (item: T) => R,
): RowChange<R> {
  const still = new Set<string>();
  const put: R[] = [];
  for (const row of open) {
    const key = keyOf(row);
    if (found.has(key)) still.add(key);
    else put.push({ ...row, knownTo: at });
  }
  for (const [key, item] of found) if (!still.has(key)) put.push(make(item));
  return { put, removed: [] };
}
