import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { DEAL_FORMS, DEAL_STATUSES, DEAL_TYPES, type EntityRecord } from '../../src/model/entity.js';
import { EVENT_KINDS } from '../../src/model/event.js';
import { ENTITY_KINDS, type EntityId, type EntityKind } from '../../src/model/ids.js';
import { CONFIDENCES, QUALIFIERS } from '../../src/model/statement.js';
import { bareRecord } from '../support/records.js';
import { type EdgeSpec, type EventSpec, type StatementSpec, smallDataset } from '../support/smallDataset.js';

/** Beginnings of each other, and the names of what every JavaScript object has. */
const SLUGS = ['a', 'a-b', 'a.b', 'ab', 'B', 'c', 'd', 'e', 'f', '0', '00', '1', 'constructor', '__proto__'];
export const IDS: readonly EntityId[] = ENTITY_KINDS.flatMap((kind) =>
  SLUGS.map((slug): EntityId => `${kind}:${slug}`),
);
/** In no graph, unless a redirect has it. */
export const MERGED: EntityId[] = ['company:old', 'company:older', 'deal:old', 'topic:old'];

export const WORDS = [
  'Open',
  'AI',
  'Core',
  'Weave',
  'Amazon',
  'Web',
  'Services',
  'Nvidia',
  'Inc',
  'Télécom',
  'GB300',
  '日本電信',
  'Straße',
];
/** Halves of pairs, zeros, marks, letters that fold to others or to two, and what sorts differently by UTF-16 and code points. */
const ODD_TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud83d',
  'x\udc00y',
  '😀',
  '\uffee',
  '𝒳',
  'é',
  'e\u0301',
  'ß',
  'SS',
  'ﬁ',
  'İ',
  'ΑΣ',
  'ας',
  '~',
  '\x7f',
  '\t',
  'a b',
];
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
/** JSON has no -0, NaN or infinity, so no fact can say one. */
export const number = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.1, 0.30000000000000004, 1e21, 5e-324, -1e-9, 2 ** 53, 38e9),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
export const DAYS = ['2024-12-31', '2025-01-01', '2025-01-02', '2025-06-30', '2025-12-31'];
const DATES = [...DAYS, '2024', '2025', '2025-01', '2025-06', '2025-Q1', '2025-Q4', '2025-H1', '2025-H2'];
export const date = fc.constantFrom(...DATES);
/** With and without milliseconds and offsets: as instants, not as texts, are they before or after each other. */
export const INSTANTS = [
  '2025-01-01T00:00:00Z',
  '2025-01-01T00:00:00.001Z',
  '2025-01-01T01:00:00+01:00',
  '2025-06-01T00:00:00.000Z',
  '2026-01-01T00:00:00Z',
];
const recorded = fc.constantFrom(...INSTANTS);
const confidence = fc.constantFrom(...CONFIDENCES);
/** Few ends, so that there are self-loops, circles, and several of everything about one. */
const FEW: readonly EntityId[] = ['company:a', 'company:a-b', 'cloud:a', 'deal:a', 'deal:a.b'];
const anyId = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FEW) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS) },
);
const mentioned = fc.oneof({ weight: 6, arbitrary: anyId }, { weight: 1, arbitrary: fc.constantFrom(...MERGED) });
export const PROPERTIES = ['party', 'supersedes', 'nested_in', 'expands', 'note', 'constructor'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3 });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const idOf = (kind: EntityKind) => maybe(fc.constantFrom(...SLUGS.map((slug): EntityId => `${kind}:${slug}`)));
const idsOf = (...kinds: readonly EntityKind[]) =>
  fc.uniqueArray(fc.constantFrom(...kinds.flatMap((kind) => SLUGS.map((slug): EntityId => `${kind}:${slug}`))), {
    maxLength: 3,
  });
const word = maybe(fc.constantFrom('gpu', 'cpu', 'planned', 'constructor'));
const party = fc.record({
  entity: mentioned,
  role: fc.constantFrom('CUSTOMER', 'PROVIDER', 'PARTICIPANT'),
  title: text,
});

/** Values of the plain fields of every kind; a record takes those that its kind has. */
const FIELDS = {
  name: text,
  aliases: fc.array(text, { maxLength: 2 }),
  externalIds: fc.array(fc.record({ scheme: fc.constantFrom('wikidata', 'ticker'), value: text }), { maxLength: 1 }),
  confidence,
  country: idOf('country'),
  roles: fc.uniqueArray(fc.constantFrom('foundry', 'memory', 'constructor')),
  founded: maybe(date),
  parent: idOf('company'),
  operator: idOf('company'),
  category: word,
  designer: idOf('company'),
  released: maybe(date),
  memoryGb: maybe(number),
  memoryBandwidthTbs: maybe(number),
  tdpW: maybe(number),
  exportStatus: word,
  memorySuppliers: idsOf('company'),
  components: idsOf('chip'),
  owners: idsOf('company'),
  tenants: idsOf('company', 'cloud'),
  chips: idsOf('chip'),
  datacenters: idsOf('datacenter'),
  itPowerMw: maybe(number),
  sitePowerMw: maybe(number),
  h100Equivalents: maybe(number),
  firstOperational: maybe(date),
  parties: fc.array(party, { maxLength: 3 }),
  announced: maybe(date),
  start: maybe(date),
  end: maybe(date),
  binding: fc.boolean(),
  amountUsd: maybe(number),
  capacityMw: maybe(number),
  inForceFrom: maybe(fc.constantFrom(...DAYS)),
  inForceTo: maybe(fc.constantFrom(...DAYS)),
  budgetUsd: maybe(number),
  gpuCount: maybe(number),
  leadBodies: idsOf('company', 'country'),
  memberOf: idsOf('country'),
  isBloc: fc.boolean(),
  population: maybe(number),
  issuer: idOf('country'),
  target: idOf('company'),
  date: maybe(date),
  publisher: text,
  published: maybe(date),
  url: maybe(text),
};

const recordOf = (id: fc.Arbitrary<EntityId>): fc.Arbitrary<EntityRecord> =>
  fc
    .tuple(
      id,
      fc.record(FIELDS),
      fc.constantFrom(...DEAL_TYPES),
      fc.constantFrom(...DEAL_FORMS),
      maybe(fc.constantFrom(...DEAL_STATUSES)),
    )
    .map(([id, fields, type, form, status]) => {
      const bare = bareRecord(id);
      const own = Object.fromEntries(
        Object.entries(fields).filter(([name]) => name in bare && !(name === 'country' && bare.kind === 'source')),
      );
      return bare.kind === 'deal' ? { ...bare, ...own, type, form, status } : { ...bare, ...own };
    });

const statement: fc.Arbitrary<StatementSpec> = fc.record({
  subject: fc.oneof(mentioned, fc.constantFrom(...IDS.filter((id) => id.startsWith('deal:')))),
  property: fc.constantFrom(...PROPERTIES),
  scope: maybe(text),
  value: maybe(fc.oneof(text, number, fc.boolean())),
  object: maybe(mentioned),
  unit: maybe(fc.constantFrom('USD', 'MW')),
  qualifier: fc.constantFrom(...QUALIFIERS),
  validFrom: maybe(date),
  validTo: maybe(date),
  saidOn: date,
  refersTo: maybe(date),
  recordedAt: recorded,
  retractedAt: rarely(recorded),
  confidence,
  sources: fc.uniqueArray(fc.constantFrom<EntityId>('source:a', 'source:a-b', 'source:0'), { minLength: 1 }),
  note: maybe(text),
  best: fc.boolean(),
  conflicting: fc.boolean(),
  publishers: fc.nat(3),
});

/** Few kinds, so that there are parallel edges. */
const edge: fc.Arbitrary<EdgeSpec> = fc.record({
  from: mentioned,
  to: mentioned,
  kind: fc.constantFrom(...DEPENDENCY_KINDS.slice(0, 3)),
  validFrom: maybe(fc.constantFrom(...DAYS)),
  validTo: maybe(fc.constantFrom(...DAYS)),
  startUnknown: fc.boolean(),
  knownFrom: recorded,
  knownTo: rarely(recorded),
  prospective: fc.boolean(),
  confidence,
  sharePercent: maybe(number),
  deal: idOf('deal'),
});

const event: fc.Arbitrary<EventSpec & { readonly behind: readonly number[] }> = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  date,
  saidOn: date,
  title: text,
  entities: fc.array(mentioned, { minLength: 1, maxLength: 3 }),
  knownFrom: recorded,
  knownTo: rarely(recorded),
  behind: fc.array(fc.nat(40), { maxLength: 2 }),
});

/** Into another entity, perhaps by way of another redirect; never in a circle, which validation refuses. */
const redirects: fc.Arbitrary<readonly (readonly [EntityId, EntityId])[]> = fc.subarray(MERGED).chain((merged) =>
  fc.tuple(anyIdOf('company'), anyIdOf('deal'), anyIdOf('topic')).map(([company, deal, topic]) => {
    const into: readonly EntityId[] = [company, 'company:old', deal, topic];
    return merged
      .filter((from) => from !== 'company:older' || merged.includes('company:old'))
      .map((from) => [from, into[MERGED.indexOf(from)] ?? topic] as const);
  }),
);

function anyIdOf(kind: EntityKind) {
  return fc.constantFrom(...SLUGS.map((slug): EntityId => `${kind}:${slug}`));
}

/** Small graphs that need not follow from facts: what a store must keep, whatever the rules derive. */
export const randomGraph: fc.Arbitrary<Dataset> = fc
  .record({
    // Of few kinds, so that there is something to put in order.
    entities: fc.subarray([...ENTITY_KINDS], { minLength: 1, maxLength: 3 }).chain((kinds) =>
      fc.uniqueArray(recordOf(fc.oneof(...kinds.map(anyIdOf))), {
        selector: ({ id }) => id,
        minLength: 5,
        maxLength: 40,
      }),
    ),
    statements: fc.array(statement, { minLength: 10, maxLength: 60 }),
    edges: fc.array(edge, { minLength: 5, maxLength: 40 }),
    events: fc.array(event, { minLength: 5, maxLength: 30 }),
    redirects,
  })
  .map(({ entities, statements, edges, events, redirects }) => {
    const graph = smallDataset({
      entities: withTargets(entities, redirects),
      redirects,
      statements,
      // Each its own, also where two say the same.
      edges: edges.map((one, i) => ({ ...one, rule: `rule ${i}` })),
    });
    const behind = (places: readonly number[]) => places.flatMap((place) => graph.statements[place]?.id ?? []);
    const whole = smallDataset({
      entities: graph.entities,
      redirects,
      events: events.map(({ behind: places, ...one }, i) => ({
        ...one,
        title: `${i} ${one.title}`,
        statementIds: behind(places),
      })),
    });
    return { ...whole, statements: graph.statements, edges: graph.edges };
  });

/** Every redirect ends at an entity that is there, as validation demands. */
function withTargets(
  entities: readonly EntityRecord[],
  redirects: readonly (readonly [EntityId, EntityId])[],
): readonly EntityRecord[] {
  const known = new Set([...entities.map(({ id }) => id), ...MERGED]);
  const missing = new Set(redirects.map(([, into]) => into).filter((id) => !known.has(id)));
  return [...entities, ...[...missing].map(bareRecord)];
}
