import { isKnownAt } from '../model/claims.js';
import type { Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';

/** What was derived, with the time during which the dataset knew it; `knownTo` is exclusive, null is open. */
export interface Version<T> {
  readonly item: T;
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
}

/** The times at which the dataset learned or withdrew something, ascending. */
export function knowledgeTimes(statements: readonly Statement[]): readonly Instant[] {
  const times = new Map<number, Instant>();
  for (const { recordedAt, retractedAt } of statements) {
    for (const time of [recordedAt, retractedAt]) if (time !== null) times.set(Date.parse(time), time);
  }
  return [...times].sort(([a], [b]) => a - b).map(([, time]) => time);
}

/**
 * Derives at each time at which knowledge changed and joins what stayed equal into one version.
 * `derive` gets the statements known then and returns what follows, by a key that says all about it.
 * Cost: one derivation for each distinct time.
 */
export function knownVersions<T>(
  statements: readonly Statement[],
  derive: (known: readonly Statement[]) => ReadonlyMap<string, T>,
): Version<T>[] {
  const closed: Version<T>[] = [];
  let open = new Map<string, { item: T; knownFrom: Instant }>();
  for (const time of knowledgeTimes(statements)) {
    const found = derive(statements.filter((s) => isKnownAt(s, time)));
    const still = new Map<string, { item: T; knownFrom: Instant }>();
    for (const [key, item] of found) still.set(key, open.get(key) ?? { item, knownFrom: time });
    for (const [key, version] of open) if (!still.has(key)) closed.push({ ...version, knownTo: time });
    open = still;
  }
  return [...closed, ...[...open.values()].map((version) => ({ ...version, knownTo: null }))];
}
