import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { post, tinyServer } from './tinyServer.js';

/** Objects of an answer: about half a megabyte, so that all answers take more than 20 MB. */
const LENGTH = 10_000;
const ANSWERS = 40;
const MB = 1_000_000;

it('an answer that was sent goes with the young, and is not kept until the whole heap is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collect: (options: { readonly type: 'major' | 'minor' }) => void = runInNewContext('gc');
  const { url } = await tinyServer({
    execute: async () => ({
      result: { data: { hello: Array.from({ length: LENGTH }, (_, id) => ({ id })) } },
      headers: new Map(),
    }),
  });
  const ask = () => post(url, { query: '{ hello }' });
  for (let i = 0; i < ANSWERS; i++) await ask();
  collect({ type: 'major' });
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < ANSWERS; i++) await ask();
  collect({ type: 'minor' });
  collect({ type: 'minor' });
  expect((process.memoryUsage().heapUsed - before) / MB).toBeLessThan(14);
});
