import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './aptInstall.js';
import { freePort } from './neo4j/freePort.js';

/** A real Redis that a test may stop and start again, on the same port. */
export class TestRedis {
  readonly url: string;
  readonly #port: number;
  readonly #password: string;
  #process: ChildProcess | null = null;

  constructor(port: number, password: string) {
    this.#port = port;
    this.#password = password;
    this.url = `redis://:${password}@127.0.0.1:${port}`;
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const options = [
      '--port',
      String(this.#port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--requirepass',
      this.#password,
    ];
    const child = spawn(redisPath(), options, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    let printed = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      printed += text;
      if (printed.includes('Ready to accept connections')) break;
    }
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}:\n${printed}`);
  }

  /** Keeps its connections open and answers nothing, until {@link thaw}. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Kills it, as a machine that goes away. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** Not started yet. */
export async function redisOnFreePort(): Promise<TestRedis> {
  return new TestRedis(await freePort(), 'between-us');
}

/** Installs the system's where it may (as root with apt-get). */
function redisPath(): string {
  const found = findOnPath() ?? (aptInstall('redis-server') ? findOnPath() : undefined);
  if (found !== undefined) return found;
  throw new Error('This test needs Redis: sudo apt-get install redis-server.');
}

function findOnPath(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path));
}
