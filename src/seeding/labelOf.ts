import type { RawRecord } from './layRecords.js';
import { show } from './SeedProblems.js';

/** What tells a record apart in a message. */
export function labelOf({ content }: Pick<RawRecord, 'content'>): string {
  const { id, subject, property, object, market, entity, period, currency, year } = content;
  const parts = id !== undefined ? [id] : [subject, property, object, market, entity, period, currency, year];
  return parts.flatMap((part) => (part === undefined ? [] : [typeof part === 'string' ? part : show(part)])).join(' ');
}
