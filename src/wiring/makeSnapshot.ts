import { closeSync, openSync, readSync } from 'node:fs';
import { SHIPPED_SEEDS } from '../config.js';
import { deriveDataset } from '../derive/deriveDataset.js';
import { importExport } from '../seeding/importExport.js';
import { readFacts } from '../seeding/readFacts.js';
import { packDataset } from '../store/memory/packed/GraphPacker.js';
import type { Sections } from '../store/memory/packed/Sections.js';
import { packDerived } from './packDerived.js';
import { writeSnapshot } from './snapshotFile.js';

/** What a snapshot is made of: folders laid over the shipped facts, or a file that an export wrote. */
export interface SnapshotFrom {
  readonly data: readonly string[];
  readonly file: string | null;
}

/**
 * Packs a graph into a file. From lines with all that is derived in one walk, which holds no more than the packed graph;
 * from facts by deriving it first, which holds them all as objects. Throws SeedProblems, and then nothing was written.
 */
export async function makeSnapshot(from: SnapshotFrom, out: string, step: (what: string) => void): Promise<void> {
  const sections = await packFrom(from, step);
  step('Writing the snapshot');
  writeSnapshot(out, sections);
}

async function packFrom({ data, file }: SnapshotFrom, step: (what: string) => void): Promise<Sections> {
  if (file !== null && isDerived(file)) {
    step('Reading and checking rows');
    return packDerived(file);
  }
  const facts = file === null ? await readFacts([SHIPPED_SEEDS, ...data], step) : await importExport(file);
  step('Deriving dependencies');
  const dataset = deriveDataset(facts);
  step('Building indexes');
  return packDataset(dataset);
}

const DERIVED = /^\{"format":"ai-infra-graph","version":\d+,"derived":true,/;
const LOOKED_AT = 200;

/** Whether the first line says so. */
function isDerived(file: string): boolean {
  if (!file.endsWith('.jsonl')) return false;
  const start = Buffer.alloc(LOOKED_AT);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, start);
  } finally {
    closeSync(fd);
  }
  return DERIVED.test(start.toString('utf8'));
}
