import { z } from 'zod';
import { formatValue } from '../formatValue.js';
import type { Provenance } from './Chart.js';

/** What several charts read of their answers. */
export const named = z.object({ id: z.string(), name: z.string() });
export const coverageForm = z.object({ known: z.number(), total: z.number() });
export const excludedForm = z.array(z.object({ reason: z.string() }));
export const hhiForm = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** "As of 2026-09-30, release 2026.09." */
export function sayWhen({ asOf, release, knownAt }: Provenance): string {
  return `As of ${asOf}, release ${release}${knownAt === undefined ? '' : `, as known at ${knownAt}`}.`;
}

/** The last line of every chart. */
export function saySource({ citation }: Provenance): string {
  return `Source: ${citation}`;
}

/** "Left out of the figures, deals by reason: 2 not binding." Nothing where nothing was. */
export function sayExcluded(excluded: readonly { readonly reason: string }[], what = 'deals'): readonly string[] {
  if (excluded.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const said = [...counts].map(([reason, count]) => `${count} ${REASONS.get(reason) ?? words(reason)}`).join(', ');
  return [`Left out of the figures, ${what} by reason: ${said}.`];
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['NON_BINDING', 'not binding'],
  ['CONTINGENT', 'hanging on a deal that does not bind'],
  ['INTERNAL', 'within the group'],
  ['CEILING', 'with only a ceiling ("up to")'],
  ['UNKNOWN_AMOUNT', 'of unknown amount'],
  ['NO_RATE', 'without an exchange rate'],
  ['NESTED', 'counted within another'],
  ['SHARED_UNSPLIT', 'shared unsplit'],
  ['UNATTRIBUTED', 'of nobody named'],
  ['LEASE', 'leases'],
  ['NO_COUNTRY', 'of unknown country'],
  ['UNKNOWN_CHIPS', 'of unknown chips'],
]);

/** `PRO_RATA` → "pro rata". */
export function words(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}

/** "Taken together: Amazon, Amazon Web Services. " Nothing of one that stands for itself. */
export function sayMembers(members: readonly { readonly name: string }[], asked: number): string {
  return members.length > asked ? `Taken together: ${sayNames(members.map(({ name }) => name))}. ` : '';
}

/** "Amazon, Microsoft and 3 more". */
export function sayNames(names: readonly string[], most = 6): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** "HHI 3,624 (between 2,660 and 10,000)". */
export function sayHhi({ value, low, high }: z.infer<typeof hhiForm>): string {
  if (value === null) return 'HHI unknown';
  const bounds = low === null || high === null || low === high ? '' : ` (between ${round(low)} and ${round(high)})`;
  return `HHI ${round(value)}${bounds}`;
}

function round(value: number): string {
  return formatValue('hhi', value);
}
