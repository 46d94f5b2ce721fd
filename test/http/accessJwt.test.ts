import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Credentials, makeAccess, NO_REVIEW } from '../../src/server/access/Access.js';
import { type JwtRules, jwtCredentials } from '../../src/server/access/jwtCredentials.js';
import { NotingEditor } from '../support/NotingEditor.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'ai-infra-graph';
const SKEW_S = 30;
const READ = '{ dataset { release } }';

let pair: CryptoKeyPair;
let other: CryptoKeyPair;
let publicText: string;
let keySet: string;

beforeAll(async () => {
  pair = await generateKeyPair('ES256', { extractable: true });
  other = await generateKeyPair('ES256', { extractable: true });
  publicText = await exportSPKI(pair.publicKey);
  keySet = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] });
});

/** An issuer on this machine, and how often its keys were asked for. */
async function issuer(answer: () => { readonly status: number; readonly body: string }) {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked++;
    const { status, body } = answer();
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port }: Pick<AddressInfo, 'port'> = portOf(server.address());
  return { keysUrl: new URL(`http://127.0.0.1:${port}/jwks`), asked: () => asked };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return address;
}

const rules = (keysUrl: URL): JwtRules => ({
  issuer: ISSUER,
  audience: AUDIENCE,
  keysUrl,
  roleClaim: 'role',
  clockSkewS: SKEW_S,
});

async function served(credentials: Credentials) {
  const parts = { credentials: [credentials], anonymousRead: true, takesWrites: true, review: NO_REVIEW };
  const { ask } = await graphServer({
    source: await RevisedSource.of(smallDataset()),
    editor: new NotingEditor(),
    access: makeAccess(parts),
  });
  return (token: string, query = READ) => ask(query, [['authorization', `Bearer ${token}`]]);
}

const good = () => ({ status: 200, body: keySet });

interface Changes {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKeyPair['privateKey'] | Uint8Array;
  readonly header?: { readonly alg: string; readonly kid?: string };
}

/** A token as the issuer makes it, but for the changes; seconds are from now. */
function token({
  claims = {},
  key = pair.privateKey,
  header = { alg: 'ES256', kid: 'k1' },
}: Changes = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { sub: 'ada', role: 'editor', iss: ISSUER, aud: AUDIENCE, iat: now, exp: now + 600, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload))).setProtectedHeader(header).sign(key);
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** A text in the form of a token, signed with nothing. */
function unsigned(header: object): string {
  const claims = { sub: 'ada', role: 'admin', iss: ISSUER, aud: AUDIENCE, exp: inSeconds(600) };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.`;
}

/** Tokens by what is wrong with them. */
const UNFIT: readonly (readonly [what: string, make: () => Promise<string>])[] = [
  ['another key', () => token({ key: other.privateKey })],
  ['another audience', () => token({ claims: { aud: 'others' } })],
  ['another issuer', () => token({ claims: { iss: 'https://evil.example' } })],
  ['no end', () => token({ claims: { exp: undefined } })],
  ['an end that is past', () => token({ claims: { exp: inSeconds(-600) } })],
  ['a start to come', () => token({ claims: { nbf: inSeconds(600) } })],
  ['no subject', () => token({ claims: { sub: undefined } })],
  ['an empty subject', () => token({ claims: { sub: ' ' } })],
  ['a key id that the issuer has not', () => token({ header: { alg: 'ES256', kid: 'k2' } })],
  ['no signature, alg none', async () => unsigned({ alg: 'none' })],
  ['no signature, alg None', async () => unsigned({ alg: 'None', kid: 'k1' })],
  ['no algorithm', async () => unsigned({})],
  [
    'the public key as a secret',
    () => token({ key: new TextEncoder().encode(publicText), header: { alg: 'HS256', kid: 'k1' } }),
  ],
  ['a changed claim', async () => (await token()).replace(/\.[^.]+\./, `.${unsigned({}).split('.')[1]}.`)],
  [
    'no claims',
    () =>
      new CompactSign(new TextEncoder().encode('[1]'))
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .sign(pair.privateKey),
  ],
  ['a header that is no JSON', async () => 'AAAA.AAAA.AAAA'],
];

describe('a token of the issuer', () => {
  it('does what its role may, and its keys are asked for once', async () => {
    const { keysUrl, asked } = await issuer(good);
    const ask = await served(jwtCredentials(rules(keysUrl)));
    const write =
      'mutation { retractStatements(input: { ids: ["statement:a"], author: "a", reason: "r" }) { dryRun } }';
    expect((await ask(await token())).body).not.toHaveProperty('errors');
    expect((await ask(await token(), write)).body).not.toHaveProperty('errors');
    const reader = await token({ claims: { role: 'reader' } });
    expect((await ask(reader)).body).not.toHaveProperty('errors');
    expect(JSON.stringify((await ask(reader, write)).body)).toContain(
      'Writing needs the role editor or admin, but \\"ada\\" is a reader.',
    );
    expect(asked()).toBe(1);
  });

  it('may bear the highest of several roles, also deeper in its claims or under a URL', async () => {
    const { keysUrl } = await issuer(good);
    const callerOf = async (roleClaim: string, claims: Readonly<Record<string, unknown>>) =>
      jwtCredentials({ ...rules(keysUrl), roleClaim }).verify(await token({ claims }));
    const admin = { name: 'ada', role: 'admin', how: 'JWT' };
    expect(await callerOf('role', { role: ['reader', 'admin', 'other'] })).toEqual(admin);
    expect(await callerOf('realm_access.roles', { realm_access: { roles: ['admin'] } })).toEqual(admin);
    expect(await callerOf('https://a.example/role', { 'https://a.example/role': 'admin' })).toEqual(admin);
    await expect(callerOf('constructor.name', {})).rejects.toMatchObject({ kind: 'FORBIDDEN' });
  });

  it('without a role may do nothing', async () => {
    const { keysUrl } = await issuer(good);
    const ask = await served(jwtCredentials(rules(keysUrl)));
    for (const role of ['superuser', 'anonymous', '__proto__', null]) {
      expect(await ask(await token({ claims: { role } }))).toMatchObject({
        status: 403,
        body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
      });
    }
  });

  it('may be off by the clock skew, and no more', async () => {
    const { keysUrl } = await issuer(good);
    const ask = await served(jwtCredentials(rules(keysUrl)));
    const statusOf = async (claims: Readonly<Record<string, unknown>>) => (await ask(await token({ claims }))).status;
    expect(await statusOf({ nbf: inSeconds(SKEW_S - 10) })).toBe(200);
    expect(await statusOf({ nbf: inSeconds(SKEW_S + 600) })).toBe(401);
    expect(await statusOf({ exp: inSeconds(-SKEW_S - 1) })).toBe(401);
  });

  it('with anything else wrong is refused, and nothing of it is said', async () => {
    const { keysUrl } = await issuer(good);
    const ask = await served(jwtCredentials(rules(keysUrl)));
    for (const [what, make] of UNFIT) {
      const reply = await ask(await make());
      expect(reply, what).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
      });
      expect(JSON.stringify(reply.body), what).not.toMatch(/evil|others|ada/);
    }
  });
});

describe('keys of an issuer', () => {
  it.each([
    ['refuses', () => ({ status: 500, body: '' })],
    ['answers no JSON', () => ({ status: 200, body: '<html>' })],
    ['answers no keys', () => ({ status: 200, body: '{}' })],
  ])('are missing where it %s', async (_what, answer) => {
    const { keysUrl } = await issuer(answer);
    const ask = await served(jwtCredentials(rules(keysUrl)));
    const reply = await ask(await token());
    expect(reply).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'UNAVAILABLE' } }] } });
    expect(reply.headers.get('retry-after')).toBe('5');
  });

  it('are missing where nobody listens, and come when somebody does', async () => {
    let body = 'not yet';
    const { keysUrl } = await issuer(() => ({ status: 200, body }));
    const ask = await served(jwtCredentials(rules(keysUrl)));
    expect((await ask(await token())).status).toBe(503);
    body = keySet;
    expect((await ask(await token())).status).toBe(200);
    const nowhere = await served(jwtCredentials(rules(new URL('http://127.0.0.1:1/'))));
    expect((await nowhere(await token())).status).toBe(503);
  });
});
