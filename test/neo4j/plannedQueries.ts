import { OPERATORS } from '../../src/model/evaluateFilter.js';
import { type Field, type FieldType, fieldsOf, orderableFields } from '../../src/model/fields.js';
import type { Filter, FilterOp, FilterValue } from '../../src/model/filter.js';
import { ENTITY_KINDS, type EntityId, type EntityKind } from '../../src/model/ids.js';
import { ANY_STATEMENT, type PageRequest } from '../../src/store/GraphStore.js';
import { changesQuery, countChangesQuery } from '../../src/store/neo4j/cypher/changes.js';
import { conditionOf } from '../../src/store/neo4j/cypher/condition.js';
import { countQuery, listQuery, pagesQuery } from '../../src/store/neo4j/cypher/lists.js';
import type { Query } from '../../src/store/neo4j/cypher/Query.js';
import {
  countEventsQuery,
  countStatementsQuery,
  countsQuery,
  dealsThatNameQuery,
  edgesByIdQuery,
  edgesOfQuery,
  entitiesQuery,
  eventsQuery,
  listStatementsQuery,
  searchQuery,
  statementsByIdQuery,
  statementsOfQuery,
} from '../../src/store/neo4j/cypher/reads.js';
import {
  closeProposal,
  countAudit,
  countOpen,
  countProposals,
  createProposal,
  listAudit,
  listProposals,
  proposalById,
  proposalByKey,
  refuseProposal,
} from '../../src/store/neo4j/cypher/reviews.js';
import {
  claimImport,
  createGraph,
  dropImport,
  finishRevision,
  graphQuery,
  holdLane,
  keepImport,
  lockGraph,
  markHalfWritten,
  revisionByKey,
  revisionByMark,
  revisionQuery,
  revisionsSince,
  sizeQuery,
} from '../../src/store/neo4j/cypher/revisions.js';
import {
  namesSince,
  putEdges,
  putEntities,
  putEvents,
  putRedirects,
  putStatements,
  recordsSince,
  redirectsSince,
  removeRedirects,
  removeRows,
  SORTS,
} from '../../src/store/neo4j/cypher/writes.js';
import { DIRECTIONS, FACETED } from '../../src/store/neo4j/nodeProperties.js';
import { AT, IN, OUT } from '../conformance/harness.js';

export type NamedQuery = readonly [name: string, query: Query];

const IDS: readonly EntityId[] = ['company:a', 'company:b', 'deal:c'];
const PAGES: readonly PageRequest[] = [
  { first: 20, after: '0a' },
  { last: 20, before: '0z' },
];
/** In lists by number. */
const PLACES: readonly PageRequest[] = [{ first: 20 }, { first: 20, after: '7' }, { last: 20, before: '3' }];
const TO_GO: readonly PageRequest[] = [...PAGES, { first: 100 }];

const VALUES: Readonly<Record<FieldType, FilterValue>> = {
  id: 'country:US',
  ids: 'company:a',
  enum: 'gpu',
  enums: 'foundry',
  text: 'a',
  number: 5,
  boolean: true,
  date: '2025',
  period: '2025-01-01',
};

/** Lists and counts: every order both ways, and every condition alone and joined to others. */
export function* listQueries(): Generator<NamedQuery> {
  for (const kind of ENTITY_KINDS) {
    for (const field of orderableFields(kind)) {
      for (const direction of DIRECTIONS) {
        for (const page of PAGES) {
          const name = `list ${kind} by ${field} ${direction} ${JSON.stringify(page)}`;
          yield [name, pagesQuery(kind, { field, direction }, [page, page])];
        }
      }
    }
    for (const filter of filtersOf(kind)) {
      const name = `${kind} ${JSON.stringify(filter)}`;
      const [page = { first: 1 }] = PAGES;
      yield [`list ${name}`, listQuery({ kind, filter, orderBy: { field: 'name', direction: 'DESC' }, page })];
      yield [`count ${name}`, countQuery(kind, conditionOf(kind, filter))];
    }
  }
}

/** Of deals, which have every type of field, each operator of each type; of other kinds one for each type; and some joined. */
function filtersOf(kind: EntityKind): readonly Filter[] {
  const byType = new Map(
    [...fieldsOf(kind).values()].filter(({ name }) => name !== 'id').map((field) => [field.type, field]),
  );
  const fields = [...byType.values()];
  const alone = fields.flatMap((field) =>
    OPERATORS[field.type].slice(0, kind === 'deal' ? 10 : 1).map((op) => compare(field, op)),
  );
  const ids: Filter = { field: 'id', op: 'in', value: [`${kind}:a`, `${kind}:b`] };
  const [one = ids, other = ids] = [fields.find(({ type }) => FACETED.has(type)), fields[0]].map(
    (field) => field && compare(field, OPERATORS[field.type][0] ?? 'eq'),
  );
  return [...alone, ids, { and: [one, other] }, { or: [one, other] }, { and: [other, { not: one }, ids] }];
}

function compare({ name: field, type }: Field, op: FilterOp): Filter {
  if (op === 'isKnown') return { field, op, value: true };
  const value = VALUES[type];
  if (op !== 'in') return { field, op, value };
  return { field, op, value: typeof value === 'number' ? [value] : [String(value)] };
}

/** Every other read of the port. */
export function* recordQueries(): Generator<NamedQuery> {
  yield ['entities', entitiesQuery(IDS)];
  yield ['statements', statementsByIdQuery(IDS)];
  yield ['edges', edgesByIdQuery(IDS)];
  yield ['counts', countsQuery()];
  for (const end of ['subjectId', 'objectId'] as const) {
    for (const property of [null, 'party'])
      yield [`statements by ${end}, ${property}`, statementsOfQuery(end, IDS, property, AT)];
  }
  yield ['deals that name', dealsThatNameQuery(IDS, ['supersedes', 'nested_in'], AT)];
  for (const query of [OUT, IN]) yield [`edges ${query.direction}`, edgesOfQuery(IDS, query, AT, 50)];
  const conditions = {
    confidence: 'confirmed',
    publishersMax: 1,
    conflicting: true,
    subjectNameContains: 'a',
  } as const;
  for (const subjects of [null, IDS]) {
    for (const property of [null, 'party']) {
      for (const rest of [{}, conditions]) {
        const query = { ...ANY_STATEMENT, subjects, property, ...rest };
        for (const page of TO_GO) yield [`list ${JSON.stringify([query, page])}`, listStatementsQuery(query, AT, page)];
        yield [`count ${JSON.stringify(query)}`, countStatementsQuery(query, AT)];
      }
    }
  }
  const span = { since: '2025-01-01T00:00:00Z', knownAt: AT.knownAt };
  for (const page of TO_GO) yield [`changes ${JSON.stringify(page)}`, changesQuery(span, page)];
  yield ['count changes', countChangesQuery(span)];
  const range = { from: '2025-01-01', to: null };
  for (const groups of [[null], [IDS], [[], IDS, null]]) {
    for (const page of TO_GO)
      yield [`events of ${JSON.stringify([groups, page])}`, eventsQuery(groups, range, AT, page)];
    yield [`count events of ${JSON.stringify(groups)}`, countEventsQuery(groups, range, AT)];
  }
  yield ['search', searchQuery(['searchTerms:a*'], 2_000)];
}

/** What follows a graph and keeps its books. Reads of everything that there is (`recordsSince(…, 0)`, `hashesQuery`, `wholeRows`, `cypher/drift.ts`) scan, as they must. */
export function* revisionQueries(): Generator<NamedQuery> {
  yield ['graph', graphQuery()];
  yield ['revision', revisionQuery()];
  yield ['revision by key', revisionByKey('key')];
  yield ['revision by mark', revisionByMark('mark', 3)];
  yield ['revisions since', revisionsSince(3)];
  yield ['redirects since', redirectsSince(3)];
  for (const sort of SORTS) yield [`${sort} since`, recordsSince(sort, 3)];
  yield ['names since', namesSince(3)];
  yield ['size', sizeQuery()];
  yield ['create graph', createGraph(1)];
  yield ['lock', lockGraph()];
  yield ['claim import', claimImport('token', 1000)];
  yield ['keep import', keepImport('token', 1000)];
  yield ['hold lane', holdLane('token', 'lane 1')];
  yield ['mark half written', markHalfWritten('import', null)];
  yield ['drop import', dropImport('token', true)];
  const removed = { removedEntities: [], removedStatements: [], removedEdges: [], removedEvents: [] };
  const revision = { number: 2, at: '', author: '', reason: '', key: null, mark: 'mark', touchedIds: [], summary: '' };
  const audit = { at: '', action: '', edit: '', name: '', role: '', how: '', requestId: null, author: '', reason: '' };
  const entry = { ...audit, touchedIds: [], revision: 2, proposal: null, proposedBy: null };
  yield ['finish revision', finishRevision({ ...revision, ...removed, whole: false }, {}, entry)];
  yield ['create proposal', createProposal({ id: 'proposal:a' }, entry)];
  yield ['refuse proposal', refuseProposal('proposal:a', { status: 'REFUSED' }, entry)];
  yield ['close proposal', closeProposal('proposal:a', { status: 'APPROVED' })];
  yield ['proposal by id', proposalById('proposal:a')];
  yield ['proposal by key', proposalByKey('key')];
  yield ['count open proposals', countOpen('ada')];
  for (const filter of [
    { status: null, by: null },
    { status: 'OPEN', by: 'ada' },
  ] as const) {
    for (const page of PLACES) yield [`proposals ${JSON.stringify([filter, page])}`, listProposals(filter, page)];
    yield [`count proposals ${JSON.stringify(filter)}`, countProposals(filter)];
  }
  for (const filter of [
    { author: null, since: null },
    { author: 'ada', since: '2026-01-01T00:00:00.000Z' },
  ]) {
    for (const page of PLACES) yield [`audit ${JSON.stringify([filter, page])}`, listAudit(filter, page)];
    yield [`count audit ${JSON.stringify(filter)}`, countAudit(filter)];
  }
}

/** Every write of rows. */
export function* writeQueries(): Generator<NamedQuery> {
  const rows = ['company:a', 'company:b'].map((id) => {
    return {
      properties: { id },
      links: { subject: id, object: id, from: id, to: id, cites: [id], facets: [id], entities: [id], keys: [id] },
    };
  });
  for (const put of ['new', 'replaced'] as const) {
    for (const kind of ENTITY_KINDS) yield [`put ${put} ${kind}`, putEntities(kind, put, rows)];
    yield [`put ${put} statements`, putStatements(put, rows)];
    yield [`put ${put} events`, putEvents(put, rows)];
  }
  yield ['put statements by node', putStatements('new', rows, 'node')];
  yield ['put edges', putEdges(rows)];
  yield ['put edges by node', putEdges(rows, 'node')];
  yield ['put redirects', putRedirects([{ id: 'company:a', into: 'company:b', rev: 1 }])];
  yield ['remove redirects', removeRedirects(['company:a'])];
  for (const sort of SORTS) yield [`remove ${sort}`, removeRows(sort, IDS)];
}
