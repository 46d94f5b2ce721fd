/** Long work that pauses between bounded parts, so that who runs it can let others have a turn; gives its result at the end. */
export type Steps<T> = Generator<void, T, void>;

/** How many rows are worked on between two pauses: a few milliseconds. */
export const ROWS_A_STEP = 4_096;

/** Runs the work to its end without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The rows with a pause now and then. */
export function* pausing<T>(rows: Iterable<T>, visit: (row: T) => void): Steps<void> {
  let count = 0;
  for (const row of rows) {
    visit(row);
    if (++count % ROWS_A_STEP === 0) yield;
  }
}

/** A sorted copy: parts are sorted one by one, then merged. Stable. O(n log n). */
export function* sorting<T>(rows: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STEP) {
    runs.push(rows.slice(start, start + ROWS_A_STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) longer.push(yield* merging(runs[i] ?? [], runs[i + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merging<T>(a: T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  if (b.length === 0) return a;
  const merged: T[] = [];
  let i = 0;
  for (const row of b) {
    for (let other = a[i]; i < a.length && other !== undefined && compare(other, row) <= 0; other = a[++i]) {
      merged.push(other);
      if (merged.length % ROWS_A_STEP === 0) yield;
    }
    merged.push(row);
    if (merged.length % ROWS_A_STEP === 0) yield;
  }
  return merged.concat(a.slice(i));
}
