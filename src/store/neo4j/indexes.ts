import { awaitIndexes, CONSTRAINTS, INDEXES, indexNames, type SchemaItem } from './cypher/schema.js';
import type { Database } from './Database.js';
import { textIn } from './rows.js';

/** Makes the constraints by which links find their ends, where they are not there yet. */
export async function makeConstraints(database: Database): Promise<void> {
  for (const { query } of await missingOf(database, CONSTRAINTS)) await database.execute(query);
}

/**
 * Has the database begin to fill those indexes that are not there yet, beside whatever is written next. Not constraints, which
 * it fills before it answers.
 */
export async function beginIndexes(database: Database, items: readonly SchemaItem[]): Promise<void> {
  const missing = (await missingOf(database, items)).filter(({ isUnique }) => !isUnique);
  if (missing.length === 0) return;
  // Those that are made in one transaction are filled by one walk through the store.
  await database.write(async (run) => {
    for (const { query } of missing) await run(query);
  });
}

/** Makes all indexes that are not there yet, and waits until all are filled. `begins`: called where some are missing. */
export async function fillIndexes(database: Database, begins: () => void): Promise<void> {
  const missing = await missingOf(database, INDEXES);
  if (missing.length > 0) begins();
  // Constraints walk through the store beside the other indexes.
  await beginIndexes(database, missing);
  for (const { query } of missing.filter(({ isUnique }) => isUnique)) await database.execute(query);
  // Also where all are there: they may be filling still, since a run before this one was killed or since its own rows were written.
  await database.execute(awaitIndexes());
}

async function missingOf(database: Database, items: readonly SchemaItem[]): Promise<readonly SchemaItem[]> {
  const rows = await database.read(indexNames());
  const there = new Set(rows.map((row) => textIn(row, 'name')));
  return items.filter(({ name }) => !there.has(name));
}
