import { formatLabel, formatValue, isCell } from './formatValue.js';

const INDENT = '  ';

/** Any GraphQL answer as readable lines: a line a field, a table for a list of objects. */
export function formatOutline(answer: object, indent = ''): string {
  return Object.entries(answer)
    .map(([key, value]) => formatField(key, value, indent))
    .join('\n');
}

function formatField(key: string, value: unknown, indent: string): string {
  const label = `${indent}${formatLabel(key)}`;
  if (isCell(value)) return `${label}: ${formatValue(key, value)}`;
  if (!Array.isArray(value)) return `${label}\n${formatOutline(Object(value), indent + INDENT)}`;
  if (value.length === 0) return `${label}: none`;
  return `${label}\n${formatTable(
    value.map((row): object => Object(row)),
    indent + INDENT,
  )}`;
}

/** Columns in the order of the fields, as wide as their widest cell; numbers to the right. */
function formatTable(rows: readonly object[], indent: string): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return columns.map((column) => formatCell(column, values.get(column)));
  });
  const header = columns.map(formatLabel);
  const widths = columns.map((_, i) => Math.max(...[header, ...cells].map((line) => line[i]?.length ?? 0)));
  const right = columns.map((column) => rows.every((row) => isNumeric(new Map(Object.entries(row)).get(column))));
  return [header, ...cells]
    .map((line) =>
      line
        .map((cell, i) => (right[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join(INDENT)
        .trimEnd(),
    )
    .map((line) => indent + line)
    .join('\n');
}

function formatCell(key: string, value: unknown): string {
  if (isCell(value)) return formatValue(key, value);
  if (Array.isArray(value)) return value.map((item) => formatCell(key, item)).join(', ') || '–';
  return Object.entries(Object(value))
    .map(([inner, part]) => formatCell(inner, part))
    .join(' ');
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || value === null || value === undefined;
}
