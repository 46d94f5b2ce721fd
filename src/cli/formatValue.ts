import { z } from 'zod';

const reference = z.strictObject({ id: z.string(), name: z.string().optional() });
const interval = z.strictObject({ low: z.number(), high: z.number() });
const coverage = z.strictObject({ known: z.number(), total: z.number(), universe: z.string().optional() });
/** Few figures that belong together, such as an HHI with its bounds. */
const figures = z.record(z.string(), z.number().nullable());

/** Whether the value can stand in one cell: a scalar, a reference to an entity, a few figures, or a list of these. */
export function isCell(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => !Array.isArray(item) && isCell(item));
  return (
    typeof value !== 'object' ||
    value === null ||
    reference.safeParse(value).success ||
    coverage.safeParse(value).success ||
    isFigures(value)
  );
}

/** `$38.00B`, `12.5 %`, `Amazon (company:amazon)`; `key` names the unit, an unknown is a dash. */
export function formatValue(key: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map((item) => formatValue(key, item)).join(', ');
  if (typeof value === 'number') return formatNumber(key, value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return formatObject(key, value);
  return String(value);
}

/** `byCounterparty` → `By counterparty`; `amountUsd` → `Amount`, for the value shows dollars; `capacityMw` → `Capacity (MW)`. */
export function formatLabel(key: string): string {
  // A currency.
  if (/^[A-Z]{3}$/.test(key)) return key;
  const words = key
    .replace(/(?<=.)(Usd|Percent)$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/ mw$/, ' (MW)');
  return ACRONYMS.get(key) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['hhi', 'HHI'],
  ['usd', 'USD'],
]);

function formatObject(key: string, value: object): string {
  const named = reference.safeParse(value).data;
  if (named) return named.name === undefined ? named.id : `${named.name} (${named.id})`;
  const range = interval.safeParse(value).data;
  if (range) return `${formatNumber(key, range.low)} to ${formatNumber(key, range.high)}`;
  const covered = coverage.safeParse(value).data;
  if (covered) return `${covered.known} of ${covered.total}${universeOf(covered)}`;
  return Object.entries(value)
    .map(([part, figure]) => `${formatLabel(part).toLowerCase()} ${formatValue(key, figure)}`)
    .join(', ');
}

function formatNumber(key: string, value: number): string {
  if (/Usd/.test(key)) return formatUsd(value);
  if (key.endsWith('Percent')) return `${value.toFixed(1)} %`;
  if (/year/i.test(key) && Number.isInteger(value) && Math.abs(value) < 10_000) return String(value);
  if (key === 'hhi') return Math.round(value).toLocaleString('en-US');
  // Three decimals of a yen's worth would be one digit.
  const digits = Math.abs(value) < 0.1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 3 };
  return value.toLocaleString('en-US', digits);
}

function formatUsd(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `$${(value / 1e9).toFixed(2)}B`;
  if (size >= 1e6) return `$${(value / 1e6).toFixed(2)}M`;
  return `$${value.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

/** What the figures can speak for, where that is not everything: ", documented sites only". */
function universeOf({ universe }: z.infer<typeof coverage>): string {
  return universe === undefined ? '' : `, ${universe.toLowerCase().replaceAll('_', ' ')}`;
}

function isFigures(value: object): boolean {
  return Object.keys(value).length <= 3 && figures.safeParse(value).success;
}
