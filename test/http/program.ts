import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

const ROOT = new URL('../..', import.meta.url).pathname;

export interface Program {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  readonly out: () => string;
  /** The same on stderr, without progress. */
  readonly err: () => string;
  /** Stderr whole. */
  readonly progress: () => string;
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number | null>;
  /** Resolves with the first match in what it prints; rejects when it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts one of the built programs as a process of its own, ended with the test at the latest. */
export function startProgram(file: string, args: readonly string[] = [], env: Record<string, string> = {}): Program {
  const program = spawnProgram(file, args, env);
  onTestFinished(() => {
    program.child.kill('SIGKILL');
  });
  return program;
}

/** The same, and the caller ends it. */
export function spawnProgram(file: string, args: readonly string[] = [], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [`${ROOT}dist/${file}`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    out: () => out,
    // On a slow machine loading takes over a second, and says so.
    err: () => err.replace(/^.*…\n/gm, ''),
    progress: () => err,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(out);
          if (match) resolve(match);
        };
        look();
        child.stdout.on('data', look);
        ended.then((code) => reject(new Error(`ended with ${code} before printing ${pattern}: ${out}${err}`)));
      }),
  };
}
