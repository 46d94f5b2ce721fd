import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DatasetMeta } from '../model/dataset.js';
import { importDerived } from '../seeding/importDerived.js';
import { type SeedProblem, SeedProblems } from '../seeding/SeedProblems.js';
import { missingEvidence } from '../store/memory/packed/EdgePacker.js';
import { GraphPacker } from '../store/memory/packed/GraphPacker.js';
import type { Sections } from '../store/memory/packed/Sections.js';
import type { PackedEdges } from './packEdgesThread.js';

/**
 * Packs lines with all that is derived, in two threads: one reads dependencies, the other all else, each at half of the file.
 * Throws SeedProblems.
 */
export async function packDerived(file: string): Promise<Sections> {
  const thread = new Worker(new URL('./packEdgesThread.js', import.meta.url), { workerData: file });
  try {
    const answer = once(thread, 'message');
    // Read below, after this thread's own half; an error of the thread is thrown there.
    answer.catch(() => {});
    const packer = new GraphPacker();
    const own = readOthers(file, packer);
    const [edges]: PackedEdges[] = await answer;
    const problems = [own, edges].flatMap((half) => (half && 'problems' in half ? half.problems : []));
    if ('problems' in own || edges === undefined || 'problems' in edges) throw new SeedProblems(eachOnce(problems));
    const sections = packer.done(own.meta, edges.columns);
    const missing = missingEvidence(sections);
    if (missing === null) return sections;
    const place = { file, record: missing.edge, field: 'statementIds' };
    throw new SeedProblems([{ ...place, expected: 'a statement in the file', got: `"${missing.statement}"` }]);
  } finally {
    await thread.terminate();
  }
}

type Others = { readonly meta: DatasetMeta } | { readonly problems: readonly SeedProblem[] };

function readOthers(file: string, packer: GraphPacker): Others {
  try {
    return { meta: importDerived(file, packer, 'others') };
  } catch (error) {
    if (error instanceof SeedProblems) return { problems: error.problems };
    throw error;
  }
}

/** Both read the first line, and what is no JSON. */
function eachOnce(problems: readonly SeedProblem[]): readonly SeedProblem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.record} ${problem.field} ${problem.got}`, problem])).values(),
  ];
}
