import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { GraphError } from '../../src/model/errors.js';
import { RequestNote } from '../../src/server/observe/RequestNote.js';
import { RequestStore } from '../../src/server/RequestStore.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { company } from '../support/records.js';
import { smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const NAME = '{ company(id: "company:lab") { name } }';

function labNamed(name: string) {
  return smallDataset({ entities: [company('lab', { name })] });
}

function never(): Promise<void> {
  return new Promise(() => {});
}

describe('a read', () => {
  it('pins once and says which revision it read', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    const { ask } = await graphServer({ source });
    expect(await ask(NAME)).toMatchObject({
      status: 200,
      body: { data: { company: { name: 'Lab' } }, extensions: { revision: 1 } },
    });
    expect(source.pins.length).toBe(1);
  });

  it('is read again, once, where a write came between', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.afterReads = async () => {
      if (source.pins.length === 1) await source.advance(labNamed('New Lab'));
    };
    const { ask } = await graphServer({ source });
    expect((await ask(NAME)).body).toEqual({
      data: { company: { name: 'New Lab' } },
      extensions: { revision: 2 },
    });
    expect(source.pins.map(({ revisionAtLeast }) => revisionAtLeast)).toEqual([null, 2]);
  });

  it('names both revisions where a write came between twice', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.afterReads = async () => void (await source.advance());
    const { ask } = await graphServer({ source });
    expect((await ask(NAME)).body).toMatchObject({ extensions: { revision: { from: 2, to: 3 } } });
    expect(source.pins.length).toBe(2);
  });

  it('keeps the first answer where the second does not come in time', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.afterReads = async () => void (await source.advance(labNamed('New Lab')));
    source.beforePin = async () => (source.pins.length === 2 ? never() : undefined);
    const { ask } = await graphServer({ source, requestTimeoutMs: 300 });
    expect((await ask(NAME)).body).toEqual({
      data: { company: { name: 'Lab' } },
      extensions: { revision: { from: 1, to: 2 } },
    });
  });

  it('knows what its revision says, also where its writer’s clock runs ahead', async () => {
    const recordedAt = '2026-12-01T00:05:00Z';
    const source = await RevisedSource.of(
      smallDataset({ statements: [{ subject: 'company:lab', property: 'founded', value: 2015, recordedAt }] }),
    );
    const { ask } = await graphServer({ source });
    const facts = '{ company(id: "company:lab") { facts { value } } }';
    expect((await ask(facts)).body).toMatchObject({ data: { company: { facts: [] } } });
    source.at = recordedAt;
    expect((await ask(facts)).body).toMatchObject({ data: { company: { facts: [{ value: 2015 }] } } });
  });

  it('says since when the database is away', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.staleSince = '2026-11-30T12:00:00Z';
    const { ask } = await graphServer({ source });
    expect((await ask(NAME)).body).toMatchObject({
      extensions: { revision: 1, stale: { since: '2026-11-30T12:00:00Z' } },
    });
  });

  it('says the revision also beside a field that failed', async () => {
    const { ask } = await graphServer({ source: await RevisedSource.of(labNamed('Lab')) });
    expect((await ask('{ dependencies(of: "company:nobody") { totalCount } }')).body).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
      extensions: { revision: 1 },
    });
  });

  it('fails whole, with status 200 and the code, where nothing can be pinned', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.beforePin = () => Promise.reject(new GraphError('UNAVAILABLE', 'Neo4j is not reached.'));
    const { ask } = await graphServer({ source });
    expect(await ask(NAME)).toMatchObject({
      status: 200,
      body: { data: null, errors: [{ message: 'Neo4j is not reached.', extensions: { code: 'UNAVAILABLE' } }] },
    });
  });

  it('masks what is no error of the graph', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.beforePin = () => Promise.reject(new Error('secret of the store'));
    const { ask } = await graphServer({ source });
    expect(await ask(NAME)).toMatchObject({
      status: 500,
      body: { errors: [{ message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    });
  });
});

describe('the deadline', () => {
  it('answers TIMEOUT and ends the work', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    source.beforePin = never;
    const { ask } = await graphServer({ source, requestTimeoutMs: 100 });
    expect(await ask(NAME)).toMatchObject({
      status: 200,
      body: {
        data: null,
        errors: [{ message: expect.stringContaining('within 0.1 s'), extensions: { code: 'TIMEOUT' } }],
      },
    });
    expect(source.pins[0]?.signal?.aborted).toBe(true);
  });

  it('ends reads from memory too, which let no timer run', async () => {
    let reads = 0;
    const busy = () => {
      reads += 1;
      const until = performance.now() + 30;
      while (performance.now() < until);
    };
    const source = await RevisedSource.of(
      labNamed('Lab'),
      (store) => new RequestStore(store, { check: busy, note: new RequestNote('') }),
    );
    const { ask } = await graphServer({ source, requestTimeoutMs: 100 });
    const facts = Array.from({ length: 50 }, (_, i) => `f${i}: facts(property: "p${i}") { id }`).join(' ');
    const { body } = await ask(`{ company(id: "company:lab") { ${facts} } }`);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
    expect(reads).toBeLessThan(10);
  });

  it('does not touch a request that was answered', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    const { ask } = await graphServer({ source, requestTimeoutMs: 100 });
    await ask(NAME);
    await sleep(200);
    expect(source.pins[0]?.signal?.aborted).toBe(false);
  });
});

describe('a client that hangs up', () => {
  it('ends the work, and the server serves on', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    let pinned = () => {};
    const begun = new Promise<void>((resolve) => {
      pinned = resolve;
    });
    source.beforePin = async () => {
      pinned();
      await never();
    };
    const { ask } = await graphServer({ source });
    const client = new AbortController();
    const asked = ask(NAME, [], client.signal);
    await begun;
    client.abort();
    await expect(asked).rejects.toThrow('abort');
    const { signal } = source.pins[0] ?? {};
    await new Promise((resolve) => (signal?.aborted ? resolve(null) : signal?.addEventListener('abort', resolve)));
    expect(signal?.reason).toMatchObject({ kind: 'TIMEOUT', message: 'The client hung up.' });
    source.beforePin = async () => {};
    expect((await ask(NAME)).status).toBe(200);
  });
});

describe('headers', () => {
  it('hand bookmarks and the least revision on', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    await source.advance();
    const { ask } = await graphServer({ source });
    const headers = [
      ['graph-bookmark', 'FB:one, FB:two'],
      ['graph-bookmark', 'FB:three'],
      ['graph-revision-at-least', '2'],
    ] as const;
    expect((await ask(NAME, headers)).body).toMatchObject({ extensions: { revision: 2 } });
    expect(source.pins[0]).toMatchObject({ bookmarks: ['FB:one', 'FB:two', 'FB:three'], revisionAtLeast: 2 });
  });

  it('let nobody hold a turn for as long as a request may take', async () => {
    const source = await RevisedSource.of(labNamed('Lab'));
    const { ask } = await graphServer({ source, requestTimeoutMs: 60_000 });
    await ask(NAME, [['graph-revision-at-least', '1']]);
    expect(source.pins.map(({ waitMs }) => waitMs)).toEqual([5_000]);
  });

  it('have nothing traced that a router of subgraphs would ask for', async () => {
    const { ask } = await graphServer({ source: await RevisedSource.of(labNamed('Lab')) });
    const traced = await ask(NAME, [['apollo-federation-include-trace', 'ftv1']]);
    expect(traced.body).toEqual({ data: { company: { name: 'Lab' } }, extensions: { revision: 1 } });
  });

  it('say that a revision is not there', async () => {
    const { ask } = await graphServer({ source: await RevisedSource.of(labNamed('Lab')) });
    expect(await ask(NAME, [['graph-revision-at-least', '9']])).toMatchObject({
      status: 200,
      body: { errors: [{ message: 'There is only revision 1.', extensions: { code: 'UNAVAILABLE' } }] },
    });
  });

  it.each([
    ['graph-revision-at-least', '0', 'Expected graph-revision-at-least to be a positive whole number but got: "0".'],
    [
      'graph-revision-at-least',
      '1.5',
      'Expected graph-revision-at-least to be a positive whole number but got: "1.5".',
    ],
    [
      'graph-revision-at-least',
      '1, 2',
      'Expected graph-revision-at-least to be a positive whole number but got: "1, 2".',
    ],
    [
      'graph-bookmark',
      'x'.repeat(501),
      /^Expected bookmarks of 1\.\.500 characters in graph-bookmark but got: "x+…"\.$/,
    ],
    ['graph-bookmark', 'two words', 'Expected bookmarks of 1..500 characters in graph-bookmark but got: "two words".'],
    ['graph-bookmark', 'a,'.repeat(11), 'Expected at most 10 bookmarks in graph-bookmark but got: 11.'],
  ])('are refused where %s is malformed', async (name, value, message) => {
    const source = await RevisedSource.of(labNamed('Lab'));
    const { ask } = await graphServer({ source });
    expect(await ask(NAME, [[name, value]])).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: typeof message === 'string' ? message : expect.stringMatching(message),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    });
    expect(source.pins).toEqual([]);
  });
});
