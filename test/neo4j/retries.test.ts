import { expect, it } from 'vitest';
import { announce } from '../../src/store/neo4j/settledRevision.js';
import { COMMIT, failureOf, IGNORED, throughProxy } from './boltProxy.js';

const { proxy, database } = await throughProxy();

/** Writes while the first commit fails. Resolves to how often the work was done. */
async function triesWhere(
  code: string,
  message?: string,
): Promise<{ readonly tries: number; readonly error: unknown }> {
  let tries = 0;
  let isFailing = true;
  proxy.answer = (bytes) => {
    if (!isFailing || !bytes.includes(COMMIT)) return null;
    isFailing = false;
    return failureOf(code, message);
  };
  const error = await database
    .write(async (run) => {
      tries++;
      await run({ text: 'RETURN 1', parameters: {} });
    })
    .then(
      () => null,
      (reason: unknown) => reason,
    );
  expect(isFailing).toBe(false);
  return { tries, error };
}

it('a write is done again where its commit met others', async () => {
  expect(await triesWhere('Neo.TransientError.Transaction.DeadlockDetected')).toEqual({ tries: 2, error: null });
});

it('a write is done again where so many indexes were filled at once that it could not be planned', async () => {
  const message = 'Could not compile query due to insanely frequent schema changes';
  expect(await triesWhere('Neo.DatabaseError.General.UnknownError', message)).toEqual({ tries: 2, error: null });
});

it('a write is done again where what it says of itself before its commit fails', async () => {
  let tries = 0;
  let isFailing = true;
  proxy.answer = (bytes) => {
    if (!isFailing || !bytes.includes('coming')) return null;
    isFailing = false;
    // The statement, and the request for its rows that came with it.
    return Buffer.concat([failureOf('Neo.TransientError.Database.DatabaseUnavailable'), IGNORED]);
  };
  await database.write(async () => {
    tries++;
    await announce(database, 1);
  });
  expect([tries, isFailing]).toEqual([2, false]);
});

it('and is not where the database failed otherwise', async () => {
  const { tries, error } = await triesWhere('Neo.DatabaseError.General.UnknownError');
  expect([tries, error]).toEqual([1, expect.objectContaining({ kind: 'UNAVAILABLE' })]);
});

it.each(['MemoryPoolOutOfMemoryError', 'TransactionOutOfMemoryError', 'OutOfMemoryError'])(
  'a write whose commit ran out of memory (%s) is not: it would again',
  async (name) => {
    const { tries, error } = await triesWhere(`Neo.TransientError.General.${name}`);
    expect([tries, error]).toEqual([1, expect.objectContaining({ kind: 'QUERY_TOO_EXPENSIVE' })]);
  },
);
