import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { createKey } from '../../src/server/access/keyStore.js';
import { startProgram } from './program.js';

const TOKEN = 'correct-horse-battery';
const READ = '{ dataset { release } }';
const BROKEN = '{ broken';
const WRITE = 'mutation { retractStatements(input: { ids: ["statement:a"], author: "a", reason: "r" }) { dryRun } }';

it('no key, token or password stands in a log, an answer or the metrics, right or wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const keys = join(folder, 'keys.json');
  const { key, record } = await createKey(keys, { name: 'ada', role: 'admin', created: new Date(), expires: null });
  const pair = await generateKeyPair('ES256', { extractable: true });
  const keySet = { keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] };
  await writeFile(join(folder, 'jwks.json'), JSON.stringify(keySet));
  const jwt = (aud: string) =>
    new SignJWT({ role: 'admin', sub: 'eve', iss: 'https://issuer.example', aud })
      .setProtectedHeader({ alg: 'ES256' })
      .setExpirationTime('10m')
      .sign(pair.privateKey);

  const program = startProgram('main.js', [], {
    PORT: '0',
    LOG_LEVEL: 'trace',
    WRITE_TOKEN: TOKEN,
    KEYS_FILE: keys,
    JWT_ISSUER: 'https://issuer.example',
    JWT_AUDIENCE: 'graph',
    JWT_JWKS_URL: `file://${folder}/jwks.json`,
  });
  const [, url = ''] = await program.printed(/GraphQL API: (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
  const given = [
    TOKEN,
    'wrong-horse-battery-staple',
    key,
    `${key.slice(0, -4)}AAAA`,
    `aigk_zzzzzzzzzz_${key.slice(16)}`,
    await jwt('graph'),
    await jwt('others'),
    'Zm9v.YmFy.c2VjcmV0LXNpZ25hdHVyZQ',
  ];
  const headersOf = (credential: string) => [
    { authorization: `Bearer ${credential}` },
    { authorization: `Basic ${credential}` },
    { authorization: credential },
    { authorization: `Bearer ${credential}`, 'graph-revision-at-least': 'x' },
  ];
  const seen: string[] = [];
  for (const credential of given) {
    for (const headers of headersOf(credential)) {
      for (const query of [READ, BROKEN, WRITE]) {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query }),
        });
        seen.push(JSON.stringify([...response.headers]), await response.text());
      }
    }
    const asGet = `${url}/graphql?query=${encodeURIComponent(READ)}`;
    seen.push(await (await fetch(asGet, { headers: { authorization: `Bearer ${credential}` } })).text());
  }
  for (const path of ['/metrics', '/health/ready', '/graphql']) seen.push(await (await fetch(url + path)).text());
  program.child.kill('SIGTERM');
  await program.ended;

  const all = [...seen, program.out(), program.progress()].join('\n');
  expect(all).toContain('UNAUTHENTICATED');
  for (const credential of given) {
    for (const part of new Set([credential, ...credential.split(/[._]/).filter((piece) => piece.length > 15)])) {
      expect(all.includes(part), part).toBe(false);
    }
  }
  expect(all).not.toContain(record.hash);
  expect(all).not.toContain(record.salt);
});
