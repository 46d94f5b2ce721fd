import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE = 'test/support/neo4j/pom.xml';

/** The project's folder: these files also run compiled, from another depth, so they look for what is not compiled. */
export const PROJECT = findProject(dirname(fileURLToPath(import.meta.url)));

/** Where this folder's sources are. */
export const SOURCES = join(PROJECT, 'test/support/neo4j');

/** What is kept from one run to the next: class paths, archives of classes, a developer's data. Not in git. */
export const CACHE = join(PROJECT, '.neo4j');

function findProject(folder: string): string {
  if (existsSync(join(folder, BESIDE))) return folder;
  if (folder === dirname(folder)) throw new Error(`Expected ${BESIDE} in a folder above but found none.`);
  return findProject(dirname(folder));
}
