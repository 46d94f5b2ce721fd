import { GraphError } from '../../model/errors.js';
import type { GraphHealth, GraphSource, PinnedGraph, PinRequest } from '../GraphSource.js';
import type { GraphStore } from '../GraphStore.js';

/** One store that never changes, for every request. */
export class FixedSource implements GraphSource {
  constructor(private readonly store: GraphStore) {}

  async pin({ revisionAtLeast }: PinRequest): Promise<PinnedGraph> {
    const { revision } = await this.store.meta();
    if (revisionAtLeast !== null && revisionAtLeast > revision) {
      const message = `Expected revision ${revisionAtLeast} or later but there is only revision ${revision}, which never changes.`;
      throw new GraphError('UNAVAILABLE', message);
    }
    return { store: this.store, revision, at: null, staleSince: null, lastRevision: async () => revision };
  }

  async health(): Promise<GraphHealth> {
    const { release, revision } = await this.store.meta();
    return { ready: true, release, revision, staleSince: null, problems: [] };
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
