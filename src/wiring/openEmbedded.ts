import { SHIPPED_SEEDS } from '../config.js';
import { loadDataset } from '../seeding/loadDataset.js';
import { FixedSource } from '../store/memory/FixedSource.js';
import { MemoryWriter } from '../store/memory/MemoryWriter.js';
import { ReadOnlyEditor } from '../store/ReadOnlyEditor.js';
import { ReadOnlyReviewer } from '../store/ReadOnlyReviewer.js';
import type { OpenedGraph } from './OpenedGraph.js';

/** The shipped facts and, over them, those of the folders, in memory. Throws SeedProblems. */
export async function openEmbedded(data: readonly string[], step: (what: string) => void): Promise<OpenedGraph> {
  const store = await loadDataset([SHIPPED_SEEDS, ...data], new MemoryWriter(), step);
  return { source: new FixedSource(store), editor: new ReadOnlyEditor(), reviewer: new ReadOnlyReviewer(), notes: [] };
}
