import { orderableFields } from '../../../model/fields.js';
import { ENTITY_KINDS } from '../../../model/ids.js';
import { DIRECTIONS, LABELS, orderProperty } from '../nodeProperties.js';
import { TEXT_PROPERTIES } from './condition.js';
import type { Query } from './Query.js';
import { SORTS, type Sort } from './writes.js';

/** A constraint or index, by the name under which the database keeps it. */
export interface SchemaItem {
  readonly name: string;
  readonly query: Query;
  /** A constraint: it fills its index before it answers. */
  readonly isUnique: boolean;
}

/** What links find their ends by; there before anything is written. */
export const CONSTRAINTS: readonly SchemaItem[] = [
  ['graph', 'Graph', 'id'],
  ['lane_id', 'Lane', 'id'],
  ['entity_id', 'Entity', 'id'],
  ['facet_id', 'Facet', 'id'],
  ['redirect_id', 'Redirect', 'id'],
  ['revision_number', 'Revision', 'number'],
  ['revision_key', 'Revision', 'key'],
  ['proposal_id', 'Proposal', 'id'],
  ['proposal_key', 'Proposal', 'key'],
  ['proposal_number', 'Proposal', 'number'],
  ['audit_number', 'Audit', 'number'],
].map(([name = '', label = '', property = '']) => unique(name, label, property));

const STATEMENT_INDEXES: readonly SchemaItem[] = [
  unique('statement_id', 'Statement', 'id'),
  nodeIndex('statement_rev', 'Statement', 'rev'),
  nodeIndex('statement_key', 'Statement', 'key'),
  nodeIndex('statement_subject', 'Statement', 'subjectId', 'key'),
  nodeIndex('statement_object', 'Statement', 'objectId', 'key'),
  nodeIndex('statement_object_property_key', 'Statement', 'objectId', 'property', 'key'),
  nodeIndex('statement_property', 'Statement', 'property', 'key'),
  nodeIndex('statement_added', 'Statement', 'addedKey'),
  nodeIndex('statement_withdrawn', 'Statement', 'withdrawnKey'),
  nodeIndex('statement_claim_added', 'Statement', 'claim', 'addedKey'),
  nodeIndex('statement_claim_withdrawn', 'Statement', 'claim', 'withdrawnKey'),
];

const ENTITY_INDEXES: readonly SchemaItem[] = [
  nodeIndex('entity_rev', 'Entity', 'rev'),
  ...ENTITY_KINDS.flatMap((kind) =>
    orderableFields(kind).flatMap((field) =>
      DIRECTIONS.map((direction) => {
        const property = orderProperty(field, direction);
        return nodeIndex(`${kind}_${property}`, LABELS[kind], property);
      }),
    ),
  ),
  ...TEXT_PROPERTIES.map((property) => ({
    name: `entity_${property}`,
    query: statement(`CREATE TEXT INDEX entity_${property} IF NOT EXISTS FOR (n:Entity) ON (n.${property})`),
    isUnique: false,
  })),
  {
    name: 'entity_names',
    query: statement(`CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchTerms, n.kind]
     OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'whitespace' } }`),
    isUnique: false,
  },
];

/** What reads of a sort of row walk along. Made when its rows are there: filling an index at once is faster than row by row. */
export const INDEXES_OF: Readonly<Record<Sort, readonly SchemaItem[]>> = {
  entities: ENTITY_INDEXES,
  statements: STATEMENT_INDEXES,
  edges: ['id', 'outKey', 'inKey', 'rev'].map((property) => relationshipIndex('DEPENDS_ON', property)),
  events: [
    unique('event_id', 'Event', 'id'),
    nodeIndex('event_rev', 'Event', 'rev'),
    nodeIndex('event_key', 'Event', 'key'),
    relationshipIndex('INVOLVES', 'key'),
  ],
};

export const INDEXES: readonly SchemaItem[] = [
  ...SORTS.flatMap((sort) => INDEXES_OF[sort]),
  nodeIndex('redirect_rev', 'Redirect', 'rev'),
  nodeIndex('proposal_by', 'Proposal', 'by', 'status'),
];

/** After large writes: plans follow the data as it is now. */
export const REFRESH_STATISTICS: readonly Query[] = [
  statement('CALL db.resampleOutdatedIndexes()'),
  statement('CALL db.prepareForReplanning(30)'),
];

function unique(name: string, label: string, property: string): SchemaItem {
  const query = `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
  return { name, query: statement(query), isUnique: true };
}

export function awaitIndexes(): Query {
  return statement('CALL db.awaitIndexes(600)');
}

export function indexNames(): Query {
  return statement('SHOW INDEXES YIELD name');
}

function nodeIndex(name: string, label: string, ...properties: readonly string[]): SchemaItem {
  const on = properties.map((property) => `n.${property}`).join(', ');
  return { name, query: statement(`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${on})`), isUnique: false };
}

function relationshipIndex(type: string, property: string): SchemaItem {
  const name = `${type.toLowerCase()}_${property}`;
  return {
    name,
    query: statement(`CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})`),
    isUnique: false,
  };
}

function statement(text: string): Query {
  return { text, parameters: {} };
}
