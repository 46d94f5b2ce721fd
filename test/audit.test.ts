import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const SCRIPT = new URL('support/audit.mjs', import.meta.url).pathname;
const ADVISORY = { id: 1, url: 'https://advisories.test/1', title: 'It leaks', vulnerable_versions: '<99.0.0' };

test.each([
  ['nothing is known', {}, 0, /^No vulnerability is known/],
  ['what is known is moderate', { minisearch: [{ ...ADVISORY, severity: 'moderate' }] }, 0, /^No vulnerability/],
  [
    'something high is known',
    { minisearch: [{ ...ADVISORY, severity: 'high' }] },
    1,
    /^high: minisearch <99\.0\.0: It leaks \(https:\/\/advisories\.test\/1\)\. Not explained\.$/m,
  ],
  ['the registry does not answer audits', null, 2, /^NOT CHECKED: the registry does not answer audits: 405 /],
] as const)('the audit, where %s', async (_what, advisories, code, said) => {
  const audited = await audit(await registry(advisories));
  expect(audited).toEqual([code, expect.stringMatching(said)]);
});

/** One that knows of advisories and nothing else; null answers no audit. */
async function registry(advisories: object | null): Promise<string> {
  const server = createServer((request, reply) => {
    request.resume().once('end', () => {
      const isAudit = request.method === 'POST';
      reply.writeHead(isAudit ? (advisories ? 200 : 405) : 404, { 'content-type': 'application/json' });
      reply.end(isAudit && advisories ? JSON.stringify(advisories) : '{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

/** How it ends, and what it prints. */
async function audit(url: string): Promise<readonly [number, string]> {
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const env = { PATH: process.env.PATH, HOME: folder, npm_config_registry: url, npm_config_cache: folder };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const [code] = await once(child, 'close');
  return [Number(code), out];
}
