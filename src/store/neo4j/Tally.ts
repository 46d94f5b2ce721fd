import { isSameContent } from '../../model/diffDatasets.js';
import { SORTS, type Sort, type WriteRow } from './cypher/writes.js';
import { Digest } from './digest.js';
import type { RawProperties } from './nodeProperties.js';
import { edgeIn, entityIn, eventIn, statementIn } from './recordText.js';
import { edgeRow, eventRow, type Surroundings, statementRow } from './rowProperties.js';
import { type Row, textsIn } from './rows.js';
import { writtenEntity } from './writePlan.js';

/** Which rows are not as this program writes them, and the sum of all hashes. */
export class Tally {
  /** Ids of rows that hold something else, and of those that are linked to something else. */
  readonly changed = new Map<Sort, string[]>();
  readonly relinked = new Map<Sort, string[]>();
  private readonly digests = new Map<Sort, Digest>();

  constructor(private readonly surroundings: Surroundings) {}

  begin(sort: Sort): void {
    this.changed.set(sort, []);
    this.relinked.set(sort, []);
    this.digests.set(sort, new Digest());
  }

  take(sort: Sort, properties: unknown, row: Row): void {
    const expected = rewritten(sort, properties, this.surroundings);
    const hash = propertyOf(properties, 'hash');
    if (typeof hash === 'string' && /^[0-9a-f]{1,16}$/.test(hash)) this.digests.get(sort)?.add(hash);
    const id = String(propertyOf(properties, 'id'));
    if (expected === null || !isSameContent(withoutUnknown(expected.properties), properties))
      this.changed.get(sort)?.push(id);
    else if (!isLinked(sort, expected, row)) this.relinked.get(sort)?.push(id);
  }

  /** Ids of the rows of a sort that have to be written again. */
  toMend(sort: Sort): ReadonlySet<string> {
    return new Set([...(this.changed.get(sort) ?? []), ...(this.relinked.get(sort) ?? [])]);
  }

  /** Of all rows. */
  digest(): string {
    const sum = new Digest();
    for (const sort of SORTS) sum.add(this.digests.get(sort)?.toString() ?? '0');
    return sum.toString();
  }
}

/** The row as this program would write it now; null where it holds no record that can be read. */
export function rewritten(sort: Sort, properties: unknown, surroundings: Surroundings): WriteRow | null {
  const rev = Number(propertyOf(properties, 'rev'));
  const record = propertyOf(properties, 'record');
  if (typeof record !== 'string') return null;
  try {
    switch (sort) {
      case 'entities':
        return writtenEntity(entityIn(record), rev);
      case 'statements':
        return statementRow(statementIn(record), rev, surroundings);
      case 'edges':
        return edgeRow(edgeIn(record), rev, surroundings);
      case 'events':
        return eventRow(eventIn(record), rev, surroundings);
    }
  } catch {
    // Whatever it was changed to is no record any more: it counts as changed.
    return null;
  }
}

/** What is unknown is no property. */
function withoutUnknown(properties: RawProperties): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

export function propertyOf(properties: unknown, name: string): unknown {
  return typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined;
}

/** Whether it is linked to what it should be, each once. */
function isLinked(sort: Sort, { links }: WriteRow, row: Row): boolean {
  if (sort === 'edges') return row.get('from') === links.from && row.get('to') === links.to;
  const [due, there] = [linksOf(links), textsIn(row, 'links')];
  if (due.length !== there.length) return false;
  due.sort();
  there.sort();
  return due.every((link, i) => link === there[i]);
}

/** As `linkedRows` gives them. */
function linksOf(links: WriteRow['links']): string[] {
  const to = (name: string) => [links[name] ?? []].flat().map(String);
  const keys = to('keys');
  return [
    ...to('facets').map((id) => `HAS_FACET ${id}`),
    ...to('subject').map((id) => `SUBJECT ${id}`),
    ...to('object').map((id) => `OBJECT ${id}`),
    ...to('cites').map((id) => `CITES ${id}`),
    ...to('entities').map((id, i) => `INVOLVES ${id} ${keys[i]}`),
  ];
}
