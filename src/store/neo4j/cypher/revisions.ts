import type { Query } from './Query.js';

/** The one node that says what graph this is. */
const GRAPH = "(g:Graph {id: 'graph'})";

/** What an import keeps of itself there as long as it is not finished. */
const IMPORT = 'g.importToken, g.importWork, g.importUntilMs, g.largeWrite';

export function graphQuery(): Query {
  return { text: `MATCH ${GRAPH} RETURN properties(g) AS graph`, parameters: {} };
}

/** The revision that is committed, and whether an import is under way. */
export function revisionQuery(): Query {
  return { text: `MATCH ${GRAPH} RETURN g.revision AS revision, g.importToken AS importToken`, parameters: {} };
}

/** Makes the node where there is none. */
export function createGraph(schemaVersion: number): Query {
  return {
    text: `MERGE ${GRAPH} ON CREATE SET g.revision = 0, g.schemaVersion = $schemaVersion, g.digest = '0'`,
    parameters: { schemaVersion },
  };
}

/**
 * Takes the lock that makes writes serial, then reads. Writing first matters: who reads the number first and sets it then
 * loses increments.
 */
export function lockGraph(): Query {
  return { text: `MATCH ${GRAPH} SET g.lock = true WITH g RETURN properties(g) AS graph`, parameters: {} };
}

/**
 * Takes or keeps the import for the holder of a token, unless another holds it still. No row: another does. `unfinished`:
 * the work that another left half done.
 */
export function claimImport(
  { token, work }: { readonly token: string; readonly work: string },
  nowMs: number,
  untilMs: number,
): Query {
  return {
    text: `MATCH ${GRAPH} SET g.lock = true
WITH g, CASE WHEN g.importToken <> $token THEN coalesce(g.importWork, 'import') END AS unfinished
WHERE g.importToken IS NULL OR g.importToken = $token OR g.importUntilMs < $nowMs
SET g.importToken = $token, g.importWork = $work, g.importUntilMs = $untilMs
RETURN g.revision AS revision, unfinished`,
    parameters: { token, work, nowMs, untilMs },
  };
}

/** Keeps the import. No row: another took it. */
export function keepImport(token: string, untilMs: number): Query {
  return {
    text: `MATCH ${GRAPH} SET g.lock = true WITH g WHERE g.importToken = $token
SET g.importUntilMs = $untilMs RETURN g.revision AS revision`,
    parameters: { token, untilMs },
  };
}

/** Marks a large write as begun. No row: another took the import. */
export function beginLargeWrite(token: string, largeWrite: string): Query {
  return {
    text: `MATCH ${GRAPH} SET g.lock = true WITH g WHERE g.importToken = $token
SET g.largeWrite = $largeWrite RETURN g.revision AS revision`,
    parameters: { token, largeWrite },
  };
}

/** Gives the import back as the one before left it, having changed nothing: the next one may take it at once. */
export function leaveImport(token: string, work: string): Query {
  return {
    text: `MATCH ${GRAPH} WHERE g.importToken = $token SET g.importWork = $work, g.importUntilMs = 0`,
    parameters: { token, work },
  };
}

/** Gives the import back, having changed nothing. */
export function dropImport(token: string): Query {
  return {
    text: `MATCH ${GRAPH} WHERE g.importToken = $token REMOVE ${IMPORT}`,
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

/** Ends a write: counts it, keeps who made it and why, and what the graph is now. */
export function finishRevision(revision: RevisionRow, graph: Readonly<Record<string, unknown>>): Query {
  return {
    text: `MATCH ${GRAPH} SET g += $graph, g.revision = $revision.number REMOVE ${IMPORT}
CREATE (r:Revision) SET r = $revision`,
    parameters: { revision, graph },
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
