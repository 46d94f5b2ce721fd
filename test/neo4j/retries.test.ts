import { expect, it } from 'vitest';
import { COMMIT, failureOf, throughProxy } from './boltProxy.js';

const { proxy, database } = await throughProxy();

/** Writes while the first commit fails with a code. Resolves to how often the work was done. */
async function triesWhere(code: string): Promise<{ readonly tries: number; readonly error: unknown }> {
  let tries = 0;
  let isFailing = true;
  proxy.answer = (bytes) => {
    if (!isFailing || !bytes.includes(COMMIT)) return null;
    isFailing = false;
    return failureOf(code);
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

it.each(['MemoryPoolOutOfMemoryError', 'TransactionOutOfMemoryError', 'OutOfMemoryError'])(
  'a write whose commit ran out of memory (%s) is not: it would again',
  async (name) => {
    const { tries, error } = await triesWhere(`Neo.TransientError.General.${name}`);
    expect([tries, error]).toEqual([1, expect.objectContaining({ kind: 'QUERY_TOO_EXPENSIVE' })]);
  },
);
