import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is. */
    chromium: string;
  }
}

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const INSTALL = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];

/** Tells the tests where Chromium is; installs the system's where it may (as root with apt-get), else says what to type. */
export default function setup(project: TestProject): void {
  project.provide('chromium', findChromium() ?? installChromium());
}

function findChromium(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...PLACES].find((place) => existsSync(place));
}

function installChromium(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium with apt-get, once');
    for (const args of [['update', '-qq'], INSTALL])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const found = findChromium();
  if (found !== undefined) return found;
  throw new Error('The tests of the page need Chromium: sudo apt-get install chromium, or set CHROMIUM to its path.');
}
