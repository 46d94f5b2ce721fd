import { GraphError } from '../../model/errors.js';
import { claimImport, dropImport, holdLane, keepImport, type Lane } from './cypher/revisions.js';
import type { Database } from './Database.js';
import type { Run } from './Follower.js';
import { numberIn } from './rows.js';

/** How long an import that shows no sign of life keeps others out. */
const CLAIM_MS = 15_000;
const RENEW_MS = 4_000;
const RETRY_MS = 500;

/** That one import, and no other, writes to the graph. Readers are not hindered by it. */
export class ImportClaim {
  /** By which the graph knows its holder. */
  readonly token = crypto.randomUUID();

  constructor(private readonly database: Database) {}

  /** Waits for one that may have died. Resolves to the last revision. Throws CONFLICT where another import is under way. */
  async take(): Promise<number> {
    const deadline = performance.now() + CLAIM_MS + RENEW_MS;
    for (;;) {
      const at = performance.now();
      const { result } = await this.database.write((run) => run(claimImport(this.token, CLAIM_MS)));
      const [row] = result;
      if (row !== undefined) return numberIn(row, 'revision');
      if (at > deadline) {
        throw new GraphError('CONFLICT', 'Another import of this graph is under way. Wait until it is done.');
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  /** Shows signs of life until the function that it returns is called. */
  renewed(): () => void {
    const keep = () => this.database.write((run) => run(keepImport(this.token, CLAIM_MS)));
    // What fails here fails again in the next transaction, and is told there.
    const timer = setInterval(() => void keep().catch(() => {}), RENEW_MS);
    return () => clearInterval(timer);
  }

  /** A transaction that others of this import may run beside. Nobody takes the import over before it ends. */
  async beside(lane: Lane, work: (run: Run) => Promise<unknown>): Promise<void> {
    await this.database.write(async (run) => {
      const [held] = await Promise.all([run(holdLane(this.token, lane)), work(run)]);
      mustHold(held);
    });
  }

  /** A transaction that changes what the graph says of itself. */
  async alone(work: (run: Run) => Promise<unknown>): Promise<void> {
    await this.database.write(async (run) => {
      mustHold(await run(keepImport(this.token, CLAIM_MS)));
      await work(run);
    });
  }

  /** Gives the graph back, having written nothing. `isWhole`: it was found to be as it should be. */
  async drop(isWhole: boolean): Promise<void> {
    await this.database.execute(dropImport(this.token, isWhole));
  }
}

function mustHold(rows: readonly unknown[]): void {
  if (rows.length === 0)
    throw new GraphError('CONFLICT', 'Another import took this graph over, or a write came in between. Run it again.');
}
