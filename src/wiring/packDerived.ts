import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { importDerived } from '../seeding/importDerived.js';
import { orProblems, type SeedProblem, SeedProblems } from '../seeding/SeedProblems.js';
import { GraphPacker } from '../store/memory/packed/GraphPacker.js';
import { type Sections, SectionsDraft } from '../store/memory/packed/Sections.js';
import type { PackedRest } from './packRestThread.js';

/**
 * Packs lines with all that is derived, in two threads: this one reads statements and events, the other all else, and looks
 * for the evidence of dependencies while this one makes the lists of statements. Throws SeedProblems, also where somebody wrote
 * to the file meanwhile: the threads may have read different rows then.
 */
export async function packDerived(file: string): Promise<Sections> {
  const before = writtenAt(file);
  const thread = new Worker(new URL('./packRestThread.js', import.meta.url), { workerData: file });
  try {
    const answer = once(thread, 'message');
    // Read below, after this thread's own half; an error of the thread is thrown there.
    answer.catch(() => {});
    const packer = new GraphPacker('claims');
    const own = orProblems(() => ({ meta: importDerived(file, packer, 'claims') }));
    const sections = new SectionsDraft();
    if ('problems' in own) thread.postMessage(null);
    else packer.addStatements(sections, () => thread.postMessage(sections.columns));
    const [rest]: PackedRest[] = await answer;
    if (writtenAt(file) !== before) throw new SeedProblems([{ file, record: '', field: '', ...REWRITTEN }]);
    const problems = [own, rest].flatMap((half) => (half && 'problems' in half ? half.problems : []));
    if ('problems' in own || rest === undefined || 'problems' in rest) throw new SeedProblems(eachOnce(problems));
    if (rest.missing !== null) {
      const place = { file, record: rest.missing.edge, field: 'statementIds' };
      throw new SeedProblems([{ ...place, expected: 'a statement in the file', got: `"${rest.missing.statement}"` }]);
    }
    for (const [name, column] of rest.columns) sections.add(name, column);
    packer.addEvents(own.meta, sections);
    return sections.done();
  } finally {
    await thread.terminate();
  }
}

const REWRITTEN = { expected: 'a file that nobody writes to while it is read', got: 'one that has changed meanwhile' };

/** By which one file at one time is told from itself at another. */
function writtenAt(file: string): string {
  const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

/** In the order of lines. Both read the first line, and what is no row. */
function eachOnce(problems: readonly SeedProblem[]): readonly SeedProblem[] {
  const keyOf = ({ record, field, expected, got }: SeedProblem) => JSON.stringify([record, field, expected, got]);
  const lineOf = ({ record }: SeedProblem) => Number(/^line (\d+)$/.exec(record)?.[1] ?? 0);
  const once = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...once.values()].sort((a, b) => lineOf(a) - lineOf(b));
}
