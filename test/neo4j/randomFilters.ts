import fc from 'fast-check';
import { OPERATORS } from '../../src/model/evaluateFilter.js';
import { type FieldType, fieldsOf } from '../../src/model/fields.js';
import type { Filter, FilterValue } from '../../src/model/filter.js';
import type { EntityKind } from '../../src/model/ids.js';
import { DAYS, date, IDS, number, text } from './randomGraph.js';

/** What a field may be compared with: values that graphs have, others, and now and then one of another type. */
const VALUES: Readonly<Record<FieldType, fc.Arbitrary<string | number | boolean>>> = {
  id: fc.constantFrom(...IDS),
  ids: fc.constantFrom(...IDS),
  enum: fc.constantFrom('gpu', 'planned', 'constructor', 'ACTIVE', 'COMPUTE', 'news', 'a', 'UNKNOWN_STAGE'),
  enums: fc.constantFrom('foundry', 'memory', 'constructor', 'toString'),
  text: fc.oneof(text, fc.constantFrom('', 'a', 'A', 'ss', 'o', '\ud83d', '\0')),
  number: fc.oneof(number, fc.constantFrom(-0, 0, Number.POSITIVE_INFINITY)),
  boolean: fc.boolean(),
  date,
  period: fc.constantFrom(...DAYS),
};

function condition(of: EntityKind): fc.Arbitrary<Filter> {
  return fc.constantFrom(...fieldsOf(of).values()).chain(({ name: field, type }) =>
    fc.constantFrom(...OPERATORS[type]).chain((op) => {
      const one: fc.Arbitrary<FilterValue> = VALUES[type];
      const many = fc.array(VALUES[type], { maxLength: 3 }).map((list): FilterValue => listOf(list));
      const right = op === 'isKnown' ? fc.boolean() : op === 'in' ? many : one;
      const wrong = fc.constantFrom<FilterValue>(7, 'x', true, ['x']);
      return fc.record({
        field: fc.constant(field),
        op: fc.constant(op),
        value: fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: wrong }),
      });
    }),
  );
}

function listOf(list: readonly (string | number | boolean)[]): FilterValue {
  const numbers = list.filter((one) => typeof one === 'number');
  return numbers.length > 0 ? numbers : list.map(String);
}

/** Filters of every operator over the fields of a kind, nested two deep; a few that no store may accept. */
export function filterOf(of: EntityKind): fc.Arbitrary<Filter> {
  const one = condition(of);
  const unknown = fc.constant<Filter>({ field: 'nothing', op: 'eq', value: 'x' });
  return fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'filter' },
      { weight: 12, arbitrary: one },
      { weight: 1, arbitrary: unknown },
      {
        weight: 4,
        arbitrary: fc.record({ and: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }) }),
      },
      { weight: 3, arbitrary: fc.record({ or: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }) }) },
      { weight: 3, arbitrary: fc.record({ not: tie('filter') }) },
    ),
  })).filter;
}
