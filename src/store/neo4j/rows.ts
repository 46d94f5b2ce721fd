import type { Record as Row } from 'neo4j-driver';
import { GraphError } from '../../model/errors.js';
import type { Page, PageRequest } from '../GraphStore.js';

export type { Row };

/** Reads the records in a column. */
export type RecordReader<T> = (row: Row | undefined, column: string) => readonly T[];

/** A column of the row; null where there is no row. */
export function column(row: Row | undefined, name: string): unknown {
  return row === undefined ? null : row.get(name);
}

export function numberIn(row: Row | undefined, name: string): number {
  const value = column(row, name);
  return typeof value === 'number' ? value : 0;
}

export function textIn(row: Row | undefined, name: string): string | null {
  const value = column(row, name);
  return typeof value === 'string' ? value : null;
}

export function textsIn(row: Row | undefined, name: string): string[] {
  return textsOf(column(row, name));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Reads the records in a column of their texts. Throws UNAVAILABLE where somebody made one no record any more. */
export function recordsOf<T>(read: (text: string) => T): RecordReader<T> {
  return (row, name) => readTexts(column(row, name), read);
}

/** The same of a list of texts that stands deeper in a row. */
export function readTexts<T>(texts: unknown, read: (text: string) => T): readonly T[] {
  return textsOf(texts).map((text) => {
    try {
      return read(text);
    } catch {
      throw new GraphError('UNAVAILABLE', BROKEN);
    }
  });
}

const BROKEN =
  "A record in the graph database can't be read any more: somebody changed it. /health/ready names it; aigraph rederive mends it.";

/** What answers each of a list, by its place there. */
export function rowsByPlace(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [numberIn(row, 'place'), row]));
}

/** The page in a row of records and keys that was read with one record more than it shows, from the back for `last`. */
export function toPage<T>(row: Row | undefined, page: PageRequest, read: RecordReader<T>): Page<T> {
  const size = page.last ?? page.first ?? 0;
  const found = read(row, 'records');
  const items = found.slice(0, size);
  const keys = textsIn(row, 'keys').slice(0, size);
  const more = found.length > size;
  const backward = page.last !== undefined;
  return {
    items: backward ? items.reverse() : items,
    keys: backward ? keys.reverse() : keys,
    hasNextPage: page.before !== undefined || (!backward && more),
    hasPreviousPage: page.after !== undefined || (backward && more),
  };
}
