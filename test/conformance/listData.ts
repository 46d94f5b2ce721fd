import fc from 'fast-check';
import { DEAL_STATUSES, DEAL_TYPES, type EntityRecord } from '../../src/model/entity.js';
import type { Filter } from '../../src/model/filter.js';
import type { EntityId, EntityKind } from '../../src/model/ids.js';
import {
  chip,
  cloud,
  company,
  country,
  datacenter,
  deal,
  initiative,
  policy,
  source,
  topic,
} from '../support/records.js';

/** Records of each kind whose values repeat, vary and are missing, the same every time. */
export function manyRecords(kinds: readonly EntityKind[], count: number): EntityRecord[] {
  return kinds.flatMap((kind) => Array.from({ length: count }, (_, i) => varied(kind, i)));
}

const NAMES = ['alpha', 'Beta', 'ßeta', 'Ωmega', 'gamma ray', 'GAMMA', '日本', '𝒳', 'a', ''];
const DATES = ['2025-11-03', '2025-11', '2025-Q4', '2025', '2024-12-31', '2026-H1', '2026-01-01'];
const NUMBERS = [0, -0, 1, 0.1, 1e21, 38e9, -5, 1e-9, 37_999_999_999.99];
const PARTIES: readonly EntityId[] = ['company:a', 'company:b', 'cloud:a', 'cloud:c'];

/** One of the values, or null about one time in four; strides that share no factor mix well. */
function pick<T>(values: readonly T[], i: number, stride: number): T | null {
  return (i * stride) % 4 === 3 ? null : (values[(i * stride + stride) % values.length] ?? null);
}

function varied(kind: EntityKind, i: number): EntityRecord {
  const slug = `r${(i * 7919) % 1000}`;
  const name = NAMES[(i * 3) % NAMES.length] ?? '';
  const date = pick(DATES, i, 3);
  const number = pick(NUMBERS, i, 5);
  switch (kind) {
    case 'company':
      return company(slug, { name, founded: date });
    case 'cloud':
      return cloud(slug, { name });
    case 'chip':
      return chip(slug, { name, released: date, memoryGb: number, tdpW: pick(NUMBERS, i, 7) });
    case 'datacenter':
      return datacenter(slug, { name, itPowerMw: number, firstOperational: date });
    case 'initiative':
      return initiative(slug, { name, start: date, budgetUsd: number });
    case 'country':
      return country(slug, { name, population: number });
    case 'policy':
      return policy(slug, { name, date });
    case 'topic':
      return topic(slug, { name });
    case 'source':
      return source(slug, { name, published: date, publisher: NAMES[(i * 7) % NAMES.length] ?? '' });
    case 'deal':
      return deal(slug, {
        name,
        type: DEAL_TYPES[i % DEAL_TYPES.length] ?? 'COMPUTE',
        status: DEAL_STATUSES[(i * 3) % DEAL_STATUSES.length] ?? 'ACTIVE',
        binding: i % 2 === 0,
        announced: date,
        amountUsd: number,
        inForceFrom: i % 3 === 0 ? null : '2025-06-01',
        inForceTo: i % 2 === 0 ? null : '2026-06-01',
        chips: i % 4 === 0 ? ['chip:x'] : [],
        parties: PARTIES.slice(i % 3, (i % 3) + (i % 4)).map((entity) => ({
          entity,
          role: entity.startsWith('cloud:') ? 'PROVIDER' : 'CUSTOMER',
          title: 'party',
        })),
      });
  }
}

/** Filters of every operator over deals, nested two deep. */
export function dealFilters(entities: readonly EntityRecord[]): fc.Arbitrary<Filter> {
  const condition: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ field: fc.constant('type'), op: fc.constant('eq' as const), value: fc.constantFrom(...DEAL_TYPES) }),
    fc.record({ field: fc.constant('status'), op: fc.constant('in' as const), value: fc.subarray([...DEAL_STATUSES]) }),
    fc.record({ field: fc.constant('binding'), op: fc.constant('eq' as const), value: fc.boolean() }),
    fc.record({
      field: fc.constant('amountUsd'),
      op: fc.constantFrom('eq' as const, 'gt' as const, 'gte' as const, 'lt' as const, 'lte' as const),
      value: fc.constantFrom(...NUMBERS),
    }),
    fc.record({
      field: fc.constant('announced'),
      op: fc.constantFrom('eq' as const, 'gt' as const, 'gte' as const, 'lt' as const, 'lte' as const),
      value: fc.constantFrom(...DATES),
    }),
    fc.record({
      field: fc.constant('name'),
      op: fc.constantFrom('eq' as const, 'contains' as const, 'startsWith' as const),
      value: fc.constantFrom('', 'A', 'eta', 'SS', 'ω', '日', 'ray'),
    }),
    fc.record({
      field: fc.constantFrom('parties', 'customers', 'providers', 'chips'),
      op: fc.constant('has' as const),
      value: fc.constantFrom(...PARTIES, 'chip:x'),
    }),
    fc.record({
      field: fc.constantFrom('parties', 'providers'),
      op: fc.constant('in' as const),
      value: fc.subarray([...PARTIES]),
    }),
    fc.record({
      field: fc.constant('id'),
      op: fc.constant('in' as const),
      value: fc.subarray(entities.map((e) => e.id)),
    }),
    fc.record({
      field: fc.constant('inForceOn'),
      op: fc.constant('eq' as const),
      value: fc.constantFrom('2025-05-31', '2025-06-01', '2026-06-01', '2026-06-02'),
    }),
    fc.record({
      field: fc.constantFrom('announced', 'amountUsd', 'inForceOn', 'parties', 'name'),
      op: fc.constant('isKnown' as const),
      value: fc.boolean(),
    }),
  );
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'filter' },
      condition,
      fc.record({ and: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }) }),
      fc.record({ or: fc.array(tie('filter'), { maxLength: 3, depthIdentifier: 'filter' }) }),
      fc.record({ not: tie('filter') }),
    ),
  }));
  return filter;
}
