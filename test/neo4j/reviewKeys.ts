import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '../../src/server/access/keyStore.js';

/** A file of keys for those who take part in a review. */
export interface Keys {
  readonly path: string;
  /** The key of each by its holder. */
  readonly of: ReadonlyMap<string, string>;
  remove(): Promise<void>;
}

export async function writeKeys(): Promise<Keys> {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  const path = join(folder, 'keys.json');
  const of = new Map<string, string>();
  for (const [holder, name, role] of [
    ['ada', 'ada', 'editor'],
    ['bob', 'bob', 'editor'],
    ['rita', 'rita', 'reader'],
    ['grace', 'grace', 'admin'],
    // The same person with another key.
    ['ada as admin', 'ada', 'admin'],
  ] as const) {
    const { key } = await createKey(path, { name, role, created: new Date(), expires: null });
    of.set(holder, key);
  }
  return { path, of, remove: () => rm(folder, { recursive: true }) };
}
