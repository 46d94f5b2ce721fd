import { createHash, randomUUID } from 'node:crypto';
import type { PinnedGraph } from '../../store/GraphSource.js';

/** Stands for what is not known to be the same after a start: the files of an embedded store, or a release not yet written to. */
const THIS_START = randomUUID();

/**
 * Names what a pinned graph holds, in 22 characters: equal only where the graph is. A revision in Neo4j is known by its number
 * and time, on every process of this version; revision 1 of files only as long as the process runs.
 */
export function snapshotOf({ revision, at }: PinnedGraph, version: string): string {
  return createHash('sha256')
    .update(`${version} ${revision} ${at ?? THIS_START}`)
    .digest('base64url')
    .slice(0, 22);
}
