import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boundedQueries } from '../../src/server/persisted/boundedQueries.js';
import { trustedQueries, trustSources } from '../../src/server/persisted/refuseUntrusted.js';
import { TrustedDocuments } from '../../src/server/persisted/TrustedDocuments.js';
import { startProgram } from './program.js';
import { post, tinyServer } from './tinyServer.js';

const HELLO = 'query Hello($n: String) { hello(name: $n) }';
const LOUD = '{ loud(name: "ada") }';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const named = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

/** A GET whose path is sent as it is. */
function rawGet(port: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'apollo-require-preflight': 'true' };
    const asked = request({ port, host: '127.0.0.1', path, headers, agent: false }, async (reply) => {
      let text = '';
      for await (const part of reply.setEncoding('utf8')) text += part;
      resolve(text);
    });
    asked.on('error', reject).end();
  });
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('automatic persisted queries', () => {
  it('are asked for by their hash once they are known', async () => {
    const { url } = await tinyServer();
    const extensions = named(hashOf(HELLO));
    const unknown = await post(url, { extensions });
    expect(unknown.body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    expect((await post(url, { query: HELLO, extensions })).body).toEqual({ data: { hello: 'hello world' } });
    const known = await post(url, { extensions, variables: { n: 'ada' } });
    expect(known.body).toEqual({ data: { hello: 'hello ada' } });
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions) });
    const got = await fetch(`${url}/graphql?${search}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await got.json()).toEqual({ data: { hello: 'hello world' } });
  });

  it('are refused under a hash that is not theirs', async () => {
    const { url } = await tinyServer();
    const reply = await post(url, { query: HELLO, extensions: named(hashOf(LOUD)) });
    const message = 'Expected sha256Hash to be the SHA-256 of the query but got another.';
    expect(reply).toEqual({ status: 400, body: { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] } });
    const old = await post(url, { query: HELLO, extensions: { persistedQuery: { version: 2, sha256Hash: 'a' } } });
    expect(old).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } });
  });

  it('are not registered when they are refused', async () => {
    const { url } = await tinyServer({ limits: { costBudget: 1 } });
    const query = '{ hello again: hello }';
    const extensions = named(hashOf(query));
    expect((await post(url, { query, extensions })).status).toBe(400);
    const again = await post(url, { extensions });
    expect(again.body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
  });

  it('are kept up to a number and up to bytes', async () => {
    const few = boundedQueries(3, 1_000_000);
    for (const name of ['a', 'b', 'c']) await few.set(name, 'text');
    await few.get('a');
    await few.set('d', 'text');
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((name) => few.get(name)))).toEqual([
      'text',
      undefined,
      'text',
      'text',
    ]);
    const small = boundedQueries(1_000, 1_000);
    for (let i = 0; i < 100; i++) await small.set(`${i}`, 'x'.repeat(100));
    const kept = await Promise.all(Array.from({ length: 100 }, (_, i) => small.get(`${i}`)));
    expect(kept.filter((text) => text !== undefined).length).toBe(4);
  });
});

describe('the plugin for trusted documents', () => {
  it('lets Apollo parse nothing else', async () => {
    const plugin = trustSources(new TrustedDocuments([HELLO]));
    const schema = buildSchema('type Query { hello(name: String): String }');
    const apollo = new ApolloServer({ schema, plugins: [plugin], logger: pino({ level: 'silent' }) });
    onTestFinished(() => apollo.stop());
    expect((await apollo.executeOperation({ query: HELLO })).body).toMatchObject({ kind: 'single' });
    await expect(apollo.executeOperation({ query: '{ hello }' })).rejects.toThrow('Internal server error');
  });
});

describe('the store of trusted documents', () => {
  it('has them under their hash alone, since what they are asked by is kept', async () => {
    const store = trustedQueries(new TrustedDocuments([HELLO]));
    expect(await store.get(`apq:${hashOf(HELLO)}`)).toBe(HELLO);
    for (const key of [hashOf(HELLO), `apq:x${hashOf(HELLO)}`, `xapq:${hashOf(HELLO)}`, `apq:${hashOf(HELLO)}\n`]) {
      expect(await store.get(key)).toBeUndefined();
    }
  });
});

describe('trusted documents', () => {
  const REFUSED = {
    status: 403,
    body: {
      errors: [
        {
          message: 'This server answers its trusted documents alone: send the hash of one, or its exact text.',
          extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
        },
      ],
    },
  };

  it('are all that is answered, by text and by hash', async () => {
    const trustedDocuments = folderWith({
      'hello.graphql': HELLO,
      'loud.gql': LOUD,
      'notes.txt': 'none',
      'noted.gql': '{hello}#noted',
    });
    const { url } = await tinyServer({ limits: { trustedDocuments } });
    expect((await post(url, { query: LOUD })).body).toEqual({ data: { loud: 'ADA' } });
    const byHash = await post(url, { extensions: named(hashOf(HELLO)), variables: { n: 'ada' } });
    expect(byHash.body).toEqual({ data: { hello: 'hello ada' } });
    for (const query of ['{ hello }', '{ __schema { types { name } } }', '{ helo }', '{', `${LOUD} `, '']) {
      expect(await post(url, { query })).toEqual(REFUSED);
    }
    const registered = { query: '{ hello }', extensions: named(hashOf('{ hello }')) };
    expect(await post(url, registered)).toEqual(REFUSED);
    const unknown = await post(url, { extensions: named(hashOf('{ hello }')) });
    expect(unknown.body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    for (const hash of [`x${hashOf(HELLO)}`, `${hashOf(HELLO)}x`, hashOf(HELLO).toUpperCase()]) {
      const longer = await post(url, { extensions: named(hash) });
      expect(longer.body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
    }
    const headers = { 'apollo-require-preflight': 'true' };
    const got = async (query: string) =>
      (await fetch(`${url}/graphql?${new URLSearchParams({ query })}`, { headers })).status;
    expect([await got(LOUD), await got('{ hello }')]).toEqual([200, 403]);
    const twice = await fetch(`${url}/graphql?query={hello}&query=${encodeURIComponent(LOUD)}`, { headers });
    expect(twice.status).toBe(403);
    // A fragment is no part of what Apollo reads, and would make a trusted text of one that is none.
    const cut = await rawGet(new URL(url).port, '/graphql?query={hello}#noted');
    expect(cut).toBe(JSON.stringify(REFUSED.body));
    expect(await rawGet(new URL(url).port, '/graphql?query={hello}%23noted')).toContain('hello world');
  });

  it.each([
    ['a list', JSON.stringify([HELLO, LOUD])],
    ['texts by name', JSON.stringify({ [hashOf(LOUD)]: LOUD })],
    [
      'a manifest',
      JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'a', body: LOUD }] }),
    ],
  ])('may be a JSON file: %s', async (_what, text) => {
    const trustedDocuments = join(folderWith({ 'documents.json': text }), 'documents.json');
    const { url } = await tinyServer({ limits: { trustedDocuments } });
    expect((await post(url, { query: LOUD })).body).toEqual({ data: { loud: 'ADA' } });
    expect((await post(url, { query: '{ hello }' })).status).toBe(403);
  });

  it('stop the start when they can’t be read or don’t fit', async () => {
    const start = (trustedDocuments: string) => tinyServer({ limits: { trustedDocuments } });
    await expect(start(folderWith({}))).rejects.toThrow('but there is none');
    await expect(start('/nowhere')).rejects.toThrow('Expected TRUSTED_DOCUMENTS to be a folder or a JSON file');
    await expect(start(folderWith({ 'a.graphql': '{ helo }', 'b.graphql': '{' }))).rejects.toThrow(
      /a\.graphql: Cannot query field "helo".*\n.*b\.graphql: Syntax Error/,
    );
    await expect(start(join(folderWith({ 'a.json': '{"a": 1}' }), 'a.json'))).rejects.toThrow('a.json: a to hold');
    const program = startProgram('main.js', [], { PORT: '0', TRUSTED_DOCUMENTS: '/nowhere' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(/^Expected TRUSTED_DOCUMENTS to be a folder or a JSON file of documents: [^\n]*\n$/);
  });
});
