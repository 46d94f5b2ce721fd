import { GraphError } from '../../model/errors.js';
import { announceRevision, revisionQuery } from './cypher/revisions.js';
import type { Database, Reader } from './Database.js';
import { tookTooLong } from './databaseErrors.js';
import { column, numberIn, textIn } from './rows.js';

/** A commit takes milliseconds; where it fails after it was announced, readers wait no longer than that. */
const COMMIT_MS = 5_000;
const LOOK_AGAIN_MS = 5;

/**
 * To be awaited by whoever commits a revision, right before that: until it is whole, or has failed, nobody takes its rows for
 * those of the revision before.
 */
export async function announce(database: Database, revision: number): Promise<void> {
  await database.execute(announceRevision(revision, COMMIT_MS));
}

/**
 * The last revision, when nothing of a later one can be seen. Waits while one is being committed. Throws UNAVAILABLE while an
 * import is changing the graph, TIMEOUT where the reader's signal ends it.
 */
export async function settledRevision(database: Database, reader: Reader): Promise<number> {
  for (;;) {
    const [row] = await database.read(revisionQuery(), reader);
    if (textIn(row, 'halfWrittenBy') !== null) {
      throw new GraphError('UNAVAILABLE', 'The graph is being imported. Ask again when that is done.');
    }
    if (column(row, 'isSettled') === true) return numberIn(row, 'revision');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    if (reader.signal?.aborted) throw tookTooLong();
  }
}
