import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteAttack } from '../support/reliability.js';
import { type Attack, attack } from './Attack.js';
import { AttackedServer } from './AttackedServer.js';
import { ACCESS, JWKS, JWT_ENV, token } from './access.js';
import { rowOf } from './reliability.js';
import { TABLES } from './tables.js';

/** All come from one address, which is another suite's subject. */
const ENV = { RATE_LIMIT_PER_MINUTE: '0' } as const;

describe('the shipped server', () => {
  let server: AttackedServer;
  beforeAll(async () => {
    server = await AttackedServer.start(ENV);
  });
  afterAll(() => server.stop());

  describe.each(TABLES)('under $name', ({ attacks }) => {
    it.each(attacks.map((one) => [one.id, one.what, one] as const))('%s %s', async (_id, _what, one) => {
      await attackAndNote(server, one);
    });
  });
});

describe('the shipped server that takes tokens', () => {
  let server: AttackedServer;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attacks-'));
    const keys = join(folder, 'keys.json');
    await writeFile(keys, JWKS);
    server = await AttackedServer.start({ ...ENV, ...JWT_ENV, JWT_JWKS_URL: pathToFileURL(keys).href });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('takes those that are as they should be', async () => {
    const reply = await server.post({ query: '{ __typename }' }, { authorization: `Bearer ${token()}` });
    expect(reply.data).toEqual({ __typename: 'Query' });
  });

  it.each(ACCESS.map((one) => [one.id, one.what, one] as const))('%s %s', async (_id, _what, one) => {
    await attackAndNote(server, one);
  });
});

async function attackAndNote(server: AttackedServer, one: Attack): Promise<void> {
  const ms = await attack(server, one);
  expect(server.isRunning, server.output).toBe(true);
  noteAttack(one.id, [...rowOf(one), String(Math.ceil(ms))]);
}
