import { z } from 'zod';
import { formatLabel, formatValue, isCell } from './formatValue.js';

const INDENT = '  ';

/** A Relay connection, of which only the nodes are of interest to a reader. */
const connection = z.object({
  edges: z.array(z.object({ node: z.looseObject({}) })),
  pageInfo: z.object({ hasNextPage: z.boolean() }).optional(),
});

/** Any GraphQL answer as readable lines: a line a field, a table for a list of objects or a connection. */
export function formatOutline(answer: object, indent = ''): string {
  const page = connection.safeParse(answer).data;
  if (page) {
    const rows = page.edges.map(({ node }) => node);
    const more = page.pageInfo?.hasNextPage ? `\n${indent}There are more.` : '';
    return (rows.length > 0 ? formatTable(rows, indent) : `${indent}None.`) + more;
  }
  return Object.entries(answer)
    .map(([key, value]) => formatField(key, value, indent))
    .join('\n');
}

function formatField(key: string, value: unknown, indent: string): string {
  const label = `${indent}${formatLabel(key)}`;
  if (isCell(value)) return `${label}: ${formatValue(key, value)}`;
  if (!Array.isArray(value)) return `${label}\n${formatOutline(Object(value), indent + INDENT)}`;
  if (value.length === 0) return `${label}: none`;
  return `${label}\n${formatTable(value.map(Object), indent + INDENT)}`;
}

/** Columns in the order of the fields, as wide as their widest cell; numbers to the right. */
function formatTable(rows: readonly object[], indent: string): string {
  const entries = rows.map((row) => new Map<string, unknown>(Object.entries(row)));
  const columns = [...new Set(entries.flatMap((row) => [...row.keys()]))];
  const lines = [
    columns.map(formatLabel),
    ...entries.map((row) => columns.map((column) => formatCell(column, row.get(column)))),
  ];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const isNumeric = columns.map((column) => entries.every((row) => isNumberOrUnknown(row.get(column))));
  const pad = (cell: string, i: number) => {
    const width = widths[i] ?? 0;
    return isNumeric[i] ? cell.padStart(width) : cell.padEnd(width);
  };
  return lines.map((line) => indent + line.map(pad).join(INDENT).trimEnd()).join('\n');
}

function formatCell(key: string, value: unknown): string {
  if (isCell(value)) return formatValue(key, value);
  if (Array.isArray(value)) return value.map((item) => formatCell(key, item)).join(', ') || '–';
  return Object.entries(Object(value))
    .map(([part, content]) => formatCell(part, content))
    .join(' ');
}

function isNumberOrUnknown(value: unknown): boolean {
  return typeof value === 'number' || value === null || value === undefined;
}
