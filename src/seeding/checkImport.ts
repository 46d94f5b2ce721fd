import type { DatasetMeta } from '../model/dataset.js';
import { type EntityId, kindOf } from '../model/ids.js';
import { checkCycles } from './checkCycles.js';
import { checkStatementReferences, type KnownIds, unknown } from './checkReferences.js';
import { checkRepeats } from './checkRepeats.js';
import { checkShares } from './checkShares.js';
import { checkStatements } from './checkStatements.js';
import type { PlacedHead } from './importExport.js';
import type { PlacedStatement } from './makeStatements.js';
import { type SeedProblem, show } from './SeedProblems.js';

/** The rules of the seeds that hold for any facts, whatever files they came in. O(n). */
export function checkImport(
  file: string,
  meta: DatasetMeta,
  heads: readonly PlacedHead[],
  statements: readonly PlacedStatement[],
): SeedProblem[] {
  const known: KnownIds = { ids: new Set<string>(heads.map(({ head }) => head.id)), incomplete: new Set() };
  const standing = statements.filter(({ statement }) => statement.retractedAt === null);
  const currencies = new Set(['USD', ...meta.rates.map(({ currency }) => currency)]);
  return [
    ...headProblems(file, heads, known),
    ...meta.rates.flatMap(({ source }, i) =>
      unknown(source, known, { file, record: 'meta', field: `rates[${i}].source` }),
    ),
    ...checkStatementReferences(statements, known),
    ...checkStatements(statements, { ...meta, currencies }),
    ...checkRepeats(statements, [file]),
    ...checkCycles(standing),
    ...checkShares(standing),
  ];
}

function headProblems(file: string, heads: readonly PlacedHead[], known: KnownIds): SeedProblem[] {
  const merged = new Set(heads.flatMap(({ head }) => (head.mergedInto === null ? [] : [head.id])));
  const seen = new Set<EntityId>();
  return heads.flatMap(({ head, record }) => {
    const problems = head.sources.flatMap((id) => unknown(id, known, { file, record, field: 'sources' }));
    if (seen.has(head.id))
      problems.push({ file, record, field: 'id', expected: 'an id used once', got: show(head.id) });
    seen.add(head.id);
    const into = head.mergedInto;
    if (into === null) return problems;
    problems.push(...unknown(into, known, { file, record, field: 'into' }));
    if (merged.has(into) || kindOf(into) !== head.kind) {
      const expected = `a ${head.kind} that does not redirect`;
      problems.push({ file, record, field: 'into', expected, got: show(into) });
    }
    return problems;
  });
}
