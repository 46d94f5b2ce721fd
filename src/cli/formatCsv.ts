import { type Options, stringify } from 'csv-stringify/sync';
import { z } from 'zod';

type Cell = string | number | null;
type Row = ReadonlyMap<string, Cell>;

const connection = z.object({ edges: z.array(z.looseObject({ node: z.looseObject({}) })) });

/**
 * An answer as CSV (RFC 4180): a row an item of each of its lists, and first one for what it says of the whole. `part` names
 * the list; a column that a part has not stays empty, as does what is unknown. Numbers keep all their digits. A name that a
 * spreadsheet would run as a formula (it begins with = + - or @) gets an apostrophe in front. Linear in the answer.
 */
export function formatCsv(answer: object): string {
  const parts: [string, readonly Row[]][] = [];
  const whole = new Map<string, Cell>();
  for (const [key, value] of Object.entries(answer)) {
    const rows = rowsOf(key, value);
    if (rows) parts.push([key, rows]);
    else flatten(key, value, whole);
  }
  if (whole.size > 0) parts.unshift(['answer', [whole]]);
  const columns = columnsOf(parts.flatMap(([, rows]) => rows));
  const lines = parts.flatMap(([part, rows]) =>
    rows.map((row) => [part, ...columns.map((column) => row.get(column) ?? null)]),
  );
  return stringify([['part', ...columns], ...lines], FORM);
}

const FORM: Options = {
  record_delimiter: 'windows',
  escape_formulas: true,
  // With delimiters of our own a lone CR or LF would go unquoted.
  quote_record_delimiter: true,
};

/** In the order of their first appearance. Where `deal` is unknown in one row, its `deal.id` in another makes it no column. */
function columnsOf(rows: readonly Row[]): readonly string[] {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return columns.filter((column) => !columns.some((other) => other.startsWith(`${column}.`)));
}

/** The items of a list of objects; null for what belongs to the whole. Edges give their node's fields as their own. */
function rowsOf(key: string, value: unknown): readonly Row[] | null {
  const edges = key === 'edges' ? connection.safeParse({ edges: value }).data?.edges : undefined;
  if (edges) return edges.map(({ node, ...edge }) => rowOf({ ...node, ...edge }));
  if (!Array.isArray(value) || !value.every(isObject)) return null;
  return value.map((item) => rowOf(Object(item)));
}

function rowOf(item: object): Row {
  const row = new Map<string, Cell>();
  for (const [key, value] of Object.entries(item)) flatten(key, value, row);
  return row;
}

/** An object's fields become columns of their own, `hhi.low`; a list becomes one cell. */
function flatten(key: string, value: unknown, row: Map<string, Cell>): void {
  if (Array.isArray(value)) row.set(key, value.map(inOneCell).join('; '));
  else if (isObject(value)) {
    for (const [part, content] of Object.entries(Object(value))) flatten(`${key}.${part}`, content, row);
  } else row.set(key, cellOf(value));
}

/** `cloud:aws 60`: of an item of a list within a list its scalars, one after the other. */
function inOneCell(value: unknown): string {
  if (Array.isArray(value)) return value.map(inOneCell).join(' ');
  if (isObject(value)) return Object.values(Object(value)).map(inOneCell).join(' ');
  return String(cellOf(value) ?? '');
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
