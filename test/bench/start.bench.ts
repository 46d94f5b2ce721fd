import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { it } from 'vitest';
import { startProgram } from '../http/program.js';
import { SHAPES } from './shapes.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const RUNS = 5;

it('time from npm start to the first answer', async () => {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timeToFirstAnswer());
  times.sort((a, b) => a - b);
  report(`npm start to first answer: median ${times[RUNS >> 1]} ms, of ${times.join(', ')} ms`);
});

it('memory after load', async () => {
  const program = startProgram('main.js', [], { PORT: '0' });
  const [, url] = await program.printed(/GraphQL API: (\S+)/);
  report(`RSS after load: ${await rssMb(program.child.pid)} MB`);
  for (const query of Object.values(SHAPES)) for (let i = 0; i < 200; i++) await ask(url ?? '', query);
  report(`RSS after 200 answers of each shape: ${await rssMb(program.child.pid)} MB`);
});

async function timeToFirstAnswer(): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  });
  try {
    for (;;) {
      try {
        await ask(`http://127.0.0.1:${port}/graphql`, SHAPES['one entity']);
        return Math.round(performance.now() - started);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  } finally {
    // npm and the server are a process group of their own.
    if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGTERM');
    await new Promise((resolve) => npm.once('close', resolve));
  }
}

async function ask(url: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
}

async function rssMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
