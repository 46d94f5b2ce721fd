import { applyChange } from '../../model/applyChange.js';
import type { Revision, RevisionNote } from '../../model/change.js';
import type { Dataset } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import type { Instant } from '../../model/time.js';
import type { CommitOptions, Committed, Decision, GraphLedger } from '../GraphLedger.js';

/** A ledger over a dataset in memory: nothing outlives the process. Writes are serial because deciding is synchronous. */
export class MemoryLedger implements GraphLedger {
  private dataset: Dataset;
  private readonly made: Revision[] = [];
  private lastAt: number;

  /** `now`: milliseconds since 1970. */
  constructor(
    dataset: Dataset,
    private readonly now: () => number = Date.now,
  ) {
    this.dataset = dataset;
    this.lastAt = latestTime(dataset);
  }

  /** As it stands after the last write. */
  get current(): Dataset {
    return this.dataset;
  }

  /** Oldest first. */
  get revisions(): readonly Revision[] {
    return this.made;
  }

  async commit(
    note: RevisionNote,
    decide: (current: Dataset, at: Instant) => Decision,
    { signal }: CommitOptions,
  ): Promise<Committed> {
    refuseEnded(signal);
    const earlier = note.key === null ? undefined : this.made.find(({ key }) => key === note.key);
    if (earlier) return { revision: earlier, repeated: true, bookmark: null };
    const at = this.nextAt();
    const { change, touchedIds, summary } = decide(this.dataset, at);
    const revision = { ...note, number: this.dataset.meta.revision + 1, at, touchedIds, summary };
    this.dataset = applyChange(this.dataset, change, revision.number);
    this.made.push(revision);
    this.lastAt = Date.parse(at);
    return { revision, repeated: false, bookmark: null };
  }

  async rehearse(decide: (current: Dataset, at: Instant) => Decision, { signal }: CommitOptions): Promise<Decision> {
    refuseEnded(signal);
    return decide(this.dataset, this.nextAt());
  }

  /** Later than all that is recorded, whatever the clock says. */
  private nextAt(): Instant {
    return new Date(Math.max(this.now(), this.lastAt + 1)).toISOString();
  }
}

function latestTime({ statements }: Dataset): number {
  const times = new Set(statements.flatMap(({ recordedAt, retractedAt }) => [recordedAt, retractedAt ?? recordedAt]));
  return [...times].reduce((latest, time) => Math.max(latest, Date.parse(time)), 0);
}

function refuseEnded(signal: AbortSignal | null): void {
  if (signal?.aborted) throw new GraphError('TIMEOUT', 'The write was given up before it began.');
}
