import { sizeQuery } from './cypher/revisions.js';
import type { Database, Reader } from './Database.js';
import { Unservable } from './graphState.js';
import { numberIn } from './rows.js';

/** What a row takes in a projection with its indexes, in KiB: measured on generated graphs, rounded up. */
const KIB = { entities: 4, statements: 2.2, edges: 1.2, events: 1.5 } as const;

/** For what the graph is read into memory, and what helps where that is too much. */
const WHY = {
  read: ['A projection', 'Allow more, or read with READS=database.'],
  write: ['A write, which is decided by a copy', 'Allow more, or write from a process that may take more.'],
} as const;

/** Throws UNAVAILABLE, with the figures, where a copy of the graph in memory would take more than it may. */
export async function checkMemory(
  database: Database,
  mib: number,
  why: keyof typeof WHY,
  reader: Reader,
): Promise<void> {
  const [row] = await database.read(sizeQuery(), reader);
  const sorts = ['entities', 'statements', 'edges', 'events'] as const;
  const counts = sorts.map((sort) => `${numberIn(row, sort)} ${sort}`).join(', ');
  const needed = Math.ceil(sorts.reduce((kib, sort) => kib + numberIn(row, sort) * KIB[sort], 0) / 1024);
  if (needed <= mib) return;
  const [what, help] = WHY[why];
  const message = `${what} of this graph (${counts}) takes about ${needed} MiB, and PROJECTION_MEMORY_MB allows ${mib}. ${help}`;
  throw new Unservable(message);
}
