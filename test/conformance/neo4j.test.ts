import { afterAll } from 'vitest';
import { openDatabase, openReads } from '../neo4j/database.js';
import { analysesConformance } from './analyses.js';
import { graphStoreConformance } from './graphStore.js';

const { database, write } = openDatabase();
afterAll(() => database.close());

graphStoreConformance('Neo4j', write);

for (const reads of ['database', 'projection'] as const) {
  analysesConformance(`Neo4j, READS=${reads}`, async (dataset) => {
    await write(dataset);
    const { source } = await openReads(database, reads);
    const { store } = await source.pin({ signal: null, bookmarks: [], revisionAtLeast: null, waitMs: 1_000 });
    return { store, close: () => source.close() };
  });
}
