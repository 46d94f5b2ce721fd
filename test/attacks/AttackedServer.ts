import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const ROOT = new URL('../../', import.meta.url).pathname;
const PROBE = new URL('probe.mjs', import.meta.url).href;
const SERVES = /GraphQL API: http:\/\/127\.0\.0\.1:(\d+)\/graphql/;
/** A reply that takes longer is none. */
const ANSWER_WITHIN_MS = 60_000;

/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of all errors, in their order. */
  readonly codes: readonly string[];
  readonly data: unknown;
}

/** The shipped program as a process of its own, on a port of its own. */
export class AttackedServer {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #output: () => string;

  private constructor(child: ChildProcess, port: number, output: () => string) {
    this.#child = child;
    this.port = port;
    this.#output = output;
  }

  /** Rejects with what the program printed where it ends before it serves. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<AttackedServer> {
    const child = spawn(process.execPath, ['--max-semi-space-size=32', '--import', PROBE, `${ROOT}dist/main.js`], {
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let output = '';
    const port = await new Promise<number>((resolve, reject) => {
      const read = (text: Buffer) => {
        output += text.toString('utf8');
        const [, found] = SERVES.exec(output) ?? [];
        if (found !== undefined) resolve(Number(found));
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('close', (code) => reject(new Error(`The server ended with ${code}: ${output}`)));
    });
    return new AttackedServer(child, port, () => output);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** All that it has printed, with its log. */
  get output(): string {
    return this.#output();
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Milliseconds of the processor that all its threads have used so far; waits until the main thread has a moment. */
  async cpuMs(): Promise<number> {
    const told = once(this.#child, 'message', { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    this.#child.send('cpu');
    const [ms] = await told;
    return Number(ms);
  }

  /** One request to the API; `path` what follows `/graphql`. */
  async send(init: RequestInit, path = ''): Promise<Reply> {
    const response = await fetch(this.url + path, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS), ...init });
    return replyOf(response.status, response.headers, await response.text());
  }

  /** A POST of JSON as a client sends it. */
  async post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Reply> {
    return this.post({ query, variables });
  }

  /** A connection to write whatever on. */
  async connect(): Promise<Socket> {
    // Half-closed by the client it stays open, as a browser's would not.
    const socket = connect({ host: '127.0.0.1', port: this.port, allowHalfOpen: true });
    await once(socket, 'connect');
    return socket;
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** Made of what a server sent. */
export function replyOf(status: number, headers: Headers, text: string): Reply {
  const body = parsed(text);
  const errors = memberOf(body, 'errors');
  const codes = (Array.isArray(errors) ? errors : []).map((error) =>
    String(memberOf(memberOf(error, 'extensions'), 'code')),
  );
  return { status, headers, text, codes, data: memberOf(body, 'data') ?? null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
