import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';

const QUERY = '{ company(id: "company:openai") { name } }';

/** Automatic persisted queries: a hash that a client claims for a text. */
export const PERSISTED: readonly Attack[] = [
  {
    id: 'ATT-851',
    what: 'a hash that is another text’s',
    send: (server) => persisted(server, hashOf('{ __typename }'), QUERY),
    ends: 'BAD_REQUEST',
    check: ({ status }) => expect(status).toBe(400),
  },
  {
    id: 'ATT-852',
    what: 'a hash that nobody registered',
    send: (server) => persisted(server, hashOf('nobody')),
    ends: 'PERSISTED_QUERY_NOT_FOUND',
  },
  {
    id: 'ATT-853',
    what: 'a hash that was refused with another text, asked for afterwards',
    send: async (server) => {
      await persisted(server, hashOf('{ a }'), QUERY);
      return persisted(server, hashOf('{ a }'));
    },
    ends: 'PERSISTED_QUERY_NOT_FOUND',
  },
  {
    id: 'ATT-854',
    what: '__proto__, a number and an object for a hash',
    send: async (server) => {
      for (const hash of ['__proto__', 'constructor', 7, { toString: 1 }]) {
        const { status, codes } = await persisted(server, hash);
        expect(status).toBeLessThan(500);
        expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      }
      return persisted(server, { toString: 1 });
    },
    ends: 'PERSISTED_QUERY_NOT_FOUND',
  },
  {
    id: 'ATT-855',
    what: '2,000 texts of 10 kB to be kept',
    send: async (server) => {
      for (let round = 0; round < 20; round++) {
        await Promise.all(
          Array.from({ length: 100 }, (_, i) => {
            const text = `{ __typename } # ${round} ${i} ${'a'.repeat(10_000)}`;
            return persisted(server, hashOf(text), text);
          }),
        );
      }
      return persisted(server, hashOf(QUERY), QUERY);
    },
    ends: null,
    isBounded: true,
    check: ({ data }) => expect(data).toEqual({ company: { name: 'OpenAI' } }),
  },
];

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function persisted(server: AttackedServer, sha256Hash: unknown, query?: string) {
  return server.post({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
}
