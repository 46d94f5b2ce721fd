import type { Query } from './Query.js';
import type { AuditRow } from './reviews.js';

/** The one node that says what graph this is. */
export const GRAPH = "(g:Graph {id: 'graph'})";

/** What an import keeps of itself there as long as it is not finished. */
const IMPORT = 'g.importToken, g.importUntilMs, g.halfWrittenBy, g.largeWrite';

/**
 * Whether an import holds the graph and shows signs of life. By the database's clock: those of the programs may differ. One
 * that has died keeps nobody out; if it has not, its next transaction finds its token gone, which every write takes away.
 */
export const IS_IMPORTING = 'g.importToken IS NOT NULL AND coalesce(g.importUntilMs >= timestamp(), false)';

const TOLD = `g {.*, isImporting: ${IS_IMPORTING}}`;

export function graphQuery(): Query {
  return { text: `MATCH ${GRAPH} RETURN ${TOLD} AS graph`, parameters: {} };
}

/**
 * The revision that is committed, and what has written only a part of a later one. `isSettled`: no later one is being
 * committed, of which some rows may show already.
 */
export function revisionQuery(): Query {
  const text = `MATCH ${GRAPH} OPTIONAL MATCH ${COMING}
RETURN g.revision AS revision, g.halfWrittenBy AS halfWrittenBy, ${IS_SETTLED} AS isSettled`;
  return { text, parameters: {} };
}

/**
 * The same with a column `revision`: the one that was committed when all rows had been read; null while a later one is being
 * committed or only a part of one is written. A statement has no snapshot, so what its rows hold is of that revision or an
 * earlier one. Its last clause must be the `RETURN` of its rows, and must aggregate, so that nothing is read between them.
 */
export function withRevision({ text, parameters }: Query): Query {
  const end = text.lastIndexOf('RETURN ');
  const rows = text.slice(end + 'RETURN '.length);
  return { text: `${text.slice(0, end)}WITH ${rows}\nCALL (*) { ${COMMITTED} } RETURN *`, parameters };
}

/**
 * Where whoever is about to commit a revision says so: not on the graph's own node, which is locked by then. It is no lane,
 * but their ids are unique as its own must be.
 */
const COMING = "(c:Lane {id: 'coming'})";

/** A commit shows bit by bit, its rows perhaps before its number; what was said of it before shows whole. */
const IS_SETTLED = '(c.revision IS NULL OR c.revision <= g.revision)';

const COMMITTED = `MATCH ${GRAPH} OPTIONAL MATCH ${COMING}
  RETURN CASE WHEN g.halfWrittenBy IS NULL AND ${IS_SETTLED} THEN g.revision END AS revision`;

/** Says that a revision is about to be committed. What is said too late, of an earlier one, changes nothing. */
export function announceRevision(revision: number): Query {
  const text = `MERGE ${COMING} WITH c WHERE coalesce(c.revision, 0) < $revision SET c.revision = $revision`;
  return { text, parameters: { revision } };
}

/** Takes back what was said of a revision that was never committed. For the holder of the graph's lock: nobody else commits. */
export function forgetAnnounced(): Query {
  return { text: `MATCH ${GRAPH} MATCH ${COMING} WHERE c.revision > g.revision REMOVE c.revision`, parameters: {} };
}

/** Makes the node where there is none, and the locks of an import's transactions. */
export function createGraph(schemaVersion: number): Query {
  return {
    text: `MERGE ${GRAPH} ON CREATE SET g.revision = 0, g.schemaVersion = $schemaVersion, g.digest = '0'
WITH g UNWIND $lanes AS id MERGE (:Lane {id: id})`,
    parameters: { schemaVersion, lanes: LANES },
  };
}

/**
 * The transactions of one import that may write at once, by the node that each locks. Whoever takes the import over locks
 * all of them first: until then none loses the import while it writes.
 */
export const LANES = ['lane 1', 'lane 2'] as const;
export type Lane = (typeof LANES)[number];

/**
 * Takes the lock that makes writes serial, then reads. Writing first matters: who reads the number first and sets it then
 * loses increments.
 */
export function lockGraph(): Query {
  return { text: `MATCH ${GRAPH} SET g.lock = true WITH g RETURN ${TOLD} AS graph`, parameters: {} };
}

/** Takes or keeps the import for the holder of a token, unless another holds it still. No row: another does. */
export function claimImport(token: string, forMs: number): Query {
  return {
    text: `MATCH ${GRAPH} SET g.lock = true
WITH g WHERE g.importToken = $token OR NOT (${IS_IMPORTING})
CALL () { MATCH (l:Lane) WHERE l.id IN $lanes SET l.lock = true }
SET g.importToken = $token, g.importUntilMs = timestamp() + toInteger($forMs)
RETURN g.revision AS revision`,
    parameters: { token, forMs, lanes: LANES },
  };
}

/** Keeps the import. No row: another took it. */
export function keepImport(token: string, forMs: number): Query {
  return {
    text: `MATCH ${GRAPH} SET g.lock = true WITH g WHERE g.importToken = $token
SET g.importUntilMs = timestamp() + toInteger($forMs) RETURN g.revision AS revision`,
    parameters: { token, forMs },
  };
}

/** Whether the import is still held by the token, which stays so until this transaction ends. No row: another took it. */
export function holdLane(token: string, lane: Lane): Query {
  return {
    text: `MATCH (l:Lane {id: $lane}) SET l.lock = true
WITH l MATCH ${GRAPH} WHERE g.importToken = $token RETURN g.revision AS revision`,
    parameters: { token, lane },
  };
}

/** From now on the graph is neither of its revision nor of the next one. `largeWrite`: what is written, where it is one. */
export function markHalfWritten(work: string, largeWrite: string | null): Query {
  return {
    text: `MATCH ${GRAPH} SET g.halfWrittenBy = $work, g.largeWrite = $largeWrite`,
    parameters: { work, largeWrite },
  };
}

/** Gives the import back, having changed nothing. `isWhole`: the graph was found to be as it should be. */
export function dropImport(token: string, isWhole: boolean): Query {
  return {
    text: `MATCH ${GRAPH} WHERE g.importToken = $token
REMOVE ${isWhole ? IMPORT : 'g.importToken, g.importUntilMs'}`,
    parameters: { token },
  };
}

export interface RevisionRow {
  readonly number: number;
  readonly at: string;
  readonly author: string;
  readonly reason: string;
  readonly key: string | null;
  /** Of the one call that made it. */
  readonly mark: string;
  readonly touchedIds: readonly string[];
  readonly summary: string;
  /** Everything may have changed: who follows reads all anew. */
  readonly whole: boolean;
  readonly removedEntities: readonly string[];
  readonly removedStatements: readonly string[];
  readonly removedEdges: readonly string[];
  readonly removedEvents: readonly string[];
}

/** Ends a write: counts it, keeps who made it and why, also in the audit trail, and what the graph is now. */
export function finishRevision(
  revision: RevisionRow,
  graph: Readonly<Record<string, unknown>>,
  audit: AuditRow,
): Query {
  return {
    text: `MATCH ${GRAPH} SET g += $graph, g.revision = $revision.number, g.audits = coalesce(g.audits, 0) + 1 REMOVE ${IMPORT}
CREATE (r:Revision) SET r = $revision
CREATE (a:Audit) SET a = $audit, a.number = g.audits`,
    parameters: { revision, graph, audit },
  };
}

export function revisionByKey(key: string): Query {
  return { text: 'MATCH (r:Revision {key: $key}) RETURN properties(r) AS revision', parameters: { key } };
}

/** The revision that a call has made since it began. */
export function revisionByMark(mark: string, since: number): Query {
  return {
    text: 'MATCH (r:Revision) WHERE r.number > $since AND r.mark = $mark RETURN properties(r) AS revision',
    parameters: { mark, since },
  };
}

/** The revisions after one, in their order. */
export function revisionsSince(revision: number): Query {
  return {
    text: 'MATCH (r:Revision) WHERE r.number > $revision RETURN properties(r) AS revision ORDER BY r.number',
    parameters: { revision },
  };
}

/** How many rows of each sort there are, which the database keeps. */
export function sizeQuery(): Query {
  return {
    text: `RETURN COUNT { (:Entity) } AS entities, COUNT { (:Statement) } AS statements,
  COUNT { ()-[:DEPENDS_ON]->() } AS edges, COUNT { (:Event) } AS events`,
    parameters: {},
  };
}
