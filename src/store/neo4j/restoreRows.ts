import { mislabelledRows, recountRevisions, relabel, removeStrays } from './cypher/drift.js';
import type { Database } from './Database.js';
import { numberIn, textIn } from './rows.js';

/**
 * Makes the rows of a graph findable again before their facts are read: gives those that lost labels theirs back, removes
 * relationships of our types that belong to no row, and counts revisions as the log does. Looks at every node. Resolves to
 * how much it set right.
 */
export async function restoreRows(database: Database): Promise<number> {
  const nodes = new Map<string, string[]>();
  for (const row of await database.read(mislabelledRows())) {
    const [kind = ''] = (textIn(row, 'id') ?? '').split(':');
    nodes.set(kind, [...(nodes.get(kind) ?? []), textIn(row, 'node') ?? '']);
  }
  const queries = [...[...nodes].flatMap(([kind, some]) => relabel(kind, some)), ...removeStrays(), recountRevisions()];
  let restored = 0;
  for (const query of queries) restored += numberIn((await database.execute(query))[0], 'n');
  return restored;
}
