import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from '../support/aptInstall.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where Chromium is: in CHROMIUM or on the PATH. Installs the system's where it may (as root with apt-get). */
export function chromiumPath(): string {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && !existsSync(chosen))
    throw new Error(`Expected Chromium at CHROMIUM, but ${chosen} is not there.`);
  const found = chosen ?? findOnPath() ?? (aptInstall('chromium') ? findOnPath() : undefined);
  if (found !== undefined) return found;
  throw new Error('This test needs Chromium: sudo apt-get install chromium, or set CHROMIUM to its path.');
}

function findOnPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
