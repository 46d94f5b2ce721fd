import { parentPort, workerData } from 'node:worker_threads';
import { importDerived } from '../seeding/importDerived.js';
import { orProblems, type SeedProblem } from '../seeding/SeedProblems.js';
import { GraphPacker } from '../store/memory/packed/GraphPacker.js';
import { type MissingEvidence, missingEvidence } from '../store/memory/packed/missingEvidence.js';
import { type PackedColumns, Sections, SectionsDraft } from '../store/memory/packed/Sections.js';

/** What the thread says at its end. `missing`: what its edges rest on and nobody has packed. */
export type PackedRest =
  | { readonly columns: PackedColumns; readonly missing: MissingEvidence | null }
  | { readonly problems: readonly SeedProblem[] };

/**
 * The program of a thread that packs all but statements and events of a file whose name it is given. It answers when it is
 * told the ids of statements, or null where there will be none.
 */
const file: string = workerData;
const packed = orProblems(packRest);
parentPort?.once('message', (ids: PackedColumns | null) => parentPort?.postMessage(withEvidence(ids), ownBuffers()));

function packRest(): { readonly columns: PackedColumns } {
  const packer = new GraphPacker('rest');
  importDerived(file, packer, 'rest');
  const sections = new SectionsDraft();
  packer.addRest(sections);
  return { columns: sections.columns };
}

function withEvidence(ids: PackedColumns | null): PackedRest {
  if ('problems' in packed) return packed;
  if (ids === null) return { problems: [] };
  const { columns } = packed;
  return { columns, missing: missingEvidence(new Sections(new Map([...columns, ...ids]))) };
}

/** Those that are not shared are handed over instead of copied. */
function ownBuffers(): ArrayBuffer[] {
  if ('problems' in packed) return [];
  const buffers = [...packed.columns.values()].map(({ buffer }) => buffer);
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer);
}
