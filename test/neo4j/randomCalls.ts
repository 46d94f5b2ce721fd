import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.js';
import { DEPENDENCY_KINDS } from '../../src/model/edge.js';
import { orderableFields } from '../../src/model/fields.js';
import { ENTITY_KINDS, type EntityId } from '../../src/model/ids.js';
import { CONFIDENCES } from '../../src/model/statement.js';
import { fold } from '../../src/model/text.js';
import {
  type GraphStore,
  LAST_DAY,
  type Page,
  type PageRequest,
  type ReadAt,
  type StatementQuery,
} from '../../src/store/GraphStore.js';
import { filterOf } from './randomFilters.js';
import { DAYS, INSTANTS, MERGED, PROPERTIES, text, WORDS } from './randomGraph.js';

/** A call of the port, with its arguments as text for whoever must find out why two stores differ. */
export interface Call {
  readonly text: string;
  readonly ask: (store: GraphStore) => Promise<unknown>;
}

const UNKNOWN: readonly EntityId[] = ['company:nobody', 'topic:toString'];
/** Mostly when all is known, so that most questions find something. */
const instant = fc.oneof(
  { weight: 2, arbitrary: fc.constant('2026-12-01T00:00:00Z') },
  { weight: 2, arbitrary: fc.constantFrom(...INSTANTS) },
  { weight: 1, arbitrary: fc.constantFrom('2025-07-01T00:00:00Z', '2024-01-01T00:00:00Z') },
);
const at: fc.Arbitrary<ReadAt> = fc.record({
  asOf: fc.oneof(fc.constantFrom(...DAYS), fc.constant('2026-06-30'), fc.constant(LAST_DAY)),
  knownAt: instant,
  minConfidence: fc.constantFrom('recalled', ...CONFIDENCES),
});
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const limit = fc.constantFrom(1, 2, 3, 100);

/** A page cut out of a list: its ends are keys of the list, just before or after one, or of no list at all. */
interface Cut {
  readonly size: number;
  readonly backward: boolean;
  readonly after: Spot | null;
  readonly before: Spot | null;
}

interface Spot {
  readonly place: number;
  readonly suffix: string;
}

const spot: fc.Arbitrary<Spot> = fc.record({ place: fc.nat(30), suffix: fc.constantFrom('', '', '', '\t', 'a') });
const cut: fc.Arbitrary<Cut> = fc.record({
  size: fc.constantFrom(1, 2, 3, 5, 100),
  backward: fc.boolean(),
  after: fc.option(spot, { freq: 1 }),
  before: rarely(spot),
});

/** Asks for the keys of the list first, so the same cut gives the same page of equal lists. */
async function page<T>(
  { size, backward, after, before }: Cut,
  turn: (page: PageRequest) => Promise<T>,
  keysOf: (all: T) => readonly string[],
): Promise<T> {
  const keys = after === null && before === null ? [] : keysOf(await turn({ first: 100 }));
  const at = ({ place, suffix }: Spot) => `${keys[place % Math.max(keys.length, 1)] ?? ''}${suffix}`;
  return turn({
    ...(backward ? { last: size } : { first: size }),
    ...(after !== null && { after: at(after) }),
    ...(before !== null && { before: at(before) }),
  });
}

const keysOf = (all: Page<unknown>) => all.keys;

/** Mostly all, and often none. */
const span = fc.record({
  since: fc.oneof(fc.constantFrom('2024-01-01T00:00:00Z', '2024-12-31T23:59:59.999Z'), instant),
  knownAt: instant,
});

const range = fc.record({ from: rarely(fc.constantFrom(...DAYS)), to: rarely(fc.constantFrom(...DAYS)) });

/** A name cut off, with a letter lost, changed, added or swapped with the next; or what means something to Lucene. */
function askedOf(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom(...names, ...WORDS);
  const change = fc.record({ name, place: fc.nat(20), way: fc.nat(4) }).map(({ name: of, place, way }) => {
    const i = place % Math.max(of.length, 1);
    if (way === 0) return of.slice(0, i + 1);
    if (way === 1) return of.slice(0, i) + of.slice(i + 1);
    if (way === 2) return `${of.slice(0, i)}x${of.slice(i + 1)}`;
    if (way === 3) return `${of.slice(0, i)}x${of.slice(i)}`;
    return of.slice(0, i) + (of[i + 1] ?? '') + (of[i] ?? '') + of.slice(i + 2);
  });
  return fc.oneof(
    { weight: 2, arbitrary: name },
    { weight: 5, arbitrary: change },
    { weight: 1, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(...LUCENE) },
  );
}

const LUCENE = [
  'open AND core',
  'NOT amazon',
  '+core -weave',
  'nvid*',
  'nvidia~2',
  '"core weave"',
  'a:b',
  '(open',
  'core\\',
  '/web/',
  '[a TO z]',
  '{',
  '&&',
  '||',
  '!',
  'web^2',
];
const wantedKinds = maybe(fc.subarray([...ENTITY_KINDS]));

function call<A extends readonly unknown[]>(
  method: keyof GraphStore,
  args: fc.Arbitrary<A>,
  ask: (store: GraphStore, args: A) => Promise<unknown>,
): fc.Arbitrary<Call> {
  return args.map((given) => ({ text: `${method} ${fc.stringify(given)}`, ask: (store) => ask(store, given) }));
}

const edgeQuery = fc.record({
  direction: fc.constantFrom('out', 'in'),
  kinds: fc.subarray(DEPENDENCY_KINDS.slice(0, 4), { minLength: 2 }),
  prospective: fc.boolean(),
});

/** Every method of the port but `close`, with arguments of every sort, mostly such as find something in the graph. */
export function randomCalls(graph: Dataset): fc.Arbitrary<Call> {
  const { entities, statements, edges, events } = graph;
  const there = [
    ...entities.map(({ id }) => id),
    ...statements.flatMap(({ subject, object }) => [subject, ...(object === null ? [] : [object])]),
    ...edges.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap((event) => event.entities),
  ];
  const id = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...there) },
    { weight: 1, arbitrary: fc.constantFrom(...MERGED, ...UNKNOWN) },
  );
  const ids = fc.array(id, { maxLength: 6 });
  const rows = [...statements, ...edges].map((one) => one.id);
  const row = fc.array(fc.constantFrom(...rows, 'statement:nothing', 'constructor', ''), { maxLength: 5 });
  const kind = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...entities.map((one) => one.kind)) },
    { weight: 1, arbitrary: fc.constantFrom(...ENTITY_KINDS) },
  );
  const ordered = kind.chain((of) =>
    fc.record({
      kind: fc.constant(of),
      filter: fc.option(filterOf(of), { freq: 4 }),
      orderBy: fc.record({ field: fc.constantFrom(...orderableFields(of)), direction: fc.constantFrom('ASC', 'DESC') }),
    }),
  );
  const filtered = kind.chain((of) => fc.tuple(fc.constant(of), fc.option(filterOf(of), { freq: 5 })));
  const asked = askedOf(entities.flatMap(({ name, aliases }) => [name, ...aliases]));
  const groups = fc.array(fc.option(fc.array(id, { maxLength: 6 }), { freq: 4 }), { maxLength: 3 });
  const statementQuery: fc.Arbitrary<StatementQuery> = fc.record({
    subjects: fc.option(fc.array(id, { minLength: 1, maxLength: 8 }), { freq: 1 }),
    property: rarely(fc.constantFrom(...PROPERTIES, 'nothing')),
    confidence: rarely(fc.constantFrom(...CONFIDENCES)),
    publishersMax: rarely(fc.nat(3)),
    conflicting: rarely(fc.boolean()),
    subjectNameContains: rarely(fc.oneof(fc.constantFrom('a', 'o', ''), text).map(fold)),
  });
  const property = maybe(fc.constantFrom(...PROPERTIES));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: call('list', fc.tuple(ordered, cut), (s, [request, of]) =>
        page(of, (one) => s.list({ ...request, page: one }), keysOf),
      ),
    },
    { weight: 3, arbitrary: call('count', filtered, (s, [of, filter]) => s.count(of, filter)) },
    {
      weight: 4,
      arbitrary: call('listStatements', fc.tuple(statementQuery, at, cut), (s, [query, when, of]) =>
        page(of, (one) => s.listStatements(query, when, one), keysOf),
      ),
    },
    { weight: 2, arbitrary: call('countStatements', fc.tuple(statementQuery, at), (s, a) => s.countStatements(...a)) },
    {
      weight: 4,
      arbitrary: call('changes', fc.tuple(span, cut), (s, [when, of]) =>
        page(of, (one) => s.changes(when, one), keysOf),
      ),
    },
    { weight: 1, arbitrary: call('countChanges', fc.tuple(span), (s, a) => s.countChanges(...a)) },
    {
      weight: 4,
      arbitrary: call('events', fc.tuple(groups, range, at, cut), (s, [of, days, when, where]) =>
        page(
          where,
          (one) => s.events(of, days, when, one),
          (all) => all[0]?.keys ?? [],
        ),
      ),
    },
    { weight: 2, arbitrary: call('countEvents', fc.tuple(groups, range, at), (s, a) => s.countEvents(...a)) },
    { weight: 4, arbitrary: call('edgesOf', fc.tuple(ids, edgeQuery, at, limit), (s, a) => s.edgesOf(...a)) },
    {
      weight: 2,
      arbitrary: call('statementsBySubject', fc.tuple(ids, property, at), (s, a) => s.statementsBySubject(...a)),
    },
    {
      weight: 2,
      arbitrary: call('statementsByObject', fc.tuple(ids, property, at), (s, a) => s.statementsByObject(...a)),
    },
    { weight: 2, arbitrary: call('dealsByParty', fc.tuple(ids, at), (s, a) => s.dealsByParty(...a)) },
    { weight: 2, arbitrary: call('dealsPointingAt', fc.tuple(ids, at), (s, a) => s.dealsPointingAt(...a)) },
    { weight: 2, arbitrary: call('entities', fc.tuple(ids), (s, a) => s.entities(...a)) },
    { weight: 1, arbitrary: call('statements', fc.tuple(row), (s, a) => s.statements(...a)) },
    { weight: 1, arbitrary: call('edges', fc.tuple(row), (s, a) => s.edges(...a)) },
    { weight: 4, arbitrary: call('search', fc.tuple(asked, wantedKinds, limit), (s, a) => s.search(...a)) },
    {
      weight: 2,
      arbitrary: call('resolve', fc.tuple(fc.array(asked, { maxLength: 4 }), wantedKinds, limit), (s, a) =>
        s.resolve(...a),
      ),
    },
    { weight: 1, arbitrary: call('counts', fc.tuple(), (s) => s.counts()) },
    { weight: 1, arbitrary: call('meta', fc.tuple(), (s) => s.meta()) },
    { weight: 1, arbitrary: call('topology', fc.tuple(), (s) => s.topology()) },
  );
}
