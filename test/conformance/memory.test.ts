import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';
import { graphStoreConformance } from './graphStore.js';

graphStoreConformance('embedded store', (dataset) => new MemoryWriter().write(dataset));
