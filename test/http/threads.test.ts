import { describe, expect, it } from 'vitest';
import { Traversals } from '../../src/analysis/Traversals.js';
import type { TraversalsOf } from '../../src/resolvers/context.js';
import { runInPool } from '../../src/workers/runInPool.js';
import type { PoolOptions } from '../../src/workers/ThreadPool.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { company } from '../support/records.js';
import { edge, smallDataset } from '../support/smallDataset.js';
import { MORTAL, poolOf, SILENT, STUBBORN } from '../workers/threads.js';
import { graphServer } from './graphServer.js';

const NOTHING_IS_SMALL = { CLOSURE: 0, PATHS: 0, IMPACT: 0, CHOKEPOINTS: 0 };
const NAME = '{ company(id: "company:lab") { name } }';
const PATHS = '{ paths(from: "company:lab", to: "company:fab") { edges { node { nodes { id } } } } }';
const ALL = `{
  dependents(of: "company:fab", transitive: true, first: 1) {
    totalCount truncated pageInfo { hasNextPage }
    edges { cursor depth kinds confidence node { id name } path { nodes { id } hops { kind from { id } to { id } } } }
  }
  lab: company(id: "company:lab") { dependencies(transitive: true) { totalCount edges { node { id } } } }
  paths(from: "company:lab", to: "company:fab") { truncated edges { node { length nodes { id } } } }
  impact(remove: ["company:fab"]) {
    breakCount stressCount coverage { known total } truncated
    breaks { node { id } capability horizon depth reason lost { from { id } to { id } } }
    stresses { node { id } reason alternatives { id } lostShare { low high } }
  }
  chokepoints { candidates truncated ranked { entity { id } breaks stresses weight } }
}`;

const GRAPH = smallDataset({
  entities: ['lab', 'maker', 'other', 'fab'].map((slug) => company(slug, { name: slug })),
  edges: [
    edge({ from: 'company:lab', to: 'company:maker', kind: 'CHIPS' }),
    edge({ from: 'company:lab', to: 'company:other', kind: 'CHIPS' }),
    edge({ from: 'company:maker', to: 'company:fab', kind: 'FABRICATION' }),
  ],
});

function inPool(options: Partial<PoolOptions>): TraversalsOf {
  const { pool } = poolOf(options);
  return (request) => new Traversals(runInPool({ pool, small: NOTHING_IS_SMALL, tried: 0 }, request));
}

describe('a server with threads', () => {
  it('answers as one without', async () => {
    const source = await RevisedSource.of(GRAPH);
    const plain = await graphServer({ source });
    const threaded = await graphServer({ source, traversalsOf: inPool({ threads: 2, queue: 10 }) });
    const expected = await plain.ask(ALL);
    expect(expected.body).toMatchObject({ data: { dependents: { totalCount: 2 }, impact: { breakCount: 1 } } });
    expect((await threaded.ask(ALL)).body).toEqual(expected.body);
  });

  it('refuses what finds the queue full', async () => {
    const source = await RevisedSource.of(GRAPH);
    const { ask } = await graphServer({
      source,
      requestTimeoutMs: 1_000,
      traversalsOf: inPool({ program: SILENT, queue: 1 }),
    });
    const replies = await Promise.all([ask(PATHS), ask(PATHS), ask(PATHS), ask(NAME)]);
    const codes = replies.map(({ body }) => JSON.stringify(body).match(/"code":"(\w+)"/)?.[1]);
    expect(codes.sort()).toEqual(['TIMEOUT', 'TIMEOUT', 'UNAVAILABLE', undefined]);
  });

  it('stops the work of who hangs up, and of who has had his time', async () => {
    const source = await RevisedSource.of(GRAPH);
    const { pool } = poolOf({ program: STUBBORN, graceMs: 1 });
    let began = () => {};
    const asked = new Promise<void>((resolve) => {
      began = resolve;
    });
    const traversalsOf: TraversalsOf = (request) => {
      began();
      return new Traversals(runInPool({ pool, small: NOTHING_IS_SMALL, tried: 0 }, request));
    };
    const patient = await graphServer({ source, traversalsOf });
    const hasty = await graphServer({ source, traversalsOf, requestTimeoutMs: 300 });
    const client = new AbortController();
    const hungUp = patient.ask(PATHS, [], client.signal);
    await asked;
    client.abort();
    await expect(hungUp).rejects.toThrow('abort');
    // There is one thread, so this waits until it has been ended.
    expect((await patient.ask('{ chokepoints { candidates } }')).body).toMatchObject({ data: { chokepoints: {} } });
    expect(JSON.stringify((await hasty.ask(PATHS)).body)).toContain('"code":"TIMEOUT"');
    expect((await patient.ask('{ chokepoints { truncated } }')).body).toMatchObject({ data: { chokepoints: {} } });
  });

  it('serves on when a thread dies', async () => {
    const source = await RevisedSource.of(GRAPH);
    const { ask } = await graphServer({ source, traversalsOf: inPool({ program: MORTAL }) });
    expect((await ask(PATHS)).body).toMatchObject({
      errors: [
        {
          message: 'The thread that worked on the answer ended. Ask again.',
          extensions: { code: 'UNAVAILABLE' },
        },
      ],
    });
    expect((await ask('{ chokepoints { candidates } }')).body).toMatchObject({
      data: { chokepoints: { candidates: 0 } },
    });
    expect((await ask(NAME)).body).toMatchObject({ data: { company: { name: 'lab' } } });
  });
});
