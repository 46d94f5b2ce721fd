import { stat } from 'node:fs/promises';
import type { Caller } from '../../model/caller.js';
import { GraphError } from '../../model/errors.js';
import { type Credentials, notKnown } from './Access.js';
import { isSecretOf, type KeyRecord, splitKey } from './keyRecords.js';
import { readKeys } from './keyStore.js';

/** How old what is known of the file may be, also that it is broken: so soon does a revoked key end. */
const FRESH_MS = 500;

/** For an id that nobody has: its secret is hashed and compared like any other. */
const NO_KEY = { salt: 'AAAAAAAAAAAAAAAAAAAAAA', hash: 'A'.repeat(43) } as const;

/** The keys of a file, which may change while they are used. */
export class KeysFile implements Credentials {
  private keys: ReadonlyMap<string, KeyRecord> = new Map();
  /** Of the file that was read last. */
  private version = '';
  private looking: Promise<void> | null = null;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private isBroken = false;

  /** `report`: told why the file can't be read, once until it can again. */
  constructor(
    private readonly path: string,
    private readonly report: (error: unknown) => void,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** How many keys there are. Throws where the file is none, or others may write to it. */
  async open(): Promise<number> {
    await this.look();
    return this.keys.size;
  }

  readonly verify = async (credential: string): Promise<Caller | null> => {
    const given = splitKey(credential);
    if (given === null) return null;
    await this.refresh();
    const record = this.keys.get(given.id);
    const isRight = isSecretOf(record ?? NO_KEY, given.secret);
    if (record === undefined || !isRight) throw notKnown();
    // Told only to who has the secret.
    if (record.revoked !== null) throw over(record, 'was revoked', record.revoked);
    if (record.expires !== null && Date.parse(record.expires) <= this.now().getTime()) {
      throw over(record, 'expired', record.expires);
    }
    return { name: record.name, role: record.role, how: 'KEY' };
  };

  /** Throws UNAVAILABLE where the file can't be read: nobody knows who was revoked since. */
  private async refresh(): Promise<void> {
    if (performance.now() - this.lookedAt >= FRESH_MS) {
      this.looking ??= this.lookAndReport().finally(() => {
        this.looking = null;
      });
      await this.looking;
    }
    if (this.isBroken)
      throw new GraphError('UNAVAILABLE', 'The keys of the server cannot be read now. Ask again later.');
  }

  private async lookAndReport(): Promise<void> {
    const begun = performance.now();
    try {
      await this.look();
      this.isBroken = false;
    } catch (error) {
      if (!this.isBroken) this.report(error);
      this.isBroken = true;
    }
    // Not before: who comes meanwhile waits for what is found.
    this.lookedAt = begun;
  }

  private async look(): Promise<void> {
    const version = await versionOf(this.path);
    if (version !== this.version) {
      const keys = await readKeys(this.path);
      this.keys = new Map(keys.map((key) => [key.id, key]));
      this.version = version;
    }
  }
}

/** Another one after each change: the file is replaced as a whole, never written in place. */
async function versionOf(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return `${ino} ${mtimeMs} ${size}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'none';
    throw error;
  }
}

function over({ name }: KeyRecord, what: string, when: string): GraphError {
  return new GraphError('UNAUTHENTICATED', `The key of "${name}" ${what} at ${when}.`);
}
