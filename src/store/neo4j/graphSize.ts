import { GraphError } from '../../model/errors.js';
import { sizeQuery } from './cypher/revisions.js';
import type { Database } from './Database.js';
import { numberIn } from './rows.js';

/** What a row takes in a projection with its indexes, in KiB: measured on generated graphs, rounded up. */
const KIB = { entities: 4, statements: 2.2, edges: 1.2, events: 1.5 } as const;

/** Throws UNAVAILABLE, with the figures, where a projection of the graph would take more memory than it may. */
export async function checkMemory(database: Database, mib: number): Promise<void> {
  const [row] = await database.read(sizeQuery());
  const sorts = ['entities', 'statements', 'edges', 'events'] as const;
  const counts = sorts.map((sort) => `${numberIn(row, sort)} ${sort}`).join(', ');
  const needed = Math.ceil(sorts.reduce((kib, sort) => kib + numberIn(row, sort) * KIB[sort], 0) / 1024);
  if (needed <= mib) return;
  const message = `A projection of this graph (${counts}) takes about ${needed} MiB, and PROJECTION_MEMORY_MB allows ${mib}. Allow more, or read with READS=database.`;
  throw new GraphError('UNAVAILABLE', message);
}
