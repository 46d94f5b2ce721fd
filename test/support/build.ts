import { spawnSync } from 'node:child_process';

/**
 * Before all tests: those that start the real programs must run what the sources say now. Type errors don't stop it:
 * `npm run check` is there to name them.
 */
export default function build(): void {
  const { error } = spawnSync('npm', ['run', 'build'], {
    cwd: new URL('../..', import.meta.url),
    stdio: 'ignore',
  });
  if (error) throw error;
}
