import { utimesSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spawnProgram, startProgram } from '../http/program.js';

let dir: string;
let file: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'snapshot-'));
  file = join(dir, 'shipped.aigraph');
  const program = spawnProgram('cli.js', ['snapshot', '--out', file]);
  expect([await program.ended, program.err()]).toEqual([0, '']);
  expect(program.out()).toBe(`Packed: SNAPSHOT=${file} npm start serves it.\n`);
});
afterAll(() => rm(dir, { recursive: true }));

async function aigraph(env: Record<string, string>, ...args: readonly string[]) {
  const program = startProgram('cli.js', args, env);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

it('answers aigraph ask as the facts themselves do', async () => {
  const ask = ['ask', 'exposure', 'company:openai', 'company:nvidia', '--json'];
  const [packed, facts] = await Promise.all([aigraph({ SNAPSHOT: file }, ...ask), aigraph({}, ...ask)]);
  expect(packed).toEqual(facts);
  expect(packed.code).toBe(0);
});

it('is what npm start serves, read only, and says so', async () => {
  const program = startProgram('main.js', [], { PORT: '0', SNAPSHOT: file });
  const [, url] = await program.printed(/GraphQL API: (http:\S+)/);
  expect(program.out()).toContain(`Served from the snapshot ${file}; it takes no writes.`);
  const query = '{ company(id: "company:openai") { name dependencies(first: 2) { edges { node { id } } } } }';
  const response = await fetch(url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(await response.json()).toMatchObject({ data: { company: { name: 'OpenAI' } } });
});

it('is packed alike of an export with all that is derived', async () => {
  const exported = await aigraph({}, 'export', '--derived');
  const rows = join(dir, 'rows.jsonl');
  await writeFile(rows, exported.out);
  const out = join(dir, 'other.aigraph');
  expect(await aigraph({}, 'snapshot', '--from', rows, '--out', out)).toMatchObject({ code: 0, err: '' });
  // The same rows: what is in another order is numbered otherwise, in about as many bytes.
  const [one, other] = [(await stat(out)).size, (await stat(file)).size];
  expect(Math.abs(one - other) / other).toBeLessThan(0.01);
  // One thread reads statements, another all else: what is wrong with either is named.
  const wrong = exported.out
    .replace(/"kind":"COMPUTE","rule"/, '"kind":"NOTHING","rule"')
    .replace(/"subject":"/, '"subject":"x');
  await writeFile(rows, wrong);
  const refused = await aigraph({}, 'snapshot', '--from', rows, '--out', out);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^The seeds have 2 problems:\n.*subject[\s\S]*kind: expected one of "COMPUTE"/);
});

it('is not made of a file that somebody writes to meanwhile', async () => {
  const rows = join(dir, 'changing.jsonl');
  await writeFile(rows, (await aigraph({}, 'export', '--derived')).out);
  const program = startProgram('cli.js', ['snapshot', '--from', rows, '--out', join(dir, 'changed.aigraph')], {});
  // Whenever it looks first, there is a later write before it looks last.
  const writing = setInterval(() => utimesSync(rows, new Date(), new Date()), 10);
  const code = await program.ended.finally(() => clearInterval(writing));
  expect([code, program.out()]).toEqual([1, '']);
  expect(program.err()).toContain(
    'expected a file that nobody writes to while it is read but got: one that has changed',
  );
});

it('is refused with what is wrong with it', async () => {
  const bad = join(dir, 'bad.aigraph');
  await writeFile(bad, 'nothing of the sort, but long enough to be one');
  const ask = ['ask', 'dependencies', 'company:openai'];
  const refused = await aigraph({ SNAPSHOT: bad }, ...ask);
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: `Expected a snapshot that "aigraph snapshot" wrote in "${bad}" but got: another file. Make it again: aigraph snapshot --out FILE.\n`,
  });
});
