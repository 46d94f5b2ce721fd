import type { RawProperties } from '../nodeProperties.js';

/** A row as it is written: all its properties, and what it is linked to. */
export interface WriteRow {
  readonly properties: RawProperties;
  readonly links: Readonly<Record<string, unknown>>;
}

/** Rows as columns, and the Cypher that takes them apart again. */
export interface Columns {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Begins a query: from here on `c` holds the columns, and there is a row for each place `i`. */
  readonly begin: string;
  /** `name: value, …`: the properties of row `i`. */
  readonly properties: string;
  /** What row `i` is linked to, or a property of it. */
  readonly cell: (name: string) => string;
}

/** Between the values of a column, and between the items of a list in it: no text for people holds either. */
const BREAK = '\u001f';
const ITEM = '\u001d';

/** Whole numbers: the database keeps them in half the space of others. */
const INTEGERS: ReadonlySet<string> = new Set(['rev', 'order', 'publishers']);

/**
 * The rows turned into a column for each property and for each of `links`. A column of text, numbers, flags or lists of text
 * crosses as one text that the database splits: encoding and decoding value by value would cost more than all else. What can't
 * be told apart in such a text (an empty one, one with a separator, values of several types) crosses as a list, and a value
 * that is the same in all rows once. Names are those of this adapter's own rows.
 */
export function columnsOf(rows: readonly WriteRow[], links: readonly string[]): Columns {
  const parameters: Record<string, unknown> = { last: rows.length - 1 };
  const texts: string[] = [];
  const cells = new Map<string, string>();
  const place = (name: string, column: readonly unknown[]) => {
    const [first] = column;
    const parameter = `p_${name}`;
    if (!Array.isArray(first) && column.every((value) => value === first)) {
      parameters[parameter] = first;
      return cells.set(name, `$${parameter}`);
    }
    const joined = join(column);
    if (joined === null) {
      parameters[parameter] = column;
      return cells.set(name, `$${parameter}[i]`);
    }
    const there = texts.indexOf(joined.text);
    const at = there < 0 ? texts.push(joined.text) - 1 : there;
    return cells.set(name, joined.value(`c[${at}][i]`, INTEGERS.has(name)));
  };
  // One function makes the rows of a sort, so all have the same names in the same order.
  const names = Object.keys(rows[0]?.properties ?? {});
  const table = rows.map((row) => Object.values(row.properties));
  for (const [at, name] of names.entries()) {
    place(
      name,
      table.map((values) => values[at] ?? null),
    );
  }
  const properties = names.map((name) => `${name}: ${cells.get(name)}`).join(', ');
  for (const name of links) {
    place(
      name,
      rows.map(({ links }) => (isNothing(links[name]) ? null : links[name])),
    );
  }
  // One list: the database plans a query anew for each order of magnitude of each text that is a parameter of its own.
  parameters.texts = texts;
  const begin = "WITH [text IN $texts | split(text, '\\u001f')] AS c UNWIND range(0, toInteger($last)) AS i";
  return { parameters, begin, properties, cell: (name) => cells.get(name) ?? 'null' };
}

/** No end, or an empty list of them. */
function isNothing(ends: unknown): boolean {
  return ends === undefined || ends === null || (Array.isArray(ends) && ends.length === 0);
}

interface Joined {
  readonly text: string;
  /** The Cypher of a value, given that of its text. */
  readonly value: (cell: string, isInteger: boolean) => string;
}

/** Null where the values can't be told apart in one text. */
function join(column: readonly unknown[]): Joined | null {
  const type = typeOf(column.find((value) => value !== null));
  const parts: string[] = [];
  let nulls = 0;
  for (const value of column) {
    if (value === null) {
      nulls++;
      parts.push('');
      continue;
    }
    if (typeOf(value) !== type) return null;
    const part = Array.isArray(value) ? joinItems(value) : type === 'flag' ? (value ? '1' : '0') : String(value);
    if (part === null || part === '' || part.includes(BREAK)) return null;
    parts.push(part);
  }
  const known = (cell: string) => (nulls > 0 ? `nullIf(${cell}, '')` : cell);
  return {
    text: parts.join(BREAK),
    value: (cell, isInteger) => {
      if (type === 'flag') return nulls > 0 ? `nullIf(${cell}, '') = '1'` : `${cell} = '1'`;
      if (type === 'number') return `${isInteger ? 'toInteger' : 'toFloat'}(${known(cell)})`;
      return type === 'texts' ? `split(${known(cell)}, '\\u001d')` : known(cell);
    },
  };
}

function typeOf(value: unknown): 'text' | 'texts' | 'number' | 'flag' | null {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  return Array.isArray(value) ? 'texts' : null;
}

/** Null for a list that is empty or of which an item can't be told apart. */
function joinItems(items: readonly unknown[]): string | null {
  for (const item of items) if (typeof item !== 'string' || item === '' || item.includes(ITEM)) return null;
  return items.length === 0 ? null : items.join(ITEM);
}
