import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

it('fails where there is no Neo4j, and names the three ways to one', async () => {
  // A machine that has Node and nothing else: no Docker, no Maven, and nothing that could install them.
  const bin = await mkdtemp(join(tmpdir(), 'bin-'));
  onTestFinished(() => rm(bin, { recursive: true }));
  await symlink(process.execPath, join(bin, 'node'));
  for (const [name, path] of [
    ['npm', join(dirname(process.execPath), 'npm')],
    ['sh', '/bin/sh'],
    ['env', '/usr/bin/env'],
  ] as const)
    await symlink(path, join(bin, name));

  const child = spawn('npm', ['test', '--', 'test/neo4j/smoke.test.ts'], {
    cwd: ROOT,
    env: { PATH: bin, HOME: bin, CI: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
  const [code] = await once(child, 'close');
  for (const way of ['1. Your own, empty: NEO4J_URI=', '2. Docker:', '3. Java 17 or 21, and Maven:'])
    expect(out).toContain(way);
  expect(out).toMatch(/Test Files.* 1 failed/);
  expect(out).not.toContain('skipped');
  expect(code).toBe(1);
});
