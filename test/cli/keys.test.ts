import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProgram } from '../../src/cli/createProgram.js';
import { startProgram } from '../http/program.js';

async function keysPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'keys.json');
}

async function aigraph(args: readonly string[], env: Record<string, string> = {}) {
  const program = startProgram('cli.js', ['keys', ...args], env);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** What it prints, without a process of its own. Rejects as the command does. */
async function inProcess(...args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const notHere = () => Promise.reject(new Error('This command needs a graph.'));
  const program = createProgram({
    openGraph: notHere,
    importGraph: notHere,
    rederiveGraph: notHere,
    withLargeWrites: notHere,
    exportGraph: notHere,
    makeSnapshot: notHere,
    environment: {},
    print: (text) => printed.push(`${text}\n`),
  });
  await program.parseAsync(['node', 'aigraph', 'keys', ...args]);
  return printed.join('');
}

describe('aigraph keys', () => {
  it('makes a key that is shown once, lists it without its secret, and revokes it', async () => {
    const path = await keysPath();
    const env = { KEYS_FILE: path };
    const made = await aigraph(
      ['create', '--name', 'Ada Lovelace', '--role', 'editor', '--expires', '2199-12-31'],
      env,
    );
    expect(made).toMatchObject({ code: 0, err: '' });
    const [key = '', hint] = made.out.split('\n');
    const [, id = '', secret = ''] = /^aigk_([a-z0-9]{10})_([\w-]{43})$/.exec(key) ?? [];
    expect(secret).not.toBe('');
    expect(hint).toContain(`aigraph keys revoke ${id}`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);

    const listed = await aigraph(['list'], env);
    expect(listed.out).toMatch(
      new RegExp(`^${id}  editor  Ada Lovelace  created \\S+, expires 2200-01-01T00:00:00.000Z\n$`),
    );
    const revoked = await aigraph(['revoke', id, '--file', path]);
    expect(revoked).toMatchObject({
      code: 0,
      out: expect.stringContaining(`The key ${id} of "Ada Lovelace" is revoked since`),
    });
    const after = await aigraph(['list'], env);
    expect(after.out).toContain('revoked 2');
    for (const text of [listed.out, revoked.out, after.out, await readFile(path, 'utf8')]) {
      expect(text).not.toContain(secret);
    }
  });

  it('says what is missing or wrong', async () => {
    const path = await keysPath();
    await expect(inProcess('list')).rejects.toThrow('set KEYS_FILE');
    expect(await inProcess('list', '--file', path)).toBe('There are no keys.\n');
    await expect(inProcess('revoke', 'nobody', '--file', path)).rejects.toThrow('No key has the id "nobody".');
    const create = ['create', '--file', path, '--name', 'a', '--role', 'reader'];
    await expect(inProcess(...create, '--expires', '2020-01-01')).rejects.toThrow('Expected a time to come.');
    await expect(inProcess(...create, '--expires', 'soon')).rejects.toThrow('Expected a date such as 2025-11-03');
    await expect(inProcess(...create, '--name', 'a\nb')).rejects.toThrow('Expected a name of 1..200 characters');
    await expect(inProcess(...create.slice(0, -1), 'owner')).rejects.toThrow('Allowed choices are reader, editor');
    await writeFile(path, '{"keys": []}');
    await expect(inProcess(...create)).rejects.toThrow(`Expected a file of "aigraph keys create" but ${path} is none.`);
  });
});
