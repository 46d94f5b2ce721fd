import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE, SOURCES } from './folders.js';

/** The jars of a Neo4j version, as Maven resolved them (about 210, 123 MB, in Maven's own repository). Asks Maven only once. */
export function classPath(version: string): string {
  const file = join(CACHE, `${version}.classpath`);
  return readIfComplete(file) ?? resolve(version, file);
}

function resolve(version: string, file: string): string {
  mkdirSync(CACHE, { recursive: true });
  console.error(`Fetching Neo4j ${version} with Maven, once`);
  // Written beside it and renamed: another run may be doing the same.
  const written = `${file}.${process.pid}`;
  const args = [
    '--quiet',
    '--batch-mode',
    `--file=${join(SOURCES, 'pom.xml')}`,
    `-Dneo4j.version=${version}`,
    `-Dmdep.outputFile=${written}`,
    '-Dmdep.includeScope=runtime',
    'dependency:build-classpath',
  ];
  const { status, error, stdout, stderr } = spawnSync('mvn', args, { encoding: 'utf8' });
  if (error) throw new Error(`Expected Maven (mvn) on the PATH but got: ${error.message}.`);
  if (status !== 0) {
    rmSync(written, { force: true });
    throw new Error(`Maven could not fetch Neo4j ${version} (it ended with ${status}):\n${stdout}${stderr}`);
  }
  renameSync(written, file);
  return readFileSync(file, 'utf8').trim();
}

/** Maven's repository may have been emptied since. */
function readIfComplete(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const jars = readFileSync(file, 'utf8').trim();
  return jars.split(delimiter).every((jar) => existsSync(jar)) ? jars : undefined;
}
