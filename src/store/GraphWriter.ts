import type { Dataset } from '../model/dataset.js';
import type { GraphStore } from './GraphStore.js';

/** The port for writing a whole dataset. What `write` resolves to reads exactly that dataset. */
export interface GraphWriter {
  write(dataset: Dataset): Promise<GraphStore>;
}
