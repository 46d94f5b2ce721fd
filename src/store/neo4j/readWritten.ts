import type { Revision } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { revisionsSince } from './cypher/revisions.js';
import { SORTS } from './cypher/writes.js';
import type { Database } from './Database.js';
import { Follower, revisionIn } from './Follower.js';
import { readGraphState } from './graphState.js';
import { asRevision } from './Neo4jLedger.js';

/**
 * What people have written to a graph: the revisions that are no import, and the whole of it. Null where there is no graph
 * yet, or where all of it was imported. An import that was not finished counts as none: it is written over.
 */
export async function readWritten(
  database: Database,
): Promise<{ readonly dataset: Dataset; readonly revisions: readonly Revision[] } | null> {
  const state = await readGraphState(database);
  if (state === null || state.revision === 0) return null;
  const rows = (await database.read(revisionsSince(0))).map(revisionIn);
  const revisions = rows.filter(({ whole }) => whole !== true).map(asRevision);
  if (revisions.length === 0) return null;
  return { dataset: await new Follower(database, SORTS).within((query) => database.read(query), state), revisions };
}
