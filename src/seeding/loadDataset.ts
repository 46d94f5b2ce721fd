import { deriveDataset } from '../derive/deriveDataset.js';
import type { GraphStore } from '../store/GraphStore.js';
import type { GraphWriter } from '../store/GraphWriter.js';
import { readFacts } from './readFacts.js';

/**
 * Read, validate, derive, write: the first folder is a whole dataset, the others lie over it. `step` is told what begins.
 * Throws SeedProblems; then nothing was written.
 */
export async function loadDataset(
  folders: readonly string[],
  writer: GraphWriter,
  step: (what: string) => void = () => {},
): Promise<GraphStore> {
  step('Reading and checking facts');
  const facts = await readFacts(folders);
  step('Deriving dependencies');
  const dataset = deriveDataset(facts);
  step('Building indexes');
  return writer.write(dataset);
}
