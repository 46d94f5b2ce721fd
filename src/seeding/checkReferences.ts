import { type EntityId, kindOf } from '../model/ids.js';
import { PROPERTIES } from '../model/properties.js';
import type { PlacedStatement } from './makeStatements.js';
import { labelOf, type RecordsByNoun } from './parseRecords.js';
import type { RawRecord } from './readSeedFiles.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest } from './suggest.js';

/** Every entity and source that is pointed at exists, and is of a kind that the property may point at. */
export function checkReferences(
  records: RecordsByNoun,
  statements: readonly PlacedStatement[],
  raw: readonly RawRecord[],
): SeedProblem[] {
  // Records of wrong form count as there: one mistake is to give one problem, not one at every place that names it.
  const known = new Set(raw.flatMap(({ content }) => (typeof content.id === 'string' ? [content.id] : [])));
  return [
    ...statements.flatMap((placed) => statementProblems(placed, known)),
    ...headProblems(records, known),
    ...records.currency.flatMap(({ data, raw: from }) =>
      unknown(data.source, known, { file: from.file, record: labelOf(from), field: 'source' }),
    ),
  ];
}

type Place = Pick<SeedProblem, 'file' | 'record' | 'field'>;

function statementProblems(placed: PlacedStatement, known: ReadonlySet<string>): SeedProblem[] {
  const { statement, file, record, field } = placed;
  const place = { file, record, field };
  const problems = unknown(statement.subject, known, place);
  for (const source of statement.sources)
    problems.push(...unknown(source, known, { ...place, field: part(field, 'sources') }));
  if (statement.object !== null) {
    problems.push(...unknown(statement.object, known, place));
    const targets = PROPERTIES.get(statement.property)?.targets;
    if (targets && !targets.includes(kindOf(statement.object))) {
      const expected =
        targets.length > 0
          ? `${statement.property} of a ${targets.join(' or ')}`
          : `${statement.property} without object`;
      problems.push({ ...place, expected, got: show(statement.object) });
    }
  }
  return problems;
}

function headProblems(records: RecordsByNoun, known: ReadonlySet<string>): SeedProblem[] {
  const { country, topic, company, cloud, chip, datacenter, deal, initiative, policy } = records;
  const entities = [country, topic, company, cloud, chip, datacenter, deal, initiative, policy].flat();
  return entities.flatMap(({ data, raw }) => {
    const place = { file: raw.file, record: data.id };
    return [
      ...data.sources.flatMap((source) => unknown(source, known, { ...place, field: 'sources' })),
      ...(data.mergedInto ? unknown(data.mergedInto, known, { ...place, field: 'mergedInto' }) : []),
    ];
  });
}

function unknown(id: EntityId, known: ReadonlySet<string>, place: Place): SeedProblem[] {
  if (known.has(id)) return [];
  const kind = kindOf(id);
  const candidates = [...known].filter((other) => other.startsWith(`${kind}:`));
  return [{ ...place, expected: `a ${kind} that exists${closest(id, candidates)}`, got: show(id) }];
}

function part(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
