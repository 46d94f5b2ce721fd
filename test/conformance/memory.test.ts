import type { Dataset } from '../../src/model/dataset.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { analysesConformance } from './analyses.js';
import { graphStoreConformance } from './graphStore.js';

graphStoreConformance('embedded store', (dataset) => new MemoryWriter().write(dataset));

analysesConformance('embedded store, of rows in another order', async (dataset) => {
  const store = await new MemoryWriter().write(backwards(dataset));
  return { store, close: () => store.close() };
});

function backwards(dataset: Dataset): Dataset {
  return {
    ...dataset,
    entities: dataset.entities.toReversed(),
    statements: dataset.statements.toReversed(),
    edges: dataset.edges.toReversed(),
    events: dataset.events.toReversed(),
  };
}
