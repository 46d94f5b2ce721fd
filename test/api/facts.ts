import type { EntityId } from '../../src/model/ids.js';
import type { StatementSpec } from '../support/smallDataset.js';

/** What a deal's statements say in a test; everything is said on the day of the announcement. */
export interface DealFactsSpec {
  readonly form?: string;
  readonly announced: string;
  readonly start?: string;
  readonly termYears?: number;
  readonly status?: string;
  readonly customer?: EntityId;
  readonly provider?: EntityId;
  readonly amount?: number;
  readonly currency?: string;
  readonly qualifier?: StatementSpec['qualifier'];
  readonly more?: readonly Omit<StatementSpec, 'subject'>[];
}

/** The statements of an active, binding compute purchase, unless the test says otherwise. */
export function dealFacts(subject: EntityId, spec: DealFactsSpec): StatementSpec[] {
  const { announced, currency = 'USD', qualifier = 'exact' } = spec;
  const facts: (Omit<StatementSpec, 'subject'> | null)[] = [
    { property: 'form', value: spec.form ?? 'COMPUTE_PURCHASE' },
    { property: 'announced', value: announced },
    { property: 'status', value: spec.status ?? 'ACTIVE', validFrom: announced },
    spec.start ? { property: 'start', value: spec.start } : null,
    spec.termYears ? { property: 'term_years', value: spec.termYears, unit: 'years' } : null,
    spec.customer ? { property: 'party', scope: 'customer', object: spec.customer } : null,
    spec.provider ? { property: 'party', scope: 'provider', object: spec.provider } : null,
    spec.amount ? { property: 'amount', value: spec.amount, unit: currency, qualifier } : null,
    ...(spec.more ?? []),
  ];
  return facts.flatMap((fact) => (fact ? [{ saidOn: announced, ...fact, subject }] : []));
}
