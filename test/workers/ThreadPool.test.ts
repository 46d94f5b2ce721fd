import { describe, expect, it } from 'vitest';
import { BY_BREAKS } from '../../src/analysis/chokepoints.js';
import type { Traversal } from '../../src/analysis/traverse.js';
import type { Job } from '../../src/workers/Job.js';
import { graphOf } from '../analysis/graph.js';
import { MORTAL, poolOf, SILENT, STUBBORN, VIEW } from './threads.js';

const GRAPH = graphOf(['a b CHIPS', 'b c FABRICATION']);
const CHOKEPOINTS: Traversal = { what: 'CHOKEPOINTS', view: VIEW, ownership: VIEW, first: 5, weights: BY_BREAKS };
const PATHS: Traversal = {
  what: 'PATHS',
  view: VIEW,
  from: 0,
  to: 2,
  options: { direction: 'DEPENDENCIES', maxHops: 3, first: 1 },
};

function job(traversal: Traversal): Job {
  return { graph: GRAPH.topology.shared(), traversal, budget: 1_000 };
}

function never(): AbortSignal {
  return new AbortController().signal;
}

describe('a pool of threads', () => {
  it('starts a thread when it is needed, and answers one job after the other', async () => {
    const { pool } = poolOf({ queue: 2 });
    expect(pool.size).toBe(0);
    const found = await Promise.all([CHOKEPOINTS, PATHS, CHOKEPOINTS].map((one) => pool.run(job(one), never())));
    expect(found.map(({ what }) => what)).toEqual(['CHOKEPOINTS', 'PATHS', 'CHOKEPOINTS']);
    expect(pool.size).toBe(1);
  });

  it('refuses a job when as many wait as may', async () => {
    const { pool } = poolOf({ queue: 1 });
    const taken = [CHOKEPOINTS, PATHS].map((one) => pool.run(job(one), never()));
    await expect(pool.run(job(PATHS), never())).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: 'The server is busy: 1 long questions wait already. Ask again later, or for less.',
    });
    expect((await Promise.all(taken)).map(({ what }) => what)).toEqual(['CHOKEPOINTS', 'PATHS']);
    await expect(pool.run(job(PATHS), never())).resolves.toMatchObject({ what: 'PATHS' });
  });

  it('replaces a thread that dies, and only who asked it gets an error', async () => {
    const { pool, reported } = poolOf({ program: MORTAL });
    const dying = pool.run(job(PATHS), never());
    const waiting = pool.run(job(CHOKEPOINTS), never());
    await expect(dying).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      message: 'The thread that worked on the answer ended. Ask again.',
    });
    await expect(waiting).resolves.toMatchObject({ what: 'CHOKEPOINTS' });
    expect(reported).toEqual([new Error('A thread ended with code 7.')]);
  });

  it('reports a program that can not be started', async () => {
    const { pool, reported } = poolOf({ program: new URL('./nowhere.js', import.meta.url) });
    await expect(pool.run(job(PATHS), never())).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
    expect(reported.length).toBe(1);
  });

  it('drops a job whose request is over, whether it waits or runs', async () => {
    const { pool } = poolOf({ program: SILENT });
    const [first, second] = [new AbortController(), new AbortController()];
    const running = pool.run(job(PATHS), first.signal);
    const waiting = pool.run(job(PATHS), second.signal);
    second.abort(new Error('over'));
    await expect(waiting).rejects.toThrow('over');
    const next = pool.run(job(PATHS), never());
    first.abort(new Error('over too'));
    await expect(running).rejects.toThrow('over too');
    await expect(pool.run(job(PATHS), AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
    const closed = expect(next).rejects.toThrow('The server is being closed.');
    await pool.close();
    await closed;
    await expect(pool.run(job(PATHS), never())).rejects.toThrow('The server is being closed.');
  });

  it('ends the thread of a job whose request is over, and gives who waits another', async () => {
    const { pool, reported } = poolOf({ program: STUBBORN, graceMs: 1 });
    const client = new AbortController();
    const running = pool.run(job(PATHS), client.signal);
    const waiting = pool.run(job(CHOKEPOINTS), never());
    client.abort(new Error('over'));
    await expect(running).rejects.toThrow('over');
    expect(await waiting).toMatchObject({ what: 'CHOKEPOINTS' });
    expect([pool.size, reported]).toEqual([1, []]);
  });

  it('passes on what goes wrong inside a traversal', async () => {
    const { pool } = poolOf();
    const wrong: Traversal = { what: 'CLOSURE', view: VIEW, start: 0, direction: 'DEPENDENCIES', maxDepth: 99 };
    await expect(pool.run(job(wrong), never())).rejects.toThrow('Expected maxDepth in 1..10 but got: 99.');
    await expect(pool.run(job(PATHS), never())).resolves.toMatchObject({ what: 'PATHS' });
  });
});
