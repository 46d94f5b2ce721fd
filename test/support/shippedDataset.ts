import { deriveDataset } from '../../src/derive/deriveDataset.js';
import type { Dataset } from '../../src/model/dataset.js';
import { readFacts } from '../../src/seeding/readFacts.js';

const SEEDS = new URL('../../seeds/', import.meta.url).pathname;

/** What the shipped facts say, with all that follows from them. */
export async function shippedDataset(): Promise<Dataset> {
  return deriveDataset(await readFacts([SEEDS]));
}
