import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startProgram } from '../http/program.js';

async function changes(...args: string[]) {
  const program = startProgram('cli.js', ['ask', 'changes', ...args]);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** The shipped facts with one that took the place of another a month later. */
async function facts(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'facts-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const later = '2026-11-01T00:00:00Z';
  await writeFile(
    join(dir, 'company.yaml'),
    `- id: company:openai
  facts:
    - { property: desks, value: 10, unit: count, sources: [aibase-openai-110b], retractedAt: ${later} }
    - { property: desks, value: 12, unit: count, sources: [aibase-openai-110b], recordedAt: ${later} }
`,
  );
  return dir;
}

it('ask changes prints what was recorded and replaced since a time', async () => {
  const { code, out, err } = await changes('--since', '2026-10-01T00:00:00Z', '--data', await facts());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^At +Change +Subject +Property +Scope +Says +Replaced by\n/);
  expect(out).toMatch(/REPLACED +company:openai +desks +– +10 count +12 count/);
  expect(out).toMatch(/ADDED +company:openai +desks +– +12 count/);
});

it('ask changes prints CSV, a change a row', async () => {
  const { code, out } = await changes('--since', '2026-10-01T00:00:00Z', '--csv', '--data', await facts());
  expect(code).toBe(0);
  expect(out).toMatch(/^part,[^\n]*,at,change,subject\.id,property,scope,says,replacedBy\r\n/);
  expect(out).toMatch(/^edges,.*,REPLACED,company:openai,desks,,10 count,12 count\r$/m);
});

it('ask changes says that nothing changed, and what is wrong with a time', async () => {
  expect(await changes('--since', '2026-10-01T00:00:00Z')).toMatchObject({ code: 0, out: 'None.\n' });
  expect(await changes('--since', '2020-01-01T00:00:00Z')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Expected since at or after 2026-10-01T00:00:00'),
  });
  expect(await changes()).toMatchObject({ code: 2, out: '' });
});
