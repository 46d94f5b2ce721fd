import type { PlacedStatement } from './makeStatements.js';
import type { SeedProblem } from './SeedProblems.js';

/** From so many repeats of one folder on, the folder is a copy rather than a slip of the pen. */
const A_COPY = 20;

/** No claim is made twice. A folder that repeats many of an earlier one is a single problem. O(statements). */
export function checkRepeats(statements: readonly PlacedStatement[], folders: readonly string[]): SeedProblem[] {
  const seen = new Map<string, PlacedStatement>();
  const byFolder = new Map<number, SeedProblem[]>();
  for (const placed of statements) {
    const first = seen.get(placed.statement.id);
    if (first) {
      const { file, record, field, folder } = placed;
      const got = `the same as ${first.file === '' ? first.record : first.file} ${first.field}`.trim();
      const problems = byFolder.get(folder) ?? [];
      byFolder.set(folder, [...problems, { file, record, field, expected: 'a claim made once', got }]);
    } else {
      seen.set(placed.statement.id, placed);
    }
  }
  return [...byFolder].flatMap(([folder, problems]) => {
    if (folder === 0 || problems.length < A_COPY) return problems;
    const expected = 'facts that are not there already, or its dataset.yaml if it is a whole dataset of its own';
    const got = `a copy of ${problems.length} claims of the folders before it`;
    return [{ file: folders[folder] ?? '', record: '', field: '', expected, got }];
  });
}
