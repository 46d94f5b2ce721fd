import type { Change, RowChange } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { type EntityId, toId } from '../../model/ids.js';
import { hashesQuery, redirectsSince, SORTS, type Sort } from './cypher/writes.js';
import { ANY_READER, type Database } from './Database.js';
import { Digest } from './digest.js';
import { tallyGraph } from './findDrift.js';
import type { AnyRow } from './recordText.js';
import { redirectDigest } from './redirectDigest.js';
import { rowHash } from './rowProperties.js';
import { column, textIn } from './rows.js';
import type { Tally } from './Tally.js';
import { redirectsIn, surroundingsOf } from './writePlan.js';

/** What turns a graph into a dataset. */
export interface Difference {
  readonly change: Change;
  /** Of the rows that are there as they should be. */
  readonly kept: Digest;
  /** Ids of the rows that are there but otherwise. */
  readonly replaced: ReadonlyMap<Sort, ReadonlySet<string>>;
  readonly redirects: RedirectDifference;
}

export interface RedirectDifference {
  /** Of the whole dataset. */
  readonly digest: string;
  /** Ids that lead nowhere any more: they are entities again, or gone. */
  readonly removed: readonly string[];
}

/**
 * Compares the hash of every row of a dataset with what the graph holds. `mend`: rows that are not as this program writes them
 * differ whatever hash they bear. Linear in the rows of both.
 */
export async function findDifference(database: Database, dataset: Dataset, mend: boolean): Promise<Difference> {
  const tally = mend ? await tallyGraph(database) : null;
  const surroundings = surroundingsOf(dataset);
  const { canonical } = surroundings;
  const kept = new Digest();
  const replaced = new Map<Sort, ReadonlySet<string>>();
  const compare = async <T extends AnyRow>(sort: Sort, rows: readonly T[]): Promise<RowChange<T>> => {
    const there = await hashesOf(database, sort, tally);
    const put: T[] = [];
    const others = new Set<string>();
    for (const row of rows) {
      const old = there.get(row.id);
      if (old === undefined) {
        put.push(row);
        continue;
      }
      there.delete(row.id);
      if (old === rowHash(row, surroundings)) kept.add(old);
      else {
        put.push(row);
        others.add(row.id);
      }
    }
    replaced.set(sort, others);
    return { put, removed: [...there.keys()] };
  };
  const entities = await compare(
    'entities',
    dataset.entities.filter(({ id }) => canonical(id) === id),
  );
  const statements = await compare('statements', dataset.statements);
  const edges = await compare('edges', dataset.edges);
  const events = await compare('events', dataset.events);
  const { redirects, ...rest } = await compareRedirects(database, redirectsIn(dataset));
  const change = { meta: dataset.meta, entities, statements, edges, events, redirects };
  return { change, kept, replaced, redirects: rest };
}

/** The hash of each row that is there; an empty one for a row that has to be written again. */
async function hashesOf(database: Database, sort: Sort, tally: Tally | null): Promise<Map<string, string>> {
  const toMend = tally?.toMend(sort);
  const there = new Map<string, string>();
  await database.stream(hashesQuery(sort), ANY_READER, () => (row) => {
    const id = String(column(row, 'id'));
    // Of two dependencies with one id both are removed, and one is made.
    const mustMend = toMend?.has(id) === true || there.has(id);
    there.set(id, mustMend ? '' : String(column(row, 'hash')));
  });
  return there;
}

async function compareRedirects(database: Database, wanted: ReadonlyMap<EntityId, EntityId>) {
  const rows = await database.read(redirectsSince(0));
  const there = new Map(rows.map((row) => [textIn(row, 'id'), textIn(row, 'into')]));
  return {
    redirects: new Map([...wanted].filter(([id, into]) => there.get(id) !== into)),
    digest: redirectDigest(wanted),
    removed: [...there.keys()].filter((id) => id !== null && !wanted.has(toId(id))).map(String),
  };
}

/** Whether rows have to be found, to be replaced or removed. */
export function findsRows({ change, replaced }: Difference): boolean {
  return SORTS.some((sort) => change[sort].removed.length > 0 || (replaced.get(sort)?.size ?? 0) > 0);
}
