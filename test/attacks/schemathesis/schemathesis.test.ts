import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { auditRow } from '../../support/audits.js';
import { noteAudit } from '../../support/reliability.js';
import { AttackedServer } from '../AttackedServer.js';
import { installSchemathesis } from './install.js';

const HOOKS = new URL('hooks.py', import.meta.url).pathname;
const SECONDS = 60;
const ARGS = [
  ...['--max-time', String(SECONDS), '--phases', 'fuzzing', '--workers', '2', '--no-shrink'],
  ...['--checks', 'ends_in_a_code_of_ours', '--continue-on-failure', '--suppress-health-check', 'all', '--no-color'],
  // The same questions at every run: what a commit passes it passes again.
  ...['--seed', '1'],
];

test(
  `${SECONDS} s of questions that Schemathesis makes of the schema end in codes of the API`,
  async () => {
    const program = await installSchemathesis();
    const server = await AttackedServer.start({ LOG_LEVEL: 'error', RATE_LIMIT_PER_MINUTE: '0' });
    onTestFinished(() => server.stop());
    const folder = await mkdtemp(join(tmpdir(), 'schemathesis-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { code, output } = await run(program, ['run', server.url, ...ARGS], folder);
    expect(code, output).toBe(0);
    const [, generated, passed] = /(\d\d+) generated, (\d+) passed/.exec(output)?.map(Number) ?? [];
    if (generated === undefined || passed === undefined) throw new Error(output);
    expect(server.isRunning).toBe(true);
    expect(server.output).not.toContain('"level":50');
    expect((await server.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    // How many there are in 60 s is the machine's.
    noteAudit('schemathesis', auditRow('schemathesis', passed, generated));
  },
  10 * 60_000,
);

async function run(program: string, args: readonly string[], cwd: string) {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH ?? '', PYTHONDONTWRITEBYTECODE: '1', HOME: cwd, SCHEMATHESIS_HOOKS: HOOKS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}
