import { parentPort, workerData } from 'node:worker_threads';
import { importDerived } from '../seeding/importDerived.js';
import { type SeedProblem, SeedProblems } from '../seeding/SeedProblems.js';
import { EdgePacker } from '../store/memory/packed/EdgePacker.js';
import type { PackedColumns } from '../store/memory/packed/Sections.js';

/** What the thread says at its end. */
export type PackedEdges = { readonly columns: PackedColumns } | { readonly problems: readonly SeedProblem[] };

/** The program of a thread that packs the edges of a file whose name it is given. */
const file: string = workerData;
parentPort?.postMessage(packEdges());

function packEdges(): PackedEdges {
  const packer = new EdgePacker();
  try {
    importDerived(file, packer, 'edges');
  } catch (error) {
    if (error instanceof SeedProblems) return { problems: error.problems };
    throw error;
  }
  return { columns: packer.done() };
}
