import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { deriveDataset } from '../../src/derive/deriveDataset.js';
import { exportDataset } from '../../src/seeding/exportDataset.js';
import { readFacts } from '../../src/seeding/readFacts.js';
import { type Program, spawnProgram } from '../http/program.js';
import { SMALL, seedFolder } from '../seeding/seedFolder.js';
import type { Login } from '../support/neo4j/waitForBolt.js';

export const TOKEN = 'correct-horse-battery';
export const WRITER = { authorization: `Bearer ${TOKEN}` } as const;

const SERVES = /GraphQL API: (http:\/\/127\.0\.0\.1:\d+)\/graphql/;
const ANSWER_WITHIN_MS = 30_000;

export interface Reply {
  readonly data: unknown;
  /** The code of the first error; null where there is none. */
  readonly code: string | null;
  readonly message: string | null;
  readonly extensions: { readonly revision?: unknown; readonly stale?: unknown };
  readonly headers: Headers;
  readonly tookMs: number;
}

export interface Server {
  readonly url: string;
  readonly program: Program;
  /** Rejects where no answer comes within 30 s, or the connection breaks. */
  ask(query: string, headers?: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Reply>;
  health(): Promise<{ readonly status: number; readonly body: Health }>;
}

interface Health {
  readonly status: string;
  readonly revision?: number;
  readonly problems?: readonly string[];
}

const programs: Program[] = [];
afterAll(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
});

export function environment({ uri, user, password }: Login): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

/** Starts a built program on a graph; it ends with the test file at the latest. */
export function start(login: Login, file: string, args: readonly string[], env: Record<string, string> = {}): Program {
  const program = spawnProgram(file, args, { ...environment(login), ...env });
  programs.push(program);
  return program;
}

/** The built server on a graph, open for writes. */
export async function serve(login: Login, env: Record<string, string> = {}): Promise<Server> {
  const program = start(login, 'main.js', [], { PORT: '0', WRITE_TOKEN: TOKEN, DIGEST_CHECK_MS: '0', ...env });
  const [, url = ''] = await program.printed(SERVES);
  return {
    url,
    program,
    ask: async (query, headers = {}, signal) => {
      const began = performance.now();
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
        signal: signal ?? AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return replyOf(await response.json(), response.headers, performance.now() - began);
    },
    health: async () => {
      const response = await fetch(`${url}/health/ready`);
      const body: Health = await response.json();
      return { status: response.status, body };
    },
  };
}

/** Runs `aigraph` to its end. */
export async function aigraph(login: Login, args: readonly string[], env: Record<string, string> = {}) {
  const program = start(login, 'cli.js', args, env);
  const code = await program.ended;
  return { code, out: program.out(), err: program.err() };
}

/** A file with the export of the small dataset, and these seed files instead of its own. */
export async function smallFile(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await seedFolder({ ...SMALL, ...files });
  const path = join(folder, 'export.jsonl');
  await writeFile(path, [...exportDataset(deriveDataset(await readFacts([folder])), 'jsonl')].join(''));
  return path;
}

/** Imports the small dataset. Throws what the program says where it fails. */
export async function importSmall(login: Login, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, out, err } = await aigraph(login, ['import', '--file', await smallFile(files)]);
  if (code !== 0) throw new Error(err);
  return out;
}

/** A mutation that records one text as the value of one property. */
export function recording(subject: string, property: string, value: string, more = '', select = ''): string {
  return `mutation { recordStatements(input: { statements: [{ subject: "${subject}", property: "${property}",
    value: "${value}", sources: ["source:press"] }], author: "ada", reason: "read it" ${more} })
    { revision dryRun recorded { ids } ${select} } }`;
}

/** What lies at a path of fields and places in an answer. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, step) : undefined;
  return found;
}

/** Asks until the answer is as expected. Rejects with the last one after `withinMs`. */
export async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, withinMs: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    const tookMs = performance.now() - began;
    if (fits(answer)) return tookMs;
    if (tookMs > withinMs) throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function replyOf(body: unknown, headers: Headers, tookMs: number): Reply {
  const code = at(body, 'errors', 0, 'extensions', 'code');
  const message = at(body, 'errors', 0, 'message');
  const extensions = at(body, 'extensions');
  return {
    data: at(body, 'data'),
    code: code === undefined ? null : String(code),
    message: message === undefined ? null : String(message),
    extensions: typeof extensions === 'object' && extensions !== null ? extensions : {},
    headers,
    tookMs,
  };
}
