import { GraphError } from '../../model/errors.js';
import type { Coalescer } from './Coalescer.js';
import { announceRevision, forgetAnnounced, lockGraph, revisionQuery } from './cypher/revisions.js';
import type { Database, Reader } from './Database.js';
import { type GraphState, servable, stateIn } from './graphState.js';
import type { TellsRevision } from './Reads.js';
import { column, numberIn, type Row, textIn } from './rows.js';
import { SharedPoll } from './SharedPoll.js';

/**
 * To be awaited by the work that commits a revision, as its last step, while it holds the graph's lock: until the revision is
 * whole nobody takes its rows for those of the one before. Throws the driver's errors, as the work's own statements do.
 */
export async function announce(database: Database, revision: number): Promise<void> {
  await database.beside(announceRevision(revision));
}

/**
 * The graph's state when nothing is half visible: whoever commits a revision lets the lock go when all of it shows. Throws
 * UNAVAILABLE, also for a graph that can't be served.
 */
export async function appliedState(
  database: Database,
  signal: AbortSignal | null,
): Promise<ReturnType<typeof servable>> {
  const { result } = await database.write((run) => run(lockGraph()), signal);
  return servable(stateOf(result));
}

function stateOf([row]: readonly Row[]): GraphState | null {
  return row === undefined ? null : stateIn(row);
}

/** Tells requests the last revision, together. */
export class SettledRevision {
  private last = 0;
  /** One at a time, however many ask while a revision is being committed. */
  private readonly poll = new SharedPoll(async () => {
    const { result } = await this.database.write(async (run) => {
      const rows = await run(lockGraph());
      // What was announced and has not come by now was given up, and would make all who read wait for nothing.
      await run(forgetAnnounced());
      return rows;
    });
    const state = stateOf(result);
    if (state?.halfWrittenBy) throw beingImported();
    this.last = servable(state).revision;
  });

  constructor(
    private readonly database: Database,
    private readonly coalescer: Coalescer,
  ) {}

  /**
   * The latest revision of which anything may be that was read by statements that tell this. Throws UNAVAILABLE while an
   * import is changing what they read, TIMEOUT where the reader's signal ends it.
   */
  async after(told: TellsRevision, reader: Reader): Promise<number> {
    if (typeof told === 'number') return told;
    if (told === 'unsettled') return this.underLock(reader.signal);
    const [revision = 0] = await this.coalescer.load('lastRevision', ['graph'], reader, async (keys, shared) => {
      const [row] = await this.database.read(revisionQuery(), shared);
      if (textIn(row, 'halfWrittenBy') !== null) throw beingImported();
      const isSettled = column(row, 'isSettled') === true;
      const revision = isSettled ? numberIn(row, 'revision') : await this.underLock(shared.signal);
      return keys.map(() => revision);
    });
    return revision;
  }

  private async underLock(signal: AbortSignal | null): Promise<number> {
    await this.poll.next(signal);
    return this.last;
  }
}

function beingImported(): GraphError {
  return new GraphError('UNAVAILABLE', 'The graph is being imported. Ask again when that is done.');
}
