import type { Revision } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { revisionsSince } from './cypher/revisions.js';
import type { Database } from './Database.js';
import { Follower } from './Follower.js';
import { revisionIn } from './followedRows.js';
import { readGraphState } from './graphState.js';
import { asRevision } from './Neo4jLedger.js';

/** What people have written to a graph. */
export interface Written {
  /** Of the graph that was read; 0 for none. */
  readonly revision: number;
  /** The whole graph; null where nobody wrote to it. */
  readonly dataset: Dataset | null;
  readonly revisions: readonly Revision[];
}

/**
 * What people have written to a graph: the revisions that are no import, and the whole of it. An import that was not finished
 * counts as none: it is written over. Throws CONFLICT where the log is without its graph.
 */
export async function readWritten(database: Database): Promise<Written> {
  const state = await readGraphState(database);
  const revision = state?.revision ?? 0;
  const rows = (await database.read(revisionsSince(0))).map((row) => asRevision(revisionIn(row)));
  if (state === null || revision === 0) {
    if (rows.length === 0) return { revision, dataset: null, revisions: [] };
    const message = `The database holds ${rows.length} revisions, but the Graph node that describes them was removed or changed. Restore the database from a backup, or empty it and import again.`;
    throw new GraphError('CONFLICT', message);
  }
  // An import answers nobody.
  const revisions = rows.filter(({ summary }) => summary !== '');
  if (revisions.length === 0) return { revision, dataset: null, revisions };
  return {
    revision,
    revisions,
    dataset: (await new Follower(database).within((query) => database.read(query), state)).rows(),
  };
}
