import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ResponseCache, WrittenData } from '../../src/server/caching/ResponseCache.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { company } from '../support/records.js';
import { edge, smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const NAME = '{ company(id: "company:lab") { name } }';
const PAST = (knownAt = '2026-11-15T00:00:00Z') =>
  `{ dependencies(of: "company:lab", asOf: "2025-06-01", knownAt: "${knownAt}") { totalCount } }`;

function graph(name: string, companies = ['lab', 'maker']) {
  return smallDataset({
    entities: companies.map((slug) => company(slug, { name: slug === 'lab' ? name : slug })),
    edges: [edge({ from: 'company:lab', to: 'company:maker', kind: 'CHIPS' })],
  });
}

/** A server that counts what is asked of its store. */
async function server(limits = {}) {
  let reads = 0;
  const counted = (store: GraphStore): GraphStore =>
    new Proxy(store, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        reads++;
        return member.bind(target);
      },
    });
  const source = await RevisedSource.of(graph('lab'), counted);
  const observe = { metrics: { token: null, isLocal: true }, slowQueryMs: 0 };
  const { url, ask } = await graphServer({ source, limits, observe });
  const get = (query: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) =>
    fetch(`${url}/graphql?${new URLSearchParams({ query, ...more })}`, {
      headers: { 'apollo-require-preflight': 'true', ...headers },
    });
  return { source, ask, get, url, reads: () => reads };
}

describe('answers in this process', () => {
  it('are given again without reading, until something is written', async () => {
    const { ask, reads, source } = await server();
    const first = (await ask(NAME)).body;
    const before = reads();
    expect((await ask(NAME)).body).toEqual(first);
    expect(reads()).toBe(before);
    await source.advance(graph('renamed'));
    expect((await ask(NAME)).body).toEqual({ data: { company: { name: 'renamed' } }, extensions: { revision: 2 } });
  });

  it('are counted', async () => {
    const { ask, get, url } = await server();
    await ask(NAME);
    await ask(NAME);
    const tag = (await get(NAME)).headers.get('etag') ?? '';
    expect((await get(NAME, { 'if-none-match': tag })).status).toBe(304);
    const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
    expect(lines).toContain('aigraph_response_cache_hits_total 3');
    expect(lines).toContain('aigraph_response_cache_misses_total 1');
    expect(lines).toContainEqual(expect.stringMatching(/^aigraph_response_cache_bytes [1-9]\d\d+$/));
  });

  it('are told apart by variables and operation', async () => {
    const { url } = await server();
    const send = async (body: unknown): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await response.json()).data;
    };
    const query = 'query A($id: ID!) { company(id: $id) { name } } query B($id: ID!) { company(id: $id) { id } }';
    for (let round = 0; round < 2; round++) {
      for (const id of ['company:lab', 'company:maker']) {
        const name = id.slice('company:'.length);
        expect(await send({ query, operationName: 'A', variables: { id } })).toEqual({ company: { name } });
        expect(await send({ query, operationName: 'B', variables: { id } })).toEqual({ company: { id } });
      }
    }
  });

  it.each([
    ['a number that JSON cannot write, and null', { variables: '{"n":1e400}' }, { variables: '{"n":null}' }],
    ['a list with one, and with null', { variables: '{"n":[1e400]}' }, { variables: '{"n":[null]}' }],
    ['an operation named "", and none', { operationName: '""' }, {}],
    ['an operation named null, and ""', { operationName: 'null' }, { operationName: '""' }],
  ])('are told apart where the difference is %s, whichever comes first', async (_what, one, other) => {
    const send = async (url: string, parts: Readonly<Record<string, string>>): Promise<unknown> => {
      const query = JSON.stringify('query ($n: Int) { companies(first: $n) { totalCount } }');
      const body = Object.entries({ query, ...parts }).map(([name, value]) => `"${name}":${value}`);
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: `{${body.join()}}` })).json();
    };
    const wanted = [];
    for (const parts of [one, other]) wanted.push(await send((await server({ responseCacheMb: 0 })).url, parts));
    const { url } = await server();
    expect([await send(url, one), await send(url, other), await send(url, one)]).toEqual([...wanted, wanted[0]]);
    const { url: again } = await server();
    expect([await send(again, other), await send(again, one)]).toEqual([...wanted].reverse());
  });

  it.each([
    ['to who says who he is', [['authorization', 'Bearer someone']]],
    ['to who has a cookie', [['cookie', 'a=b']]],
    ['to who demands a revision', [['graph-revision-at-least', '1']]],
  ] as const)('are not given %s', async (_whom, headers) => {
    const { ask, reads } = await server();
    await ask(NAME);
    const before = reads();
    await ask(NAME, headers);
    expect(reads()).toBeGreaterThan(before);
    await ask(NAME, headers);
    expect(reads()).toBeGreaterThan(before + 1);
  });

  it('are not kept with errors, nor while the database is away, nor where a write came between', async () => {
    const { ask, reads, source } = await server();
    const readAgain = async (query: string) => {
      await ask(query);
      const before = reads();
      await ask(query);
      return reads() > before;
    };
    expect(await readAgain('{ company(id: "company:lab") { name dependencies(first: 0) { totalCount } } }')).toBe(true);
    source.staleSince = '2026-11-30T00:00:00Z';
    expect(await readAgain(NAME)).toBe(true);
    source.staleSince = null;
    source.afterReads = async () => void (await source.advance());
    expect(await readAgain(NAME)).toBe(true);
    source.afterReads = async () => {};
    await ask(NAME);
    expect(await readAgain(NAME)).toBe(false);
  });

  it('are not kept at 0', async () => {
    const { ask, reads } = await server({ responseCacheMb: 0 });
    await ask(NAME);
    const before = reads();
    await ask(NAME);
    expect(reads()).toBeGreaterThan(before);
  });

  it('are at least half a minute old when they go, and never more than one', () => {
    // The cache holds on to the clock that it found, and asks it again when a timer says so.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let now = 1_000;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => {
      clock.mockRestore();
      vi.useRealTimers();
    });
    const wait = (ms: number) => {
      now += ms;
      vi.advanceTimersByTime(ms);
    };
    const cache = new ResponseCache(1024 * 1024);
    const keys = Array.from({ length: 200 }, (_, i) => `key ${i}`);
    for (const key of keys) {
      const data = { key };
      cache.expect(key, data);
      cache.write({ data });
    }
    const kept = () => keys.filter((key) => cache.find(key) !== undefined).length;
    wait(29_000);
    expect(kept()).toBe(200);
    wait(16_000);
    // Chosen at random: that all go together happens once in 2^199 times.
    expect(kept()).toBeGreaterThan(0);
    expect(kept()).toBeLessThan(200);
    wait(15_001);
    expect(kept()).toBe(0);
  });

  it('take no more than they may', () => {
    const cache = new ResponseCache(64 * 1024);
    for (let i = 0; i < 1000; i++) {
      const data = { text: `${i}`.padEnd(i % 10 === 0 ? 5_000 : 500, 'x') };
      cache.expect(`key ${i}`, data);
      expect(JSON.parse(cache.write({ data }))).toEqual({ data });
    }
    expect(cache.bytes).toBeLessThanOrEqual(64 * 1024);
    expect(cache.find('key 999')?.text).toContain('999x');
    expect(cache.find('key 990')).toBeUndefined();
    expect(JSON.stringify({ data: new WrittenData('{"a":[1]}') })).toBe('{"data":{"a":[1]}}');
  });
});

describe('answers to a GET', () => {
  it('are not sent again to who has them, until something is written', async () => {
    const { get, source } = await server();
    const first = await get(NAME);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}\.[\w-]{16}"$/);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const again = await get(NAME, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    // Of another question the tag says nothing.
    expect((await get('{ company(id: "company:lab") { id } }', { 'if-none-match': etag })).status).toBe(200);
    expect((await get(NAME, { 'if-none-match': '*' })).status).toBe(200);
    await source.advance(graph('renamed'));
    const written = await get(NAME, { 'if-none-match': etag });
    expect(written.status).toBe(200);
    expect(await written.json()).toMatchObject({ data: { company: { name: 'renamed' } } });
  });

  it('are kept for ever where the URL names the snapshot and every question its time', async () => {
    const { get, source } = await server();
    const snapshot = (await get(PAST())).headers.get('etag')?.match(/"(.*)\./)?.[1] ?? '';
    const cached = async (query: string, named = snapshot) =>
      (await get(query, {}, { extensions: JSON.stringify({ snapshot: named }) })).headers.get('cache-control');
    expect(await cached(PAST())).toBe('public, max-age=31536000, immutable');
    expect(await cached(PAST(), 'another')).toBe('public, no-cache');
    expect(await cached(PAST('2026-12-01T00:00:00Z'))).toBe('public, no-cache');
    expect(await cached('{ dependencies(of: "company:lab", asOf: "2025-06-01") { totalCount } }')).toBe(
      'public, no-cache',
    );
    expect(await cached(`{ ...F } fragment F on Query ${PAST()}`)).toBe('public, max-age=31536000, immutable');
    await source.advance(graph('renamed'));
    expect(await cached(PAST())).toBe('public, no-cache');
  });

  it('are nobody else’s where the client says who he is, and nobody’s with errors', async () => {
    const { get } = await server();
    const own = await get(NAME, { authorization: 'Bearer someone' });
    expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['private, no-cache', null]);
    const failed = await get('{ company(id: "company:lab") { dependencies(first: 0) { totalCount } } }');
    expect([failed.headers.get('cache-control'), failed.headers.get('etag')]).toEqual(['no-store', null]);
    for (const [query, headers] of [
      ['{ nothing }', {}],
      ['{', {}],
      [NAME, { 'graph-revision-at-least': '99' }],
      [NAME, { 'graph-revision-at-least': 'x' }],
      [NAME, { 'content-encoding': 'gzip' }],
    ] as const) {
      const refused = await get(query, headers);
      expect([query, headers, refused.headers.get('cache-control')]).toEqual([query, headers, 'no-store']);
    }
  });

  it('are not kept where the variables are too long to tell them apart by', async () => {
    const { get } = await server();
    const id = 'company:lab';
    const query = 'query ($id: ID!) { company(id: $id) { name } }';
    const long = await get(query, {}, { variables: JSON.stringify({ id, more: 'x'.repeat(4_000) }) });
    expect([long.status, long.headers.get('cache-control'), long.headers.get('etag')]).toEqual([200, 'no-store', null]);
  });

  it('say nothing where they were posted', async () => {
    const { ask } = await server();
    expect((await ask(NAME)).headers.get('etag')).toBeNull();
  });
});

describe('large answers', () => {
  it.each(['br', 'gzip'])('are compressed by %s for who takes it', async (encoding) => {
    const { get, url } = await server();
    const many = `{ ${Array.from({ length: 49 }, (_, i) => `a${i}: companies { edges { node { id name } } }`).join(' ')} }`;
    const large = await get(many, { 'accept-encoding': encoding });
    expect(large.headers.get('content-encoding')).toBe(encoding);
    expect(large.headers.get('vary')).toContain('accept-encoding');
    expect(await large.json()).toMatchObject({ data: { a48: { edges: [{}, {}] } } });
    expect((await get(NAME, { 'accept-encoding': encoding })).headers.get('content-encoding')).toBeNull();
    expect((await get(many, { 'accept-encoding': 'identity' })).headers.get('content-encoding')).toBeNull();
    const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html', 'accept-encoding': encoding } });
    expect(await page.text()).toContain('<html');
  });
});
