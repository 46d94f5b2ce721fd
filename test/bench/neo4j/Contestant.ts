import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './probe.js';
import type { Body } from './questions.js';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const PROBE = new URL('./probe.js', import.meta.url).href;
const CONTESTANTS = fileURLToPath(new URL('.', import.meta.url));
/** For all alike, the peer too: how `npm start` and `main.ts` have V8 manage memory, and a heap for the largest of them. */
const NODE_OPTIONS = ['--max-old-space-size=8000', '--max-semi-space-size=32', '--no-allocation-site-pretenuring'];

/** What `npm start` runs. */
export const SERVER = 'main.js';

/** One program that answers, as a process of its own. */
export class Contestant {
  private constructor(
    readonly name: string,
    /** Whose words it understands. */
    readonly dialect: 'ours' | 'peer' | 'raw',
    readonly url: string,
    /** From its start until it listened. */
    readonly startedInMs: number,
    private readonly child: ChildProcess,
  ) {}

  /** `program`: beside this file, or {@link SERVER}. Rejects where it ends before it listens. */
  static async start(
    name: string,
    dialect: Contestant['dialect'],
    program: string,
    env: Readonly<Record<string, string>>,
  ): Promise<Contestant> {
    const started = performance.now();
    const file = program === SERVER ? `${ROOT}dist/${SERVER}` : `${CONTESTANTS}${program}`;
    const child = spawn(process.execPath, [...NODE_OPTIONS, '--import', PROBE, file], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const url = await listening(name, child);
    return new Contestant(name, dialect, url, performance.now() - started, child);
  }

  async usage(): Promise<Usage> {
    const told = once(this.child, 'message');
    this.child.send('usage');
    const [usage] = await told;
    return usage;
  }

  async ask(body: Body): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.name} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

function listening(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const url = /GraphQL API: (\S+)/.exec(out)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it listened: ${out}`)));
  });
}
