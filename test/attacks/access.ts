import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { expect } from 'vitest';
import type { Attack } from './Attack.js';
import type { AttackedServer } from './AttackedServer.js';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'graph';
const QUERY = '{ company(id: "company:openai") { name } }';

const ours = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const HEADER = { alg: 'ES256', typ: 'JWT', kid: 'k1' };

/** The issuer's public keys, as a server is told of them. */
export const JWKS = JSON.stringify({
  keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }],
});
/** Beside JWT_JWKS_URL. */
export const JWT_ENV = { JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE } as const;

/** A token of the issuer, as it should be but for what is given. */
export function token(
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = HEADER,
  key: KeyObject = ours.privateKey,
): string {
  const signed = unsigned(claims, header);
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Tokens and keys that are none. Each is refused as such, also where everybody may read. */
export const ACCESS: readonly Attack[] = [
  refused('ATT-801', 'a token with alg none', () => `${unsigned({ role: 'admin' }, { ...HEADER, alg: 'none' })}.`),
  refused('ATT-802', 'a token with alg nOnE and a signature', () =>
    token({ role: 'admin' }, { ...HEADER, alg: 'nOnE' }),
  ),
  refused('ATT-803', 'a token that another key signed', () => token({ role: 'admin' }, HEADER, theirs.privateKey)),
  refused('ATT-804', 'a token that expired an hour ago', () => token({ exp: now() - 3600 })),
  refused('ATT-805', 'a token that holds from in an hour', () => token({ nbf: now() + 3600 })),
  refused('ATT-806', 'a token without an end', () => token({ exp: undefined })),
  refused('ATT-807', 'a token for somebody else', () => token({ aud: 'another-service' })),
  refused('ATT-808', 'a token of another issuer', () => token({ iss: 'https://evil.test' })),
  refused('ATT-809', 'a token with the public key for a secret', () => {
    const signed = unsigned({ role: 'admin' }, { ...HEADER, alg: 'HS256' });
    const secret = ours.publicKey.export({ format: 'pem', type: 'spki' });
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }),
  refused('ATT-810', 'a token that brings its own key', () =>
    token(
      { role: 'admin' },
      { ...HEADER, kid: undefined, jwk: theirs.publicKey.export({ format: 'jwk' }), jku: 'http://127.0.0.1:1/keys' },
      theirs.privateKey,
    ),
  ),
  refused('ATT-811', 'a token whose claims were changed', () => {
    const [header, , signature] = token().split('.');
    const claims = unsigned({ role: 'admin' }, HEADER).split('.')[1];
    return [header, claims, signature].join('.');
  }),
  refused('ATT-812', 'a token without its signature', () => `${token().split('.').slice(0, 2).join('.')}.`),
  refused('ATT-813', 'three dots', () => '...'),
  refused('ATT-814', 'a token of 7 kB that says nothing', () => `${'a'.repeat(7000)}.${'b'.repeat(500)}.c`),
  {
    id: 'ATT-815',
    what: 'a token for readers, to write to a graph of files',
    send: (server) => ask(server, token({ role: 'reader' }), MUTATION),
    ends: 'READ_ONLY',
  },
  {
    id: 'ATT-816',
    what: '300 keys that were guessed',
    send: async (server) => {
      const guesses = Array.from({ length: 300 }, () =>
        ask(server, `aigk_${randomBytes(5).toString('hex')}_${randomBytes(32).toString('base64url')}`),
      );
      const replies = await Promise.all(guesses);
      for (const { codes } of replies)
        expect(['UNAUTHENTICATED', 'RATE_LIMITED', 'TOO_MANY_REQUESTS']).toContain(codes[0]);
      return ask(server, `aigk_${'a'.repeat(10)}_${'A'.repeat(43)}`);
    },
    ends: 'UNAUTHENTICATED',
    isBounded: true,
  },
  refused('ATT-817', 'a token of the server’s, guessed', () => 'correct-horse-batterx'),
  {
    id: 'ATT-818',
    what: 'a GET with a cookie and without a header that a browser asks about',
    send: (server) => server.send({ headers: { cookie: 'session=1' } }, `?query=${encodeURIComponent(QUERY)}`),
    ends: 'BAD_REQUEST',
  },
];

const MUTATION =
  'mutation { retractStatements(input: { ids: ["statement:1"], author: "a", reason: "b" }) { revision } }';

function refused(id: Attack['id'], what: string, make: () => string): Attack {
  return {
    id,
    what,
    send: (server) => ask(server, make()),
    ends: 'UNAUTHENTICATED',
    check: ({ status, data }) => expect([status, data]).toEqual([401, null]),
  };
}

function ask(server: AttackedServer, credential: string, query = QUERY) {
  return server.post({ query }, { authorization: `Bearer ${credential}` });
}

function unsigned(claims: Readonly<Record<string, unknown>>, header: Readonly<Record<string, unknown>>): string {
  const whole = { iss: ISSUER, aud: AUDIENCE, sub: 'ada', role: 'reader', iat: now(), exp: now() + 600, ...claims };
  return [header, whole].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
