import { expect, it } from 'vitest';
import { COMMIT, failureOf, throughProxy } from './boltProxy.js';

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
