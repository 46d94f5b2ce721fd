import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * Runs a shell script once this process has ended in whatever way, SIGKILL too: the guard reads from a pipe that only the end of this
 * process closes. `dismiss` ends the guard without running it.
 */
export function atMyEnd(script: string, ...args: readonly string[]): { dismiss(): void } {
  const guard: ChildProcess = spawn('sh', ['-c', `read -r _; ${script}`, 'guard', ...args], {
    // In a group of its own: Ctrl-C must not end it first.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // Node counts the pipe as work to wait for.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return { dismiss: () => guard.kill('SIGKILL') };
}
