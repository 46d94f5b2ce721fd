import { z } from 'zod';

const entity = z.object({ id: z.string(), name: z.string().optional() });

/** Whether the value can stand in one cell: a scalar, a reference to an entity, or a list of these. */
export function isCell(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => !Array.isArray(item) && isCell(item));
  return typeof value !== 'object' || value === null || isReference(value) || isInterval(value);
}

/** `$38.00B`, `12.5 %`, `Amazon (company:amazon)`; `key` names the unit, an unknown is a dash. */
export function formatValue(key: string, value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map((item) => formatValue(key, item)).join(', ');
  if (typeof value === 'number') return formatNumber(key, value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isInterval(value)) return `${formatNumber(key, value.low)} to ${formatNumber(key, value.high)}`;
  const named = entity.safeParse(value);
  if (named.success) return named.data.name ? `${named.data.name} (${named.data.id})` : named.data.id;
  return String(value);
}

/** `byCounterparty` → `By counterparty`, `amountUsd` → `Amount`: the unit shows in the value. */
export function formatLabel(key: string): string {
  const words = key
    .replace(/(Usd|Percent)$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function formatNumber(key: string, value: number): string {
  if (/Usd/.test(key)) return formatUsd(value);
  if (key.endsWith('Percent')) return `${value.toFixed(1)} %`;
  if (/year/i.test(key) && Number.isInteger(value)) return String(value);
  return value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

function formatUsd(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `$${(value / 1e9).toFixed(2)}B`;
  if (size >= 1e6) return `$${(value / 1e6).toFixed(2)}M`;
  return `$${value.toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

function isReference(value: object): boolean {
  return 'id' in value && Object.keys(value).every((key) => key === 'id' || key === 'name');
}

function isInterval(value: unknown): value is { low: number; high: number } {
  return z.strictObject({ low: z.number(), high: z.number() }).safeParse(value).success;
}
