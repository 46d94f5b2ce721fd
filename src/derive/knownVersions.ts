import type { Statement } from '../model/statement.js';
import type { Instant } from '../model/time.js';

/** What was derived, with the time during which the dataset knew it; `knownTo` is exclusive, null is open. */
export interface Version<T> {
  readonly item: T;
  readonly knownFrom: Instant;
  readonly knownTo: Instant | null;
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
  const clock = new Clock();
  const spans = statements.map((s) => ({ from: clock.read(s.recordedAt), to: clock.read(s.retractedAt) }));
  for (const [at, time] of clock.times()) {
    const found = derive(statements.filter((_, i) => isWithin(spans[i], at)));
    const still = new Map<string, { item: T; knownFrom: Instant }>();
    for (const [key, item] of found) still.set(key, open.get(key) ?? { item, knownFrom: time });
    for (const [key, version] of open) if (!still.has(key)) closed.push({ ...version, knownTo: time });
    open = still;
  }
  return [...closed, ...[...open.values()].map((version) => ({ ...version, knownTo: null }))];
}

/** The times at which the dataset learned or withdrew something. Few differ, so each is parsed once. */
class Clock {
  readonly #parsed = new Map<Instant, number>();

  read(time: Instant | null): number {
    if (time === null) return Number.POSITIVE_INFINITY;
    const known = this.#parsed.get(time);
    if (known !== undefined) return known;
    const parsed = Date.parse(time);
    this.#parsed.set(time, parsed);
    return parsed;
  }

  /** Ascending; one time written in two ways comes once. */
  times(): readonly (readonly [number, Instant])[] {
    const byNumber = new Map([...this.#parsed].map(([time, parsed]) => [parsed, time]));
    return [...byNumber].sort(([a], [b]) => a - b);
  }
}

function isWithin(span: { readonly from: number; readonly to: number } | undefined, at: number): boolean {
  return span !== undefined && span.from <= at && at < span.to;
}
