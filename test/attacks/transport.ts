import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';
import { exchange } from './exchange.js';

const QUERY = '{"query": "{ __typename }"}';
const MUTATION =
  'mutation { retractStatements(input: { ids: ["statement:1"], author: "a", reason: "b" }) { revision } }';
const POST = ['POST /graphql HTTP/1.1', 'host: api', 'content-type: application/json'] as const;
const MEGABYTE = 'a'.repeat(1024 * 1024);

/** Ways to speak HTTP. */
export const TRANSPORT: readonly Attack[] = [
  {
    id: 'ATT-401',
    what: 'a batch of 1,000 operations',
    send: (server) => server.post(Array.from({ length: 1000 }, () => ({ query: '{ __typename }' }))),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-402',
    what: 'a mutation by GET',
    send: (server) => server.send({}, `?query=${encodeURIComponent(MUTATION)}`),
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(405),
  },
  {
    id: 'ATT-403',
    what: 'a mutation by GET beside a query, chosen by name',
    send: (server) =>
      server.send(
        {},
        `?operationName=b&query=${encodeURIComponent(`query a { __typename } ${MUTATION.replace('mutation', 'mutation b')}`)}`,
      ),
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(405),
  },
  {
    id: 'ATT-404',
    what: 'a form as a browser posts it across sites',
    send: (server) =>
      server.send({
        method: 'POST',
        body: new URLSearchParams({ query: MUTATION }),
        headers: { origin: 'http://evil.test' },
      }),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-405',
    what: 'plain text as a browser posts it across sites',
    send: (server) => server.send({ method: 'POST', body: QUERY, headers: { 'content-type': 'text/plain' } }),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-406',
    what: 'multipart with 1,000 parts',
    send: (server) => {
      const form = new FormData();
      for (let i = 0; i < 1000; i++) form.append(`f${i}`, QUERY);
      return server.send({ method: 'POST', body: form });
    },
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-407',
    what: 'a body without a content type',
    send: (server) =>
      exchange(server, {
        head: ['POST /graphql HTTP/1.1', 'host: api', `content-length: ${QUERY.length}`],
        body: [QUERY],
      }),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-408',
    what: 'a charset that is not UTF-8',
    send: (server) =>
      server.send({
        method: 'POST',
        body: Buffer.from(QUERY, 'utf16le'),
        headers: { 'content-type': 'application/json; charset=utf-16' },
      }),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-409',
    what: 'bytes that are no UTF-8',
    send: (server) =>
      server.send({
        method: 'POST',
        body: Buffer.concat([
          Buffer.from('{"query": "{ search(query: \\"'),
          Buffer.from([0xff, 0xc0, 0x80]),
          Buffer.from('\\") { totalCount } }"}'),
        ]),
        headers: { 'content-type': 'application/json' },
      }),
    ends: null,
  },
  {
    id: 'ATT-410',
    what: 'a gzip bomb: 64 MB in 64 kB',
    send: (server) => compressed(server, 'gzip', gzipSync(MEGABYTE.repeat(64))),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-411',
    what: 'a brotli bomb: 16 MB in some bytes',
    send: (server) => compressed(server, 'br', brotliCompressSync(MEGABYTE.repeat(16))),
    ends: 'BAD_REQUEST',
  },
  {
    id: 'ATT-412',
    what: 'a body that says it is 100 MB',
    send: (server) => exchange(server, { head: [...POST, 'content-length: 104857600'] }),
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(413),
  },
  {
    id: 'ATT-413',
    what: 'a body of 100 MB in chunks that nobody announced',
    send: (server) =>
      exchange(server, {
        head: [...POST, 'transfer-encoding: chunked'],
        body: repeated(`10000\r\n${'a'.repeat(0x10000)}\r\n`, 1600),
      }),
    ends: 'BAD_REQUEST',
    isCutOff: true,
    check: ({ status }) => expect(status).toBe(413),
  },
  {
    id: 'ATT-414',
    what: 'a length and chunks at once, to smuggle a second request',
    send: (server) =>
      exchange(server, {
        head: [...POST, 'content-length: 5', 'transfer-encoding: chunked'],
        body: ['0\r\n\r\nGET /graphql HTTP/1.1\r\nhost: api\r\n\r\n'],
      }),
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(400),
  },
  {
    id: 'ATT-415',
    what: 'a client that ends its side and waits',
    send: (server) =>
      exchange(server, { head: [...POST, `content-length: ${QUERY.length}`], body: [QUERY], halfClose: true }),
    ends: null,
  },
  {
    id: 'ATT-416',
    what: 'a client that ends its side in the midst of its body',
    send: (server) => exchange(server, { head: [...POST, 'content-length: 1000'], body: [QUERY], halfClose: true }),
    ends: 'BAD_REQUEST',
    check: ({ data }) => expect(data).toBeNull(),
  },
  {
    id: 'ATT-417',
    what: 'headers of 100 kB',
    send: (server) => exchange(server, { head: [...POST, `x-long: ${'a'.repeat(100_000)}`] }),
    ends: 'BAD_REQUEST',
    isCutOff: true,
    check: ({ status }) => expect(status).toBe(431),
  },
  {
    id: 'ATT-418',
    what: '5,000 headers',
    send: (server) => exchange(server, { head: [...POST, ...Array.from({ length: 5000 }, (_, i) => `x${i}: 1`)] }),
    ends: 'BAD_REQUEST',
    isCutOff: true,
    check: ({ status }) => expect(status).toBe(431),
  },
  {
    id: 'ATT-419',
    what: 'a URL of 15 kB',
    send: (server) => server.send({}, `?query=${encodeURIComponent('{ __typename }')}&x=${'a'.repeat(15_000)}`),
    ends: null,
  },
  {
    id: 'ATT-420',
    what: 'a path out of the folder of the page’s files',
    send: (server) => exchange(server, { head: ['GET /graphiql/..%2f..%2fpackage.json HTTP/1.1', 'host: api'] }),
    ends: 'NOT_FOUND',
  },
  {
    id: 'ATT-421',
    what: 'bookmarks by the thousand',
    send: (server) =>
      server.post(QUERY, { 'graph-bookmark': Array.from({ length: 1000 }, (_, i) => `b${i}`).join(',') }),
    ends: 'BAD_USER_INPUT',
  },
  {
    id: 'ATT-422',
    what: 'a revision that is long in coming',
    send: (server) => server.post(QUERY, { 'graph-revision-at-least': '999999999999999' }),
    ends: 'UNAVAILABLE',
  },
  {
    id: 'ATT-423',
    what: '100 clients that never finish their bodies, while another asks',
    send: (server) => amidst(server, 100, [...POST, 'content-length: 1000', '', '{"query'].join('\r\n')),
    ends: null,
  },
  {
    id: 'ATT-424',
    what: '100 clients that never finish their headers, while another asks',
    send: (server) => amidst(server, 100, 'POST /graphql HTTP/1.1\r\nhost: a'),
    ends: null,
  },
  {
    id: 'ATT-425',
    what: '100 clients that hang up in the midst of their questions',
    send: async (server) => {
      const body = '{"query": "{ companies(first: 50) { edges { node { id facts { value } } } } }"}';
      const head = [...POST, `content-length: ${body.length}`, '', body].join('\r\n');
      return amidst(server, 100, head);
    },
    ends: null,
    isBounded: true,
  },
];

/** Those that hold a connection or a turn, or have the database wait: for servers on a database too. */
export const HELD = TRANSPORT.filter(({ id }) => /^ATT-42[1-5]$/.test(id));

/** The reply to a plain question while so many connections have sent this much and no more; then they are cut off. */
async function amidst(server: AttackedServer, count: number, text: string) {
  const sockets = await Promise.all(Array.from({ length: count }, () => server.connect()));
  // A server may cut them off: that is no error of the attack.
  for (const socket of sockets) socket.on('error', () => {}).write(text);
  const reply = await server.ask('{ __typename }');
  for (const socket of sockets) socket.destroy();
  return reply;
}

function compressed(server: AttackedServer, encoding: string, body: Buffer) {
  return server.send({
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/json', 'content-encoding': encoding },
  });
}

function* repeated(part: string, count: number): Generator<string> {
  for (let i = 0; i < count; i++) yield part;
}
