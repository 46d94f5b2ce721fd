import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Access, makeAccess, NO_REVIEW } from '../../src/server/access/Access.js';
import { KeysFile } from '../../src/server/access/KeysFile.js';
import { isSecretOf, makeKey } from '../../src/server/access/keyRecords.js';
import { createKey, readKeys, revokeKey } from '../../src/server/access/keyStore.js';
import type { Limits } from '../../src/server/limits/Limits.js';
import { tokenCredentials } from '../../src/server/WriteAccess.js';
import { until } from '../neo4j/programs.js';
import { NotingEditor } from '../support/NotingEditor.js';
import { RevisedSource } from '../support/RevisedSource.js';
import { smallDataset } from '../support/smallDataset.js';
import { graphServer } from './graphServer.js';

const TOKEN = 'correct-horse-battery';
const CREATED = new Date('2026-11-30T00:00:00Z');
const READ = '{ dataset { release } }';
const WRITE = 'mutation { retractStatements(input: { ids: ["statement:a"], author: "a", reason: "r" }) { dryRun } }';
const WITHIN_MS = 20_000;

async function keysPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'keys.json');
}

const bearer = (credential: string) => [['authorization', `Bearer ${credential}`]] as const;

async function serverWith(access: Access, limits: Partial<Limits> = {}) {
  const editor = new NotingEditor();
  const server = await graphServer({ source: await RevisedSource.of(smallDataset()), editor, access, limits });
  return { ...server, editor };
}

/** A server with a token, a keys file and a clock that the test may turn. */
async function keyed({
  anonymousRead = true,
  limits = {},
}: {
  anonymousRead?: boolean;
  limits?: Partial<Limits>;
} = {}) {
  const path = await keysPath();
  const clock = { now: CREATED };
  const reports: unknown[] = [];
  const file = new KeysFile(
    path,
    (error) => reports.push(error),
    () => clock.now,
  );
  await file.open();
  const credentials = [tokenCredentials(TOKEN), file];
  const access = makeAccess({ credentials, anonymousRead, takesWrites: true, review: NO_REVIEW });
  const server = await serverWith(access, limits);
  const create = (role: 'reader' | 'editor' | 'admin', expires: Date | null = null) =>
    createKey(path, { name: `the ${role}`, role, created: CREATED, expires });
  const codeOf = async (query: string, credential: string) => {
    const { body } = await server.ask(query, bearer(credential));
    return /"code":"([A-Z_]+)"/.exec(JSON.stringify(body))?.[1] ?? 'OK';
  };
  return { ...server, path, clock, reports, create, codeOf };
}

describe('a key', () => {
  it('does what its role may', async () => {
    const { create, codeOf } = await keyed();
    const [reader, editor, admin] = [await create('reader'), await create('editor'), await create('admin')];
    await until(
      () => codeOf(READ, admin.key),
      (code) => code === 'OK',
      WITHIN_MS,
    );
    expect([await codeOf(READ, reader.key), await codeOf(WRITE, reader.key)]).toEqual(['OK', 'FORBIDDEN']);
    expect([await codeOf(READ, editor.key), await codeOf(WRITE, editor.key)]).toEqual(['OK', 'OK']);
    expect([await codeOf(READ, TOKEN), await codeOf(WRITE, TOKEN)]).toEqual(['OK', 'OK']);
  });

  it('ends when it is revoked or expires, without a new start, and only its holder is told', async () => {
    const { path, create, codeOf, ask, clock } = await keyed();
    const [ending, other] = [await create('reader', new Date('2026-12-01T00:00:00Z')), await create('editor')];
    await until(
      () => codeOf(READ, other.key),
      (code) => code === 'OK',
      WITHIN_MS,
    );
    expect(await codeOf(READ, ending.key)).toBe('OK');
    await revokeKey(path, other.record.id, CREATED);
    await until(
      () => codeOf(READ, other.key),
      (code) => code === 'UNAUTHENTICATED',
      WITHIN_MS,
    );
    clock.now = new Date('2026-12-01T00:00:00Z');
    const messageOf = async (key: string) => JSON.stringify((await ask(READ, bearer(key))).body);
    expect(await messageOf(ending.key)).toContain('The key of \\"the reader\\" expired at 2026-12-01T00:00:00.000Z.');
    expect(await messageOf(other.key)).toContain('The key of \\"the editor\\" was revoked at');
    const guessed = `aigk_${other.record.id}_${'A'.repeat(43)}`;
    expect(await messageOf(guessed)).toBe(await messageOf(`aigk_aaaaaaaaaa_${'A'.repeat(43)}`));
  });

  it('that is not whole and right is refused, for reads too', async () => {
    const { ask, create } = await keyed();
    const { key } = await create('admin');
    const wrong = [
      `${key.slice(0, -4)}AAAA`,
      `${key}A`,
      key.slice(0, 16),
      key.toUpperCase(),
      key.replace(/^aigk_\w{10}/, 'aigk_zzzzzzzzzz'),
    ];
    for (const given of wrong) {
      const reply = await ask(READ, bearer(given));
      expect(reply, given).toMatchObject({
        status: 401,
        body: {
          errors: [
            {
              message: 'The key or token of the header "Authorization" is not known to the server, or no longer.',
              extensions: { code: 'UNAUTHENTICATED' },
            },
          ],
        },
      });
      expect(reply.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('has requests of its own to spend, while wrong ones are counted by address', async () => {
    const { ask } = await keyed({ limits: { trustProxy: ['loopback'], ratePerMinute: 2 } });
    const statusOf = async (credential: string) =>
      (await ask(READ, [...bearer(credential), ['x-forwarded-for', '203.0.113.7']])).status;
    const guess = `aigk_aaaaaaaaaa_${'A'.repeat(43)}`;
    expect([await statusOf(guess), await statusOf(guess), await statusOf(guess)]).toEqual([401, 401, 429]);
    expect([await statusOf(TOKEN), await statusOf(TOKEN), await statusOf(TOKEN)]).toEqual([200, 200, 429]);
  });

  it('is nobody’s while the file cannot be read, for who was revoked is not known', async () => {
    const { path, create, codeOf, reports } = await keyed();
    const { key } = await create('reader');
    await until(
      () => codeOf(READ, key),
      (code) => code === 'OK',
      WITHIN_MS,
    );
    await writeFile(path, 'no keys');
    await until(
      () => codeOf(READ, key),
      (code) => code === 'UNAVAILABLE',
      WITHIN_MS,
    );
    expect(String(reports[0])).toContain(`Expected a file of "aigraph keys create" but ${path} is none.`);
    expect(await codeOf(READ, TOKEN)).toBe('OK');
  });
});

describe('a keys file', () => {
  it('keeps salted hashes alone, and tells secrets apart by them', () => {
    const given = { name: 'ada', role: 'reader', created: CREATED, expires: null } as const;
    const [one, other] = [makeKey(given), makeKey(given)];
    expect(one.key).toMatch(/^aigk_[a-z0-9]{10}_[\w-]{43}$/);
    const secret = one.key.slice(16);
    expect(JSON.stringify(one.record)).not.toContain(secret);
    expect([isSecretOf(one.record, secret), isSecretOf(other.record, secret)]).toEqual([true, false]);
    expect(isSecretOf({ ...one.record, hash: 'short' }, secret)).toBe(false);
  });

  it('loses no key that is made at the same time as others', async () => {
    const path = await keysPath();
    const given = { role: 'reader', created: CREATED, expires: null } as const;
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => createKey(path, { ...given, name })));
    expect((await readKeys(path)).map(({ name }) => name).sort()).toEqual(names);
  });

  it('that is broken is looked at as seldom as another, and reported once until it is well again', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const path = await keysPath();
    const { key } = await createKey(path, { name: 'ada', role: 'reader', created: CREATED, expires: null });
    const text = await readFile(path, 'utf8');
    const reports: unknown[] = [];
    const file = new KeysFile(path, (error) => reports.push(error));
    await file.open();
    const kindOf = async () => {
      const told = await Promise.allSettled([file.verify(key), file.verify(key), file.verify(key)]);
      return told.map((one) => (one.status === 'fulfilled' ? 'OK' : one.reason.kind));
    };
    const [well, broken] = [
      ['OK', 'OK', 'OK'],
      ['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE'],
    ];
    for (const reported of [1, 2]) {
      await writeFile(path, 'no keys');
      vi.advanceTimersByTime(500);
      expect(await kindOf()).toEqual(broken);
      vi.advanceTimersByTime(500);
      expect(await kindOf()).toEqual(broken);
      expect(reports).toHaveLength(reported);
      await writeFile(path, text);
      // It was looked at just now.
      expect(await kindOf()).toEqual(broken);
      vi.advanceTimersByTime(500);
      expect(await kindOf()).toEqual(well);
    }
  });

  it('that others may write to is refused', async () => {
    const path = await keysPath();
    await createKey(path, { name: 'ada', role: 'admin', created: CREATED, expires: null });
    await chmod(path, 0o666);
    await expect(new KeysFile(path, () => {}).open()).rejects.toThrow('Others may write to the keys file');
  });
});

describe('without anonymous reads', () => {
  it('nobody without a name reads anything but health and the empty page', async () => {
    const { ask, url, create } = await keyed({ anonymousRead: false });
    for (const query of [READ, '{ __schema { queryType { name } } }', '{ nonsense', WRITE]) {
      expect(await ask(query)).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
      });
    }
    const get = (path: string, headers = {}) => fetch(`${url}${path}`, { headers });
    expect((await get(`/graphql?query=${encodeURIComponent(READ)}`)).status).toBe(401);
    expect((await get('/graphql', { accept: 'text/html' })).status).toBe(200);
    for (const path of ['/health/live', '/health/ready']) expect((await get(path)).status).toBe(200);
    const { key } = await create('reader');
    await until(
      async () => (await ask(READ, bearer(key))).status,
      (status) => status === 200,
      WITHIN_MS,
    );
  });

  it('a server that knows no key and no token says so before it starts', async () => {
    const { readConfig } = await import('../../src/config.js');
    expect(() => readConfig({ ANONYMOUS_READ: 'off' })).toThrow('With ANONYMOUS_READ=off nobody can read');
    expect(() => readConfig({ JWT_ISSUER: 'i', JWT_AUDIENCE: 'a' })).toThrow('JWT_JWKS_URL is not set.');
    expect(() => readConfig({ CORS_ORIGINS: 'https://a.example/' })).toThrow('CORS_ORIGINS');
  });
});

it('credentials mean nothing to a server that knows none', async () => {
  const access = makeAccess({ credentials: [], anonymousRead: true, takesWrites: true, review: NO_REVIEW });
  const { ask } = await serverWith(access);
  expect((await ask(READ, bearer(TOKEN))).status).toBe(200);
  expect(JSON.stringify((await ask(WRITE, bearer(TOKEN))).body)).toContain('FORBIDDEN');
});
