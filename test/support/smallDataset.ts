import type { Dataset, DatasetMeta } from '../../src/model/dataset.js';
import type { Edge } from '../../src/model/edge.js';
import type { EntityRecord } from '../../src/model/entity.js';
import type { GraphEvent } from '../../src/model/event.js';
import { hash64 } from '../../src/model/hash.js';
import type { EntityId } from '../../src/model/ids.js';
import type { StatementRecord } from '../../src/model/statement.js';
import { bareRecord } from './records.js';

/** When everything in a small dataset became known, unless the test says otherwise. */
export const RECORDED = '2026-10-01T00:00:00Z';
/** The only source in a small dataset, unless the test names others. */
export const SOURCE: EntityId = 'source:s1';

export type StatementSpec = Partial<StatementRecord> & Pick<StatementRecord, 'subject' | 'property'>;
export type EdgeSpec = Partial<Edge> & Pick<Edge, 'from' | 'to' | 'kind'>;
export type EventSpec = Partial<GraphEvent> & Pick<GraphEvent, 'date' | 'entities'>;

export interface SmallDataset {
  readonly entities?: readonly EntityRecord[];
  readonly statements?: readonly StatementSpec[];
  readonly edges?: readonly EdgeSpec[];
  readonly events?: readonly EventSpec[];
  /** From the old id to the id that it was merged into. */
  readonly redirects?: readonly (readonly [EntityId, EntityId])[];
  readonly meta?: Partial<DatasetMeta>;
}

/**
 * A dataset of just what the test names: everything else is a default, and entities that are only mentioned (by a
 * statement, edge, event or source list) are added as bare records. With nothing named it is empty.
 */
export function smallDataset(spec: SmallDataset = {}): Dataset {
  const statements = (spec.statements ?? []).map((one, order) => statement({ order, ...one }));
  const edges = (spec.edges ?? []).map(edge);
  const events = (spec.events ?? []).map(event);
  const redirects = new Map(spec.redirects);
  const entities = new Map((spec.entities ?? []).map((record) => [record.id, record]));
  const mention = (id: EntityId | null) => {
    if (id !== null && !entities.has(id) && !redirects.has(id)) entities.set(id, bareRecord(id));
  };
  for (const s of statements) [s.subject, s.object, ...s.sources].forEach(mention);
  for (const e of edges) [e.from, e.to, e.deal].forEach(mention);
  for (const e of events) [...e.entities, ...e.sources].forEach(mention);
  return { meta: { ...META, ...spec.meta }, entities: [...entities.values()], redirects, statements, edges, events };
}

/** A confirmed statement said in 2025, best and undisputed. */
export function statement(spec: StatementSpec): StatementRecord {
  const content = {
    scope: null,
    value: null,
    object: null,
    unit: null,
    qualifier: 'exact',
    validFrom: null,
    validTo: null,
    saidOn: '2025-01-01',
    refersTo: null,
    recordedAt: RECORDED,
    retractedAt: null,
    confidence: 'confirmed',
    sources: [SOURCE],
    note: null,
    order: 0,
    best: true,
    conflicting: false,
    publishers: 1,
    ...spec,
  } as const;
  return { id: `statement:${hash64(JSON.stringify(content))}`, ...content };
}

/** A confirmed edge that always holds. */
export function edge(spec: EdgeSpec): Edge {
  const content = {
    rule: 'test',
    validFrom: null,
    validTo: null,
    startUnknown: false,
    knownFrom: RECORDED,
    knownTo: null,
    prospective: false,
    confidence: 'confirmed',
    sharePercent: null,
    deal: null,
    statementIds: [],
    ...spec,
  } as const;
  return { id: `edge:${hash64(JSON.stringify(content))}`, ...content };
}

/** An announcement, said on 2025-01-01. */
export function event(spec: EventSpec): GraphEvent {
  const content = {
    kind: 'DEAL_ANNOUNCED',
    saidOn: '2025-01-01',
    title: 'Something happened',
    sources: [SOURCE],
    statementIds: [],
    knownFrom: RECORDED,
    knownTo: null,
    ...spec,
  } as const;
  return { id: `event:${hash64(JSON.stringify(content))}`, ...content };
}

const META: DatasetMeta = {
  title: 'Small dataset',
  release: '2026.09',
  revision: 1,
  firstRecordedAt: RECORDED,
  releasedAt: RECORDED,
  dataThrough: '2026-09-30',
  licences: [{ licence: 'CC-BY-4.0', covers: 'everything' }],
  citation: { text: 'Small dataset, release 2026.09.', bibtex: '@misc{small}' },
  rates: [],
  packs: [],
};
