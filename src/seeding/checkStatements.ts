import { PROPERTIES, type PropertyInfo } from '../model/properties.js';
import type { Statement } from '../model/statement.js';
import { type Day, firstDay, type Instant, isPartialDate, lastDay } from '../model/time.js';
import { isCurrency, isUnit, UNITS } from '../model/units.js';
import type { PlacedStatement } from './makeStatements.js';
import { type SeedProblem, show } from './SeedProblems.js';
import { closest, nearest } from './suggest.js';

type Fault = Pick<SeedProblem, 'expected' | 'got'> & { readonly part: string };

/** What a statement is checked against. */
export interface Bounds {
  /** The day through which the data was collected. */
  readonly dataThrough: Day;
  readonly firstRecordedAt: Instant;
  /** Currencies with a rate; null where they could not all be read. */
  readonly currencies: ReadonlySet<string> | null;
}

/** Each statement by itself: property, value, unit, dates, sources. */
export function checkStatements(statements: readonly PlacedStatement[], bounds: Bounds): SeedProblem[] {
  const problems: SeedProblem[] = [];
  for (const placed of statements) {
    for (const fault of faultsOf(placed.statement, bounds)) problems.push(problemOf(placed, fault));
  }
  return problems;
}

function faultsOf(s: Statement, bounds: Bounds): readonly Fault[] {
  const info = PROPERTIES.get(s.property);
  const found = [
    info ? valueFaults(s, info) : spellingFaults(s),
    rangeFaults(s, info),
    unitFaults(s, info, bounds.currencies),
    orderFaults(s),
    saidFaults(s, bounds),
    s.sources.length > 0 ? NONE : [{ part: 'sources', expected: 'at least one source', got: 'none' }],
  ];
  // Millions have none: nothing is put together for these.
  return found.every((faults) => faults.length === 0) ? NONE : found.flat();
}

const NONE: readonly Fault[] = [];

function spellingFaults(s: Statement): readonly Fault[] {
  const known = meant(s.property);
  if (known !== null) {
    return [{ part: 'property', expected: `a known property (did you mean "${known}"?)`, got: show(s.property) }];
  }
  return s.value === null && s.object === null
    ? [{ part: 'value', expected: 'a value or an object', got: 'neither' }]
    : NONE;
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

function valueFaults(s: Statement, info: PropertyInfo): readonly Fault[] {
  const fault = (expected: string, got: unknown, part = 'value'): readonly Fault[] => [
    { part, expected, got: show(got) },
  ];
  switch (info.value) {
    case 'relation':
      if (s.object === null) return fault(`${s.property} of an entity`, 'no object', 'object');
      return s.value === null || typeof s.value === (info.detail === 'text' ? 'string' : 'number')
        ? []
        : fault(`a ${info.detail ?? 'number'} beside the object`, s.value);
    case 'number':
    case 'money':
      return typeof s.value === 'number' ? NONE : fault('a number', s.value);
    case 'date':
      return isPartialDate(String(s.value))
        ? NONE
        : fault('a date that exists, such as 2025-11-03 or 2025-Q4', s.value);
    case 'text':
      return typeof s.value === 'string' ? NONE : fault('a text', s.value);
  }
}

const DEGREES: ReadonlyMap<string, number> = new Map([
  ['latitude', 90],
  ['longitude', 180],
]);

/** Units of which there cannot be less than nothing, whatever the property; changes in percent and balances may be. */
const SIGNED_UNITS: ReadonlySet<string> = new Set(['percent', 'x', 'year', 'date']);

function rangeFaults(s: Statement, info: PropertyInfo | undefined): readonly Fault[] {
  if (typeof s.value !== 'number') return NONE;
  const [least, most] = rangeOf(s, info);
  if (least <= s.value && s.value <= most) return NONE;
  const expected = s.value < least ? `at least ${least}` : `at most ${most}${s.unit === null ? '' : ` ${s.unit}`}`;
  return [{ part: 'value', expected, got: show(s.value) }];
}

function rangeOf(s: Statement, info: PropertyInfo | undefined): readonly [least: number, most: number] {
  const degrees = DEGREES.get(s.property);
  if (degrees !== undefined) return [-degrees, degrees];
  if (info) return [0, s.unit === 'percent' ? 100 : Number.POSITIVE_INFINITY];
  const isCounted = s.unit !== null && UNITS.has(s.unit) && !SIGNED_UNITS.has(s.unit);
  return [isCounted ? 0 : Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}

function unitFaults(
  s: Statement,
  info: PropertyInfo | undefined,
  currencies: ReadonlySet<string> | null,
): readonly Fault[] {
  const fault = (expected: string): readonly Fault[] => [{ part: 'unit', expected, got: show(s.unit ?? undefined) }];
  if (s.unit !== null && !isUnit(s.unit)) {
    return fault(`a unit or a currency${closest(s.unit, [...UNITS.keys(), 'USD', 'EUR'])}`);
  }
  if (info?.value === 'money' && (s.unit === null || !isCurrency(s.unit))) return fault('a currency such as USD');
  if (info && info.value !== 'money' && info.unit !== null && s.value !== null && s.unit !== info.unit) {
    return fault(show(info.unit));
  }
  if (!info && typeof s.value === 'number' && s.unit === null) return fault('a unit');
  if (s.unit !== null && isCurrency(s.unit) && currencies?.has(s.unit) === false) {
    return fault('a currency with a rate in currency.yaml');
  }
  return NONE;
}

function orderFaults(s: Statement): readonly Fault[] {
  const faults: Fault[] = [];
  if (s.validFrom !== null && s.validTo !== null && firstDay(s.validFrom) > lastDay(s.validTo)) {
    faults.push({ part: 'validTo', expected: `a date not before validFrom ${s.validFrom}`, got: show(s.validTo) });
  }
  if (s.retractedAt !== null && s.retractedAt <= s.recordedAt) {
    faults.push({ part: 'retractedAt', expected: `a time after recordedAt ${s.recordedAt}`, got: show(s.retractedAt) });
  }
  return faults;
}

/** Nothing is said after the data was closed, or after it was recorded where that was later. */
function saidFaults({ saidOn, recordedAt }: Statement, { dataThrough, firstRecordedAt }: Bounds): readonly Fault[] {
  if (recordedAt === '' || firstDay(saidOn) <= dataThrough) return NONE;
  const recordedOn = recordedAt.slice(0, dataThrough.length);
  const isLater = recordedAt > firstRecordedAt && recordedOn > dataThrough;
  const last = isLater ? recordedOn : dataThrough;
  if (firstDay(saidOn) <= last) return NONE;
  const why = isLater ? 'when it was recorded' : 'when the data was closed; for later facts give `recordedAt`';
  return [{ part: 'saidOn', expected: `a date not after ${last}, ${why}`, got: show(saidOn) }];
}

function problemOf({ file, record, field }: PlacedStatement, { part, expected, got }: Fault): SeedProblem {
  return { file, record, field: [field, part].filter((p) => p !== '').join('.'), expected, got };
}
