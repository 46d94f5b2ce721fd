import { describe, expect, it } from 'vitest';
import { NO_WEB_RULES } from '../../src/server/access/registerWebRules.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const READ = '{ dataset { release } }';
const GET = `/graphql?query=${encodeURIComponent(READ)}`;
const ORIGIN = 'https://app.example.org';

async function served(web = NO_WEB_RULES) {
  const { url } = await graphServer({ source: await RevisedSource.of(smallDataset()), web });
  return (path: string, headers: Readonly<Record<string, string>> = {}, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers });
}

describe('every reply', () => {
  it('tells browsers to run nothing, guess nothing and show it in no frame', async () => {
    const ask = await served();
    const replies = [
      await ask(GET),
      await ask('/health/live'),
      await ask('/nowhere'),
      await ask('/graphql', {}, { method: 'PUT' }),
      await ask('/graphql', { 'content-type': 'application/json' }, { method: 'POST', body: '{' }),
      await ask('/%zz'),
      await ask(`/graphiql/${'x'.repeat(200)}`),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 404, 405, 400, 400, 414]);
    for (const { headers } of replies) {
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; frame-ancestors 'none';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(await replies[5]?.json()).toEqual({
      errors: [{ message: 'Expected the path of a URL but got something else.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('of the page has a policy that allows its own files, and a nonce that is new each time', async () => {
    const ask = await served();
    const policyOf = async () =>
      (await ask('/graphql', { accept: 'text/html' })).headers.get('content-security-policy');
    const [one, other] = [await policyOf(), await policyOf()];
    expect(one).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w-]{22}'; connect-src 'self';/,
    );
    expect(one).not.toContain('unsafe');
    expect(other).not.toBe(one);
  });

  it('asks for HTTPS where the settings say so', async () => {
    const ask = await served({ corsOrigins: [], hstsSeconds: 31_536_000 });
    expect((await ask('/health/live')).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('pages of other sites', () => {
  const preflight = {
    origin: ORIGIN,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,authorization',
  };

  it('may not read answers', async () => {
    const ask = await served();
    expect((await ask(GET, { origin: ORIGIN })).headers.get('access-control-allow-origin')).toBeNull();
    const asked = await ask('/graphql', preflight, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });

  it('may, where the settings name their origin, and no other', async () => {
    const ask = await served({ corsOrigins: [ORIGIN, 'https://b.example'], hstsSeconds: 0 });
    const { status, headers } = await ask('/graphql', preflight, { method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask(
      '/graphql',
      { origin: ORIGIN, 'content-type': 'application/json' },
      { method: 'POST', body: JSON.stringify({ query: READ }) },
    );
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('graph-revision');
    for (const kept of [answer, await ask(GET), await ask('/health/live')]) {
      expect(kept.headers.get('vary')).toMatch(/\borigin\b/i);
    }
    for (const origin of ['https://evil.example', 'null', 'https://app.example.org.evil.example']) {
      expect((await ask(GET, { origin })).headers.get('access-control-allow-origin')).not.toBe(origin);
    }
  });

  it('cannot have a browser ask in the name of its user', async () => {
    const ask = await served();
    const form = await ask(
      '/graphql',
      { 'content-type': 'text/plain' },
      { method: 'POST', body: JSON.stringify({ query: READ }) },
    );
    expect(form.status).toBe(415);
    expect((await ask(GET, { cookie: 'session=1' })).status).toBe(400);
    expect((await ask(GET, { authorization: 'Basic YTpi' })).status).toBe(400);
    expect((await ask(GET, { cookie: 'session=1', 'apollo-require-preflight': 'yes' })).status).toBe(200);
    expect((await ask(GET)).status).toBe(200);
    const mutation = 'mutation { retractStatements(input: { ids: ["a"], author: "a", reason: "r" }) { dryRun } }';
    expect((await ask(`/graphql?query=${encodeURIComponent(mutation)}`)).status).toBe(405);
  });
});
