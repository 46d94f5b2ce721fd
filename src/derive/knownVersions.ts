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
 * `derive` gets the statements known then, and of what properties any was learned or withdrawn since the time before; it
 * returns what follows, by a key that says all about it. In no order. Cost: one derivation for each distinct time.
 */
export function knownVersions<T>(
  statements: readonly Statement[],
  derive: (known: readonly Statement[], touched: ReadonlySet<string>) => ReadonlyMap<string, T>,
): Version<T>[] {
  const versions: Version<T>[] = [];
  const open = new Map<string, { item: T; knownFrom: Instant }>();
  const clock = new Clock();
  const from = Float64Array.from(statements, (s) => clock.read(s.recordedAt));
  const to = Float64Array.from(statements, (s) => clock.read(s.retractedAt));
  let before = Number.NEGATIVE_INFINITY;
  for (const [at, time] of clock.times()) {
    const known: Statement[] = [];
    const touched = new Set<string>();
    for (let i = 0; i < statements.length; i++) {
      const statement = statements[i];
      if (!statement) continue;
      const isKnown = isWithin(from[i], to[i], at);
      if (isKnown) known.push(statement);
      if (isKnown !== isWithin(from[i], to[i], before)) touched.add(statement.property);
    }
    const found = derive(known, touched);
    for (const [key, { item, knownFrom }] of open) {
      if (found.has(key)) continue;
      versions.push({ item, knownFrom, knownTo: time });
      open.delete(key);
    }
    for (const [key, item] of found) if (!open.has(key)) open.set(key, { item, knownFrom: time });
    before = at;
  }
  for (const { item, knownFrom } of open.values()) versions.push({ item, knownFrom, knownTo: null });
  return versions;
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

function isWithin(from: number | undefined, to: number | undefined, at: number): boolean {
  return from !== undefined && to !== undefined && from <= at && at < to;
}
