import type { Revision, RevisionNote } from '../../model/change.js';
import { DatasetIndex } from '../../model/DatasetIndex.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import type { Instant } from '../../model/time.js';
import type { CommitOptions, Committed, Decision, GraphLedger } from '../GraphLedger.js';

/** A ledger over a dataset in memory: nothing outlives the process. Writes are serial because deciding is synchronous. */
export class MemoryLedger implements GraphLedger {
  private index: DatasetIndex;
  private readonly made: Revision[] = [];
  private lastAt: number;

  /** `now`: milliseconds since 1970. */
  constructor(
    dataset: Dataset,
    private readonly now: () => number = Date.now,
  ) {
    this.index = DatasetIndex.of(dataset);
    this.lastAt = Math.max(0, this.index.lastTime);
  }

  /** As it stands after the last write. */
  get current(): Dataset {
    return this.index.rows();
  }

  /** Oldest first. */
  get revisions(): readonly Revision[] {
    return this.made;
  }

  async commit(
    note: RevisionNote,
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Committed> {
    refuseEnded(signal);
    const earlier = note.key === null ? undefined : this.made.find(({ key }) => key === note.key);
    if (earlier) return { revision: earlier, repeated: true, bookmark: null };
    const at = this.nextAt();
    const { change, touchedIds, summary } = decide(this.index, at);
    const revision = { ...note, number: this.index.meta.revision + 1, at, touchedIds, summary };
    this.index = this.index.next(change, revision.number);
    this.made.push(revision);
    this.lastAt = Date.parse(at);
    return { revision, repeated: false, bookmark: null };
  }

  async rehearse(
    decide: (current: DatasetIndex, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Decision> {
    refuseEnded(signal);
    return decide(this.index, this.nextAt());
  }

  /** Later than all that is recorded, whatever the clock says. */
  private nextAt(): Instant {
    return new Date(Math.max(this.now(), this.lastAt + 1)).toISOString();
  }
}

function refuseEnded(signal: AbortSignal | null): void {
  if (signal?.aborted) throw new GraphError('TIMEOUT', 'The write was given up before it began.');
}
