import { type EntityId, kindOf } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import { labelOf } from './labelOf.js';
import { layerOf } from './layRecords.js';
import type { PlacedStatement } from './makeStatements.js';
import { entityRecords, type RecordsByNoun } from './parseRecords.js';
import type { SeedFiles } from './readSeedFiles.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** Every entity and source that is pointed at exists, and is of a kind that the property may point at. */
export function checkReferences(
  records: RecordsByNoun,
  statements: readonly PlacedStatement[],
  { records: raw, incomplete }: SeedFiles,
): SeedProblem[] {
  // Records of wrong form count as there: one mistake is to give one problem, not one at every place that names it.
  const ids = new Set(raw.flatMap(({ content }) => (typeof content.id === 'string' ? [content.id] : [])));
  const known: KnownIds = { ids, incomplete: new Set(incomplete) };
  const heads = headProblems(records, known);
  // The plain fields have the sources of their record, which are checked there.
  const atHeads = new Set(heads.map(({ record, got }) => `${record} ${got}`));
  const atStatements = checkStatementReferences(statements, known);
  return [
    ...atStatements.filter(({ record, field, got }) => !(SOURCES.test(field) && atHeads.has(`${record} ${got}`))),
    ...heads,
    ...records.currency.flatMap(({ data, raw: from }) =>
      unknown(data.source, known, { file: layerOf(from, 'source').file, record: labelOf(from), field: 'source' }),
    ),
  ];
}

/** What the entities and sources of each statement point at exists, and is of a kind that the property may point at. */
export function checkStatementReferences(statements: readonly PlacedStatement[], known: KnownIds): SeedProblem[] {
  return statements.flatMap((placed) => statementProblems(placed, known));
}

/** Ids to look up; gone through only to say which was meant. */
export interface IdSet extends Iterable<string> {
  has(id: string): boolean;
}

/** The ids that may be pointed at. */
export interface KnownIds {
  readonly ids: IdSet;
  /** Kinds of which there may be others, in files that could not be read. */
  readonly incomplete: ReadonlySet<string>;
}

type Place = Pick<SeedProblem, 'file' | 'record' | 'field'>;

/** Of a plain field, not of a fact, which has its own. */
const SOURCES = /^(?!facts\[).*\.sources$/;

function statementProblems(placed: PlacedStatement, known: KnownIds): SeedProblem[] {
  const { statement, file, record, field } = placed;
  const place = { file, record, field };
  // In a file the place says it; a draft has a subject and an object by name.
  const at = (name: string) => (file === '' ? { ...place, field: part(field, name) } : place);
  const problems = unknown(statement.subject, known, at('subject'));
  for (const source of statement.sources)
    problems.push(...unknown(source, known, { ...place, field: part(field, 'sources') }));
  if (statement.object !== null) {
    problems.push(...unknown(statement.object, known, at('object')));
    const targets = PROPERTIES.get(statement.property)?.targets;
    if (targets && !targets.includes(kindOf(statement.object))) {
      const expected =
        targets.length > 0
          ? `${statement.property} of a ${targets.join(' or ')}`
          : `${statement.property} without object`;
      problems.push({ ...at('object'), expected, got: show(statement.object) });
    }
  }
  return problems;
}

function headProblems(records: RecordsByNoun, known: KnownIds): SeedProblem[] {
  return entityRecords(records).flatMap(({ data, raw }) => {
    const place = (field: string) => ({ file: layerOf(raw, field).file, record: data.id, field });
    return [
      ...data.sources.flatMap((source) => unknown(source, known, place('sources'))),
      ...(data.mergedInto ? unknown(data.mergedInto, known, place('mergedInto')) : []),
    ];
  });
}

/** A problem where the id is of no entity, with the one that may have been meant. */
export function unknown(id: EntityId, { ids, incomplete }: KnownIds, place: Place): SeedProblem[] {
  const kind = kindOf(id);
  if (ids.has(id) || incomplete.has(kind)) return [];
  const candidates = [...ids].filter((other) => other.startsWith(`${kind}:`));
  return [{ ...place, expected: `a ${kind} that exists${closest(id, candidates)}`, got: show(id) }];
}

function part(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
