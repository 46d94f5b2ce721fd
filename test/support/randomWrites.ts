import fc from 'fast-check';
import { type FactChange, NO_FACT_CHANGE } from '../../src/derive/changeFacts.js';
import { headOf, mergedHead } from '../../src/derive/factsOf.js';
import type { Dataset, Facts } from '../../src/model/dataset.js';
import { DEAL_FORMS, DEAL_STATUSES } from '../../src/model/entity.js';
import { hash64 } from '../../src/model/hash.js';
import { type EntityId, type EntityKind, kindOf } from '../../src/model/ids.js';
import type { FactValue, Statement } from '../../src/model/statement.js';
import type { Instant } from '../../src/model/time.js';
import { bareRecord, source } from './records.js';
import { RECORDED, smallDataset } from './smallDataset.js';

const IDS = {
  company: ['company:a', 'company:b', 'company:c'],
  cloud: ['cloud:x', 'cloud:y'],
  chip: ['chip:g', 'chip:h'],
  datacenter: ['datacenter:s'],
  deal: ['deal:d', 'deal:e'],
  initiative: ['initiative:i'],
  country: ['country:US', 'country:NO'],
  policy: ['policy:p'],
  topic: ['topic:t'],
  source: ['source:s1', 'source:s2', 'source:s3'],
} as const satisfies Readonly<Record<EntityKind, readonly EntityId[]>>;
/** Named by statements before they are there. */
const LATER: readonly EntityId[] = ['company:later', 'chip:rubin', 'source:later'];

const ids = (...kinds: readonly EntityKind[]) =>
  fc.constantFrom<EntityId[]>(...kinds.flatMap((kind): readonly EntityId[] => IDS[kind]));
const organisation = fc.oneof(
  { weight: 9, arbitrary: ids('company', 'cloud') },
  fc.constant<EntityId>('company:later'),
);
const partial = fc.constantFrom('2024', '2025-03', '2025-Q4', '2026-02-10', '2026-09-30', '2026-10-20');

interface Content {
  readonly subject: EntityId;
  readonly property: string;
  readonly object?: EntityId;
  readonly value?: FactValue;
  readonly scope?: string | null;
  readonly unit?: string;
}

function links(subject: fc.Arbitrary<EntityId>, object: fc.Arbitrary<EntityId>, ...properties: readonly string[]) {
  return fc.record({ subject, object, property: fc.constantFrom(...properties) });
}

function values(subject: fc.Arbitrary<EntityId>, value: fc.Arbitrary<FactValue>, ...properties: readonly string[]) {
  return fc.record({ subject, value, property: fc.constantFrom(...properties) });
}

const party = fc.constantFrom('customer', 'provider', 'supplier', 'investor', 'investee', 'chip_supplier', 'seller');

const content: fc.Arbitrary<Content> = fc.oneof(
  values(ids('deal'), fc.constantFrom(...DEAL_FORMS), 'form'),
  values(ids('deal'), fc.constantFrom(...DEAL_STATUSES), 'status'),
  values(ids('deal'), partial, 'announced', 'start', 'end', 'expansion_option_from'),
  values(ids('deal'), fc.constantFrom(2, 5), 'term_years'),
  fc.record({
    subject: ids('deal'),
    property: fc.constantFrom('amount', 'committed'),
    value: fc.constantFrom(1e9, 2e9),
    unit: fc.constant('USD'),
  }),
  fc.record({ subject: ids('deal'), property: fc.constant('party'), object: organisation, scope: party }),
  fc.record({ subject: ids('deal'), property: fc.constant('party'), object: organisation, scope: party }),
  links(ids('deal'), ids('deal'), 'supersedes', 'nested_in'),
  links(ids('deal'), ids('chip'), 'chip'),
  links(ids('deal', 'initiative'), ids('datacenter'), 'datacenter'),
  links(ids('cloud', 'datacenter'), organisation, 'operated_by'),
  links(ids('datacenter'), organisation, 'tenant', 'energy_from'),
  values(ids('datacenter'), fc.constantFrom('operational', 'planned', 'cancelled'), 'status'),
  values(ids('datacenter'), partial, 'first_operational'),
  fc.record({
    subject: ids('datacenter', 'deal'),
    property: fc.constant('chip_count'),
    object: ids('chip'),
    value: fc.constantFrom(0, 9),
  }),
  links(ids('chip'), ids('company'), 'designed_by', 'fabricated_by', 'memory_from', 'codesigned_with'),
  links(ids('chip'), ids('chip'), 'component'),
  values(ids('chip'), partial, 'released'),
  values(ids('chip'), fc.constantFrom('gpu', 'cpu'), 'category'),
  links(organisation, organisation, 'supplies_chips_to', 'customer_of', 'hosts_on', 'fabricates_at', 'supplies_hbm_to'),
  links(
    organisation,
    organisation,
    'supplies_power_to',
    'develops_smr_for',
    'owns',
    'supplies_servers_to',
    'dram_loi_with',
  ),
  fc.record({
    subject: ids('company'),
    property: fc.constantFrom('hbm4_share_of_rubin', 'owns_stake_in', 'owned_by'),
    object: ids('company'),
    value: fc.constantFrom(20, 60),
  }),
  links(ids('company'), ids('company'), 'parent'),
  links(ids('company'), ids('country'), 'hq_country'),
  values(ids('company'), fc.constantFrom('chip_designer', 'memory', 'foundry'), 'role'),
  links(ids('initiative'), organisation, 'supplier', 'lead_body'),
  values(ids('initiative'), partial, 'start', 'end'),
  values(ids('initiative'), fc.constantFrom('active', 'proposed'), 'status'),
  links(ids('policy'), ids('company', 'country'), 'issued_by', 'targets'),
  values(ids('policy'), partial, 'date'),
);

const claim = fc.record({
  content,
  validFrom: fc.option(partial, { freq: 3 }),
  saidOn: partial,
  qualifier: fc.constantFrom('exact', 'about', 'upTo', 'atLeast', 'reported'),
  confidence: fc.constantFrom('confirmed', 'confirmed', 'recalled'),
  sources: fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: ids('source') }, fc.constant<EntityId>('source:later')), {
    minLength: 1,
    maxLength: 2,
  }),
} as const);
type Claim = typeof claim extends fc.Arbitrary<infer T> ? T : never;

/** What somebody does to the facts; numbers choose among what is there. */
export type Write =
  | { readonly kind: 'record'; readonly claims: readonly Claim[]; readonly withdrawn: readonly number[] }
  | { readonly kind: 'upsert'; readonly id: EntityId; readonly name: string | null; readonly published: string | null }
  | { readonly kind: 'merge'; readonly from: number; readonly into: number }
  | { readonly kind: 'move'; readonly dataThrough: string; readonly forgets: boolean };

const claims = fc.array(claim, { maxLength: 4 });
const places = fc.array(fc.nat(), { maxLength: 2 });
const written: fc.Arbitrary<Write> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('record' as const), claims, withdrawn: places }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('upsert' as const),
      id: fc.constantFrom<EntityId[]>(...LATER, 'company:a', 'deal:d', 'source:s1', 'source:s2', 'chip:unheard'),
      name: fc.option(fc.constantFrom('New', 'Newer')),
      published: fc.option(fc.constant('2025-01-05')),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), from: fc.nat(), into: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      dataThrough: fc.constantFrom('2026-10-20', '2026-10-21', '2026-12-31'),
      forgets: fc.boolean(),
    }),
  },
);

/** Facts to begin with, and what is written after. */
export const randomWrites = fc.record({
  first: fc.array(claim, { maxLength: 30 }),
  writes: fc.array(written, { minLength: 1, maxLength: 6 }),
});

/** The facts that were there first. */
export function firstFacts(first: readonly Claim[]): Facts {
  const entities = Object.values(IDS)
    .flatMap((all: readonly EntityId[]) => all.map(bareRecord))
    .map(headOf);
  const dated = source('s1', { published: '2025-03', publisher: 'Press' });
  const rest = entities.filter(({ id }) => id !== dated.id);
  const { meta } = smallDataset();
  return { meta, entities: [dated, ...rest], statements: first.map((one, i) => statementOf(one, RECORDED, i)) };
}

/** When the nth write is made. */
export function timeOf(n: number): Instant {
  return new Date(Date.parse('2026-11-01T00:00:00Z') + n * 1_000).toISOString();
}

/** What a write does to the facts behind a dataset; nothing where what it names is not there. */
export function changeOf(write: Write, current: Dataset, at: Instant): FactChange {
  const heads = current.entities.map(headOf);
  switch (write.kind) {
    case 'record': {
      const standing = current.statements.filter((s) => s.retractedAt === null);
      const chosen = write.withdrawn.flatMap((n) => standing[n % Math.max(1, standing.length)]?.id ?? []);
      const next = Math.max(-1, ...current.statements.map(({ order }) => order)) + 1;
      const added = write.claims.map((one, i) => statementOf(one, at, next + i));
      return { ...NO_FACT_CHANGE, added, retracted: new Set(chosen) };
    }
    case 'upsert': {
      if (current.redirects.has(write.id)) return NO_FACT_CHANGE;
      const head = heads.find(({ id }) => id === write.id) ?? headOf(bareRecord(write.id));
      const dates = kindOf(write.id) === 'source' ? { published: write.published, publisher: 'Press' } : {};
      return { ...NO_FACT_CHANGE, heads: [{ ...head, name: write.name ?? head.name, aliases: ['Other'], ...dates }] };
    }
    case 'merge': {
      const from = heads[write.from % heads.length];
      const into = heads.filter(({ id, kind }) => kind === from?.kind && id !== from.id)[write.into % 2];
      if (!from || !into) return NO_FACT_CHANGE;
      return { ...NO_FACT_CHANGE, heads: [{ ...into, aliases: [from.name] }, mergedHead(from.id, into.id)] };
    }
    case 'move':
      return {
        ...NO_FACT_CHANGE,
        meta: {
          ...current.meta,
          dataThrough: write.dataThrough,
          closedBefore: write.forgets ? [] : [...(current.meta.closedBefore ?? []), current.meta.dataThrough],
        },
      };
  }
}

function statementOf({ content: given, ...rest }: Claim, recordedAt: Instant, order: number): Statement {
  const made = {
    scope: null,
    value: null,
    object: null,
    unit: null,
    validTo: null,
    refersTo: null,
    note: null,
    ...given,
    ...rest,
    recordedAt,
    retractedAt: null,
    order,
  };
  return { id: `statement:${hash64(JSON.stringify(made))}`, ...made };
}
