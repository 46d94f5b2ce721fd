import { packDataset } from '../../src/store/memory/packed/GraphPacker.js';
import { PackedStore } from '../../src/store/memory/packed/PackedStore.js';
import { analysesConformance } from './analyses.js';
import { graphStoreConformance } from './graphStore.js';

graphStoreConformance('packed store', async (dataset) => new PackedStore(packDataset(dataset)));

analysesConformance('packed store', async (dataset) => {
  const store = new PackedStore(packDataset(dataset));
  return { store, close: () => store.close() };
});
