import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { type KeyRecord, keysText, makeKey, type NewKey, parseKeys } from './keyRecords.js';

const OWNER_ONLY = 0o600;
const OTHERS_WRITE = 0o022;
const LOCK_WAIT_MS = 5_000;
const LOCK_RETRY_MS = 20;

/** A keys file that can't be used, with what to do. */
export class KeysFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KeysFileError';
  }
}

/** The keys of a file; none where there is no file yet. Throws KeysFileError. */
export async function readKeys(path: string): Promise<readonly KeyRecord[]> {
  const text = await textOf(path);
  if (text === null) return [];
  if (((await stat(path)).mode & OTHERS_WRITE) !== 0) {
    throw new KeysFileError(`Others may write to the keys file ${path}. Allow only its owner to: chmod 600.`);
  }
  try {
    return parseKeys(text);
  } catch {
    // What was wrong might quote a hash.
    throw new KeysFileError(`Expected a file of "aigraph keys create" but ${path} is none.`);
  }
}

/** Adds a key to the file, which is made where it is missing. Resolves to the key, which is kept nowhere. Throws KeysFileError. */
export async function createKey(path: string, given: NewKey): Promise<{ key: string; record: KeyRecord }> {
  const made = makeKey(given);
  await changeKeys(path, (keys) => [...keys, made.record]);
  return made;
}

/** Revokes a key; one that was revoked stays so since then. Throws KeysFileError for an unknown id. */
export async function revokeKey(path: string, id: string, at: Date): Promise<KeyRecord> {
  const revoked = at.toISOString();
  const keys = await changeKeys(path, (before) =>
    before.map((key) => (key.id === id ? { ...key, revoked: key.revoked ?? revoked } : key)),
  );
  const record = keys.find((key) => key.id === id);
  if (record === undefined) throw new KeysFileError(`No key has the id "${id}". See aigraph keys list.`);
  return record;
}

/** Replaces the file as a whole, so that whoever reads it meanwhile reads one or the other. One change at a time. */
async function changeKeys(
  path: string,
  change: (keys: readonly KeyRecord[]) => readonly KeyRecord[],
): Promise<readonly KeyRecord[]> {
  const lock = `${path}.lock`;
  await takeLock(lock);
  try {
    const keys = change(await readKeys(path));
    const file = await open(`${path}.new`, 'w', OWNER_ONLY);
    try {
      await file.chmod(OWNER_ONLY);
      await file.writeFile(keysText(keys));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    return keys;
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  const until = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      await (await open(lock, 'wx', OWNER_ONLY)).close();
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EEXIST') throw new KeysFileError(`The keys file cannot be written beside ${lock}: ${code}.`);
      if (performance.now() > until) {
        throw new KeysFileError(`Somebody is changing the keys. If nobody is, remove ${lock}.`);
      }
      await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
    }
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return null;
    throw new KeysFileError(`The keys file ${path} cannot be read: ${code}.`);
  }
}
