import { ConfigError } from '../config.js';
import { FixedSource } from '../store/memory/FixedSource.js';
import { PackedStore } from '../store/memory/packed/PackedStore.js';
import { ReadOnlyEditor } from '../store/ReadOnlyEditor.js';
import { ReadOnlyReviewer } from '../store/ReadOnlyReviewer.js';
import type { OpenedGraph } from './OpenedGraph.js';
import { readSnapshot } from './snapshotFile.js';

/** A packed graph, as its file has it. Throws ConfigError where facts are to be laid over it, UNAVAILABLE. */
export async function openSnapshot(
  file: string,
  data: readonly string[],
  step: (what: string) => void,
): Promise<OpenedGraph> {
  if (data.length > 0) {
    const message = 'A snapshot is served as it was made: lay own facts under it with "aigraph snapshot --data DIR".';
    throw new ConfigError([message]);
  }
  step('Reading the snapshot');
  const store = new PackedStore(readSnapshot(file));
  const notes = [`Served from the snapshot ${file}; it takes no writes.`];
  return { source: new FixedSource(store), editor: new ReadOnlyEditor(), reviewer: new ReadOnlyReviewer(), notes };
}
