import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from './release.js';

const JVM_FOLDERS = ['/usr/lib/jvm', '/opt', '/Library/Java/JavaVirtualMachines'];

export interface Java {
  readonly path: string;
  readonly major: number;
  /** The whole version, as it stands in `java -version`. */
  readonly version: string;
}

/**
 * The first Java that runs the release: the one in JAVA_HOME or JAVA_<major>_HOME, the one on the PATH, then those that are installed
 * beside it. Undefined where there is none.
 */
export function findJava({ java: { from, to } }: Release): Java | undefined {
  for (const path of candidates()) {
    const java = ask(path);
    if (java !== undefined && java.major >= from && java.major <= to) return java;
  }
  return undefined;
}

function* candidates(): Generator<string> {
  for (const [name, home] of Object.entries(process.env))
    if (/^JAVA_(\d+_)?HOME$/.test(name) && home !== undefined) yield join(home, 'bin/java');
  yield 'java';
  for (const folder of JVM_FOLDERS.filter((path) => existsSync(path)))
    for (const name of readdirSync(folder).sort()) {
      yield join(folder, name, 'bin/java');
      yield join(folder, name, 'Contents/Home/bin/java');
    }
}

function ask(path: string): Java | undefined {
  if (path !== 'java' && !existsSync(path)) return undefined;
  const { status, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8' });
  const [, version, major] = /version "((\d+)[^"]*)"/.exec(status === 0 ? stderr : '') ?? [];
  return version === undefined ? undefined : { path, version, major: Number(major) };
}
