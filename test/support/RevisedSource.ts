import type { Dataset } from '../../src/model/dataset.js';
import { GraphError } from '../../src/model/errors.js';
import type { GraphHealth, GraphSource, PinnedGraph, PinRequest } from '../../src/store/GraphSource.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { MemoryWriter } from '../../src/store/memory/MemoryWriter.js';

/**
 * A graph that a test moves from revision to revision. Reads are not pinned, as from a database: `lastRevision` tells
 * what is there when it is asked.
 */
export class RevisedSource implements GraphSource {
  /** Every request for a graph so far. */
  readonly pins: PinRequest[] = [];
  /** Called after the reads of each request, before it asks which revision they came from. */
  afterReads: () => Promise<void> = async () => {};
  /** Waited for before each pin is given; ignores the request's signal. */
  beforePin: () => Promise<void> = async () => {};
  staleSince: string | null = null;
  /** When the revision was made. */
  at: string | null = null;
  #store: GraphStore;
  #revision = 1;

  private constructor(store: GraphStore) {
    this.#store = store;
  }

  static async of(
    dataset: Dataset,
    wrap: (store: GraphStore) => GraphStore = (store) => store,
  ): Promise<RevisedSource> {
    return new RevisedSource(wrap(await new MemoryWriter().write(dataset)));
  }

  /** Makes the next revision, of a dataset or the same again. */
  async advance(dataset?: Dataset): Promise<number> {
    if (dataset) this.#store = await new MemoryWriter().write(dataset);
    this.#revision += 1;
    return this.#revision;
  }

  async pin(request: PinRequest): Promise<PinnedGraph> {
    this.pins.push(request);
    await this.beforePin();
    const [store, revision] = [this.#store, this.#revision];
    if (request.revisionAtLeast !== null && request.revisionAtLeast > revision) {
      throw new GraphError('UNAVAILABLE', `There is only revision ${revision}.`);
    }
    const lastRevision = async () => {
      await this.afterReads();
      return this.#revision;
    };
    return { store, revision, at: this.at, staleSince: this.staleSince, lastRevision };
  }

  async health(): Promise<GraphHealth> {
    const { release } = await this.#store.meta();
    return { ready: true, release, revision: this.#revision, staleSince: this.staleSince, problems: [] };
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
