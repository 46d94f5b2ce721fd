import type { RevisionNote } from '../../../src/model/change.js';
import type { DatasetIndex } from '../../../src/model/DatasetIndex.js';
import type { Instant } from '../../../src/model/time.js';
import type { CommitOptions, Committed, Decision, GraphLedger } from '../../../src/store/GraphLedger.js';
import { MemoryStore } from '../../../src/store/memory/MemoryStore.js';

/** A ledger in memory that tells how long its last write was decided, and how long until it was served. */
export class TimedLedger implements GraphLedger {
  decidedMs = 0;
  servedMs = 0;

  constructor(
    public current: DatasetIndex,
    public store: MemoryStore,
  ) {}

  async commit(
    note: RevisionNote,
    decide: (current: DatasetIndex, at: Instant) => Decision,
    _options: CommitOptions,
  ): Promise<Committed> {
    const began = performance.now();
    const at = new Date(Math.max(Date.now(), this.current.lastTime + 1)).toISOString();
    const { change, touchedIds, summary } = decide(this.current, at);
    const decided = performance.now();
    const number = this.current.meta.revision + 1;
    const next = this.current.next(change, number);
    const store = new MemoryStore(next, this.store);
    await store.prepare();
    this.current = next;
    this.store = store;
    this.decidedMs = decided - began;
    this.servedMs = performance.now() - decided;
    return { revision: { ...note, number, at, touchedIds, summary }, repeated: false, bookmark: null };
  }

  async rehearse(decide: (current: DatasetIndex, at: Instant) => Decision): Promise<Decision> {
    return decide(this.current, new Date().toISOString());
  }
}
