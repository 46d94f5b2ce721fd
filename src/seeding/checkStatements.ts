import { type CurrencyRate, rateFor } from '../model/money.js';
import { PROPERTIES, type PropertyInfo } from '../model/properties.js';
import type { Statement } from '../model/statement.js';
import { firstDay, isPartialDate, lastDay } from '../model/time.js';
import { isCurrency, isUnit, UNITS } from '../model/units.js';
import type { PlacedStatement } from './makeStatements.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest, nearest } from './suggest.js';

type Fault = Pick<SeedProblem, 'expected' | 'got'> & { readonly part: string };

/** Each statement by itself: property, value, unit, dates, sources; no claim twice; start before end. */
export function checkStatements(statements: readonly PlacedStatement[], rates: readonly CurrencyRate[]): SeedProblem[] {
  return [
    ...statements.flatMap((placed) => faultsOf(placed.statement, rates).map((fault) => problemOf(placed, fault))),
    ...repeated(statements),
    ...periods(statements),
  ];
}

function faultsOf(s: Statement, rates: readonly CurrencyRate[]): Fault[] {
  const info = PROPERTIES.get(s.property);
  return [
    ...(info ? valueFaults(s, info) : spellingFaults(s)),
    ...unitFaults(s, info, rates),
    ...orderFaults(s),
    ...(s.sources.length > 0 ? [] : [{ part: 'sources', expected: 'at least one source', got: 'none' }]),
  ];
}

function spellingFaults(s: Statement): Fault[] {
  const known = meant(s.property);
  if (known !== null) {
    return [{ part: 'property', expected: `a known property (did you mean "${known}"?)`, got: show(s.property) }];
  }
  return s.value === null && s.object === null
    ? [{ part: 'value', expected: 'a value or an object', got: 'neither' }]
    : [];
}

const spellings = new Map<string, string | null>();

/** The known property that a name misspells: one or two letters off in a long name. Short names are close by chance. */
function meant(property: string): string | null {
  const remembered = spellings.get(property);
  if (remembered !== undefined) return remembered;
  const known = nearest(property, PROPERTIES.keys(), Math.min(2, Math.floor(property.length / 6)));
  spellings.set(property, known);
  return known;
}

function valueFaults(s: Statement, info: PropertyInfo): Fault[] {
  const fault = (expected: string, got: unknown, part = 'value'): Fault[] => [{ part, expected, got: show(got) }];
  switch (info.value) {
    case 'relation':
      if (s.object === null) return fault(`${s.property} of an entity`, 'no object', 'object');
      return s.value === null || typeof s.value === (info.detail === 'text' ? 'string' : 'number')
        ? []
        : fault(`a ${info.detail ?? 'number'} beside the object`, s.value);
    case 'number':
    case 'money':
      return typeof s.value === 'number' ? [] : fault('a number', s.value);
    case 'date':
      return isPartialDate(String(s.value)) ? [] : fault('a date that exists, such as 2025-11-03 or 2025-Q4', s.value);
    case 'text':
      return typeof s.value === 'string' ? [] : fault('a text', s.value);
  }
}

function unitFaults(s: Statement, info: PropertyInfo | undefined, rates: readonly CurrencyRate[]): Fault[] {
  const fault = (expected: string): Fault[] => [{ part: 'unit', expected, got: show(s.unit ?? undefined) }];
  if (s.unit !== null && !isUnit(s.unit)) {
    return fault(`a unit or a currency${closest(s.unit, [...UNITS.keys(), 'USD', 'EUR'])}`);
  }
  if (info?.value === 'money' && (s.unit === null || !isCurrency(s.unit))) return fault('a currency such as USD');
  if (info && info.value !== 'money' && info.unit !== null && s.value !== null && s.unit !== info.unit) {
    return fault(show(info.unit));
  }
  if (!info && typeof s.value === 'number' && s.unit === null) return fault('a unit');
  if (s.unit !== null && isCurrency(s.unit) && s.unit !== 'USD' && !rateFor(s.unit, 2000, rates)) {
    return fault('a currency with a rate in currency.yaml');
  }
  return [];
}

function orderFaults(s: Statement): Fault[] {
  const faults: Fault[] = [];
  if (s.validFrom !== null && s.validTo !== null && firstDay(s.validFrom) > lastDay(s.validTo)) {
    faults.push({ part: 'validTo', expected: `a date not before validFrom ${s.validFrom}`, got: show(s.validTo) });
  }
  if (s.retractedAt !== null && s.retractedAt <= s.recordedAt) {
    faults.push({ part: 'retractedAt', expected: `a time after recordedAt ${s.recordedAt}`, got: show(s.retractedAt) });
  }
  return faults;
}

function repeated(statements: readonly PlacedStatement[]): SeedProblem[] {
  const seen = new Map<string, PlacedStatement>();
  const problems: SeedProblem[] = [];
  for (const placed of statements) {
    const first = seen.get(placed.statement.id);
    if (first) {
      const fault = { part: '', expected: 'a claim made once', got: `the same as ${first.file} ${first.field}`.trim() };
      problems.push(problemOf(placed, fault));
    }
    seen.set(placed.statement.id, placed);
  }
  return problems;
}

/** A record's plain `start` and `end` in order. Claims that differ about either are left alone: both are kept. */
function periods(statements: readonly PlacedStatement[]): SeedProblem[] {
  const starts = new Map<string, string>();
  for (const { statement: s, field } of statements) {
    if (field === 'start') starts.set(s.subject, String(s.value));
  }
  return statements.flatMap((placed) => {
    const { statement: s, field } = placed;
    const start = field === 'end' ? starts.get(s.subject) : undefined;
    const end = String(s.value);
    if (start === undefined || !isPartialDate(start) || !isPartialDate(end) || firstDay(start) <= lastDay(end))
      return [];
    return [problemOf(placed, { part: '', expected: `a date not before start ${start}`, got: show(s.value) })];
  });
}

function problemOf({ file, record, field }: PlacedStatement, { part, expected, got }: Fault): SeedProblem {
  return { file, record, field: [field, part].filter((p) => p !== '').join('.'), expected, got };
}
