import type { Dataset } from '../../model/dataset.js';
import type { GraphStore } from '../GraphStore.js';
import type { GraphWriter } from '../GraphWriter.js';
import { MemoryStore } from './MemoryStore.js';

/** Writes by building a new projection; stores that were written before keep answering from their own. */
export class MemoryWriter implements GraphWriter {
  async write(dataset: Dataset): Promise<GraphStore> {
    return new MemoryStore(dataset);
  }
}
