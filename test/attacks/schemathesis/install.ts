import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { aptInstall } from '../../support/aptInstall.js';

const RELEASE = '4.32.5';
/** Kept from one run to the next. Not in git. */
const FOLDER = new URL('../../../.cache/schemathesis/', import.meta.url).pathname;
const PROGRAM = `${FOLDER}bin/schemathesis`;
const BY_HAND = `python3 -m venv ${FOLDER} && ${FOLDER}bin/pip install schemathesis==${RELEASE}`;

/**
 * The path of a Schemathesis of the release that the hooks are written for, installed where it is not there yet. Throws the
 * line to type where that fails.
 */
export async function installSchemathesis(): Promise<string> {
  if (existsSync(PROGRAM) && run(PROGRAM, '--version').output.includes(RELEASE)) return PROGRAM;
  await rm(FOLDER, { recursive: true, force: true });
  // Debian's Python comes without either.
  if (!run('python3', '-m', 'venv', FOLDER).isOk && aptInstall('python3-venv', 'python3-pip')) {
    run('python3', '-m', 'venv', FOLDER);
  }
  const pip = run(`${FOLDER}bin/pip`, 'install', '--quiet', `schemathesis==${RELEASE}`);
  if (!pip.isOk) throw new Error(`Schemathesis ${RELEASE} is not there. Type: ${BY_HAND}\n${pip.output}`);
  return PROGRAM;
}

function run(command: string, ...args: readonly string[]): { readonly isOk: boolean; readonly output: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  return { isOk: status === 0, output: error ? error.message : `${stdout}${stderr}` };
}
