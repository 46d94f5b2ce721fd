import { isSameContent } from '../../model/diffDatasets.js';
import { toId } from '../../model/ids.js';
import { linkCounts } from './cypher/revisions.js';
import { redirectsSince, SORTS, type Sort, type WriteRow, wholeRows } from './cypher/writes.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { Digest } from './digest.js';
import { readGraphState, servable } from './graphState.js';
import type { RawProperties } from './nodeProperties.js';
import { edgeIn, entityIn, eventIn, statementIn } from './recordText.js';
import { column, numberIn, type Row, textIn } from './rows.js';
import { followRedirects } from './Snapshot.js';
import { type Surroundings, writtenEdge, writtenEntity, writtenEvent, writtenStatement } from './writePlan.js';

/** What somebody changed without going through this program. */
export interface Drift {
  /** Ids of rows whose properties are not those that were written, at most {@link MAX_NAMED}. */
  readonly changed: readonly string[];
  readonly changedCount: number;
  /** Rows were added or taken away. */
  readonly isDigestOther: boolean;
  /** Relationships were added or taken away. */
  readonly areLinksOther: boolean;
}

const MAX_NAMED = 5;

/**
 * Compares every row with what this program would write for it, and all of them with the digest that the last write left.
 * Null where a write or an import came in between. Reads the whole graph, a batch at a time: linear in its rows.
 */
export async function findDrift(database: Database, reader: Reader = ANY_READER): Promise<Drift | null> {
  const before = servable(await readGraphState(database, reader));
  const tally = await tallyGraph(database, reader);
  const after = await readGraphState(database, reader);
  // An import writes rows before it makes its revision.
  const isUnchanged = after?.revision === before.revision && after.importToken === null;
  return isUnchanged ? tally.drift(before.digest) : null;
}

/** Looks at every row and counts what they are linked to. */
export async function tallyGraph(database: Database, reader: Reader = ANY_READER): Promise<Tally> {
  const redirects = await database.read(redirectsSince(0), reader);
  const confirmed = new Set<string>();
  const tally = new Tally({
    canonical: followRedirects(
      new Map(redirects.map((row) => [toId(textIn(row, 'id') ?? ''), toId(textIn(row, 'into') ?? '')])),
    ),
    isConfirmed: (id) => confirmed.has(id),
  });
  // Statements before events, which ask whether theirs are confirmed.
  for (const sort of SORTS) {
    await database.stream(wholeRows(sort), reader, () => {
      tally.begin(sort);
      return (row) => {
        const properties = column(row, 'row');
        if (sort === 'statements' && propertyOf(properties, 'confidence') === 'confirmed') {
          confirmed.add(String(propertyOf(properties, 'id')));
        }
        tally.take(sort, properties, row);
      };
    });
  }
  tally.count((await database.read(linkCounts(), reader))[0]);
  return tally;
}

/** Which rows are not as this program writes them, the sum of all hashes, and how many links there should be. */
export class Tally {
  private readonly changed = new Map<Sort, string[]>();
  private readonly digests = new Map<Sort, Digest>();
  private readonly links = new Map<Sort, number>();

  private areLinksOther = false;

  constructor(private readonly surroundings: Surroundings) {}

  begin(sort: Sort): void {
    this.changed.set(sort, []);
    this.digests.set(sort, new Digest());
    this.links.set(sort, 0);
  }

  take(sort: Sort, properties: unknown, row: Row): void {
    const expected = rewritten(sort, properties, this.surroundings);
    const hash = propertyOf(properties, 'hash');
    if (typeof hash === 'string' && /^[0-9a-f]{1,16}$/.test(hash)) this.digests.get(sort)?.add(hash);
    if (
      expected === null ||
      !isSameContent(withoutUnknown(expected.properties), properties) ||
      !isBetween(expected, row)
    ) {
      this.changed.get(sort)?.push(String(propertyOf(properties, 'id')));
    }
    if (expected !== null) this.links.set(sort, (this.links.get(sort) ?? 0) + countLinks(expected));
  }

  /** Compares with the relationships that there are. */
  count(links: Row | undefined): void {
    const linked = ['entities', 'statements', 'events'] as const;
    this.areLinksOther = linked.some((sort) => numberIn(links, sort) !== this.links.get(sort));
  }

  /** Ids of the rows of a sort that have to be written again; null for all of them. */
  toMend(sort: Sort): ReadonlySet<string> | null {
    return this.areLinksOther ? null : new Set(this.changed.get(sort));
  }

  drift(digest: string): Drift {
    const changed = SORTS.flatMap((sort) => this.changed.get(sort) ?? []);
    const sum = new Digest();
    for (const own of this.digests.values()) sum.add(own.toString());
    return {
      changed: changed.slice(0, MAX_NAMED),
      changedCount: changed.length,
      isDigestOther: sum.toString() !== digest,
      areLinksOther: this.areLinksOther,
    };
  }
}

/** In words, for whoever runs the server; null where nothing drifted. */
export function describeDrift({ changed, changedCount, isDigestOther, areLinksOther }: Drift): string | null {
  const what: string[] = [];
  if (changedCount > 0) {
    const more = changedCount > changed.length ? ', …' : '';
    what.push(
      `${changedCount} ${changedCount === 1 ? 'row is' : 'rows are'} not as written (${changed.join(', ')}${more})`,
    );
  }
  if (isDigestOther) what.push('rows were added or removed');
  if (areLinksOther) what.push('relationships were added or removed');
  if (what.length === 0) return null;
  return `The graph was changed behind the API: ${what.join('; ')}. Run aigraph rederive.`;
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
        return writtenStatement(statementIn(record), rev, surroundings);
      case 'edges':
        return writtenEdge(edgeIn(record), rev, surroundings);
      case 'events':
        return writtenEvent(eventIn(record), rev, surroundings);
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

function propertyOf(properties: unknown, name: string): unknown {
  return typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined;
}

/** Of an edge, whether its ends are those of its record; other rows have none. */
function isBetween({ links }: WriteRow, row: Row): boolean {
  if (!row.has('from')) return true;
  return row.get('from') === links.from && row.get('to') === links.to;
}

function countLinks({ links }: WriteRow): number {
  return Object.entries(links).reduce((sum, [name, ends]) => {
    if (name === 'keys' || name === 'from' || name === 'to') return sum;
    return sum + (Array.isArray(ends) ? ends.length : 1);
  }, 0);
}
