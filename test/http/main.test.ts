import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noteFault } from '../support/reliability.js';
import { startProgram } from './program.js';

const SERVES = /GraphQL API: http:\/\/127\.0\.0\.1:(\d+)\/graphql/;

async function start(args: string[] = []) {
  const program = startProgram('main.js', args, { PORT: '0' });
  const [, port] = await program.printed(SERVES);
  return { program, port: Number(port), url: `http://127.0.0.1:${port}` };
}

describe('main', () => {
  it('says what it serves, from which release, and where to click', async () => {
    const { program, url } = await start();
    await program.printed(/Stop with Ctrl-C/);
    expect(program.out()).toMatch(
      /release \d{4}\.\d{2}: \d+ entities, \d+ dependencies, facts through \d{4}-\d{2}-\d{2}\./,
    );
    expect(program.out()).toContain(`${url}/graphql`);
    expect(program.err()).toBe('');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s answers what runs, refuses what comes, and ends', async (signal) => {
    const { program, port } = await start();
    const body = JSON.stringify({ query: '{ dataset { release } }' });
    const running = await halfSent(port, body);
    program.child.kill(signal);
    await untilRefused(port);
    expect(await running.finish()).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"release":/);
    expect(await program.ended).toBe(0);
  });

  it('ends with npm start, whose shell passes no signal on', async () => {
    const npm = spawn('npm', ['start', '--ignore-scripts'], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void npm.kill('SIGKILL'));
    const port = await new Promise<number>((resolve, reject) => {
      npm.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it served`)));
      let out = '';
      npm.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        const match = SERVES.exec(out);
        if (match) resolve(Number(match[1]));
      });
    });
    npm.kill('SIGTERM');
    await untilRefused(port);
  });

  it('names all problems of the settings at once', async () => {
    const program = startProgram('main.js', ['--nope'], { PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain("'--nope'");
    expect(program.err()).toContain('Expected PORT to be a port in 0..65535 but got: "http".\nExpected LOG_LEVEL');
    expect(program.out()).toBe('');
  });

  it('lays no facts over a graph in Neo4j', async () => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'hunter2' };
    const program = startProgram('main.js', ['--data', 'mine'], env);
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain('"aigraph import --data DIR"');
    expect(program.out() + program.err()).not.toContain('hunter2');
  });

  it('says so when the port is in use', async () => {
    const { port } = await start();
    const second = startProgram('main.js', [], { PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.err()).toBe(`Port ${port} of 127.0.0.1 is in use. Choose another: PORT=4001 npm start.\n`);
  });

  it('explains an unknown option', async () => {
    const program = startProgram('main.js', ['--date', 'x']);
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(/'--date'[\s\S]*Usage: npm start -- \[--data DIR\]/);
  });

  it('never starts on broken facts', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'facts-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    await writeFile(join(dir, 'company.yaml'), '- id: company:one\n  colour: red\n- id: company\n');
    const program = startProgram('main.js', ['--data', dir], { PORT: '0' });
    expect(await program.ended).toBe(1);
    expect(program.err()).toContain('company.yaml, company:one');
    expect(program.out()).toBe('');
    noteFault('seeds-broken', {
      fault: 'broken seed file at the start',
      reads: 'the process does not start, and names file, record and field',
      writes: '–',
      lost: 'nothing',
      recovered: 'with the file mended',
      shownBy: 'test/http/main.test.ts',
    });
  });
});

/** A request that the server has begun to read, but whose last byte is still to come. */
async function halfSent(port: number, body: string) {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  const closed = new Promise<string>((resolve, reject) => {
    socket.once('close', () => resolve(answer));
    socket.once('error', reject);
  });
  const head = [
    'POST /graphql HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Expect: 100-continue',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  // The server asks for the body once it has taken the request in hand.
  while (!answer.includes('100 Continue')) await pause();
  answer = '';
  socket.write(body.slice(0, -1));
  return {
    finish: () => {
      socket.write(body.slice(-1));
      return closed;
    },
  };
}

async function untilRefused(port: number): Promise<void> {
  const refused = () =>
    new Promise<boolean>((resolve) => {
      const probe = connect(port, '127.0.0.1');
      probe.once('error', () => resolve(true));
      probe.once('connect', () => {
        probe.destroy();
        resolve(false);
      });
    });
  while (!(await refused())) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
