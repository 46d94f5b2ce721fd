import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
/** Installs packages where this process may: as root with apt-get. False where it may not; throws where apt-get fails. */
export function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get, once`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${status}.`);
  }
  return true;
}
//# sourceMappingURL=aptInstall.js.map
