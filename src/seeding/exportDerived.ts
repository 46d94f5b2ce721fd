import type { Dataset } from '../model/dataset.js';
import { compareIds } from '../model/ids.js';
import { EXPORT_VERSION } from './exportDataset.js';
import { EDGE_ORDER, STATEMENT_ORDER } from './QuickRows.js';

/**
 * A dataset with all that is derived as lines, of which `importDerived` makes the same again without deriving: entities with
 * their plain fields, redirects, statements with their flags, dependencies and events. Entities come first, and what a row
 * points at before it. Not for exchange between versions of the rules: facts are, by `exportDataset`.
 */
export function* exportDerived(dataset: Dataset): Generator<string> {
  const { meta, redirects, statements, edges, events } = dataset;
  const line = (row: unknown) => `${JSON.stringify(row)}\n`;
  yield line({ format: 'ai-infra-graph', version: EXPORT_VERSION, derived: true, meta });
  const entities = dataset.entities.filter(({ id, mergedInto }) => mergedInto === null && !redirects.has(id));
  for (const entity of sorted(entities)) yield line({ entity });
  for (const [from, into] of [...redirects].sort(([a], [b]) => compareIds(a, b)))
    yield line({ redirect: { from, into } });
  for (const statement of sorted(statements)) yield line({ statement: inOrder(statement, STATEMENT_ORDER) });
  for (const edge of sorted(edges)) yield line({ edge: inOrder(edge, EDGE_ORDER) });
  for (const event of sorted(events)) yield line({ event });
}

function sorted<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => compareIds(a.id, b.id));
}

/** With these fields first. */
function inOrder<T extends object>(row: T, fields: readonly (keyof T)[]): object {
  return { ...Object.fromEntries(fields.map((field) => [field, row[field]])), ...row };
}
