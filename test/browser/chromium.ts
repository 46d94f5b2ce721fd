import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const INSTALL = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];

/** Where Chromium is: in CHROMIUM or on the PATH. Installs the system's where it may (as root with apt-get). */
export function chromiumPath(): string {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && !existsSync(chosen))
    throw new Error(`Expected Chromium at CHROMIUM, but ${chosen} is not there.`);
  const found = chosen ?? findOnPath() ?? install();
  if (found !== undefined) return found;
  throw new Error('This test needs Chromium: sudo apt-get install chromium, or set CHROMIUM to its path.');
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Chromium with apt-get, once');
  for (const args of [['update', '-qq'], INSTALL]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${status}.`);
  }
  return findOnPath();
}
