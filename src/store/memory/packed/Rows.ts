/** Numbers of rows, ascending. */
export interface Rows {
  readonly length: number;
  at(place: number): number;
}

/** All rows from `start` to before `end`. */
export function rangeOfRows(start: number, end: number): Rows {
  return { length: end - start, at: (place) => start + place };
}

export function listOfRows(rows: ArrayLike<number>): Rows {
  return { length: rows.length, at: (place) => rows[place] ?? 0 };
}

/** The rows of several, ascending and each once. */
export function mergedRows(lists: readonly Rows[]): Rows {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const rows = new Set<number>();
  for (const list of lists) for (const row of each(list)) rows.add(row);
  return listOfRows(Uint32Array.from(rows).sort());
}

export function* each(rows: Rows): Generator<number> {
  for (let place = 0; place < rows.length; place++) yield rows.at(place);
}
