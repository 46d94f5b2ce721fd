import neo4j, { Neo4jError } from 'neo4j-driver';
import { GraphError } from '../../model/errors.js';

const OUT_OF_MEMORY = /OutOfMemory|MemoryLimit|MemoryPool/i;
const TIMED_OUT = /TransactionTimedOut|LockClientStopped|TransactionTerminated|Terminated/;
/** Not one that this database gave, or one of a write that it has not got yet. */
const UNKNOWN_BOOKMARK = /InvalidBookmark/;
/** Of the driver's own errors the only one that is no mistake of ours; they have no codes. */
const NO_CONNECTION_FREE = /^Connection acquisition timed out/;
/** It can begin or commit nothing any more: its disk is full or broken. Until it is started again, after its disk is mended. */
const BROKEN = /^Neo\.DatabaseError\.(?:Transaction|General|Database)\./;
/** Of a statement that met many indexes which were filled at the same moment; told by no code of its own. */
const INDEXES_CHANGING = /^Could not compile query due to insanely frequent schema changes/;
const REFUSED = /^Neo\.ClientError\.Security\./;
const UNREACHABLE: ReadonlySet<string> = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
]);

/** The connection broke while it was committed, and did not come back in time to look. */
export class PerhapsWritten extends GraphError {
  constructor(message: string) {
    super('UNAVAILABLE', message);
  }
}

/** Whether the same statement may succeed if it is sent again. Never where it ran out of memory: it would again. */
export function isRetriable(error: unknown): boolean {
  if (!(error instanceof Neo4jError) || OUT_OF_MEMORY.test(error.code)) return false;
  return error.retriable || isUnplanned(error);
}

/** Whether the statement was not even begun, because so many indexes were ready at once; a moment later it will be. */
export function isUnplanned(error: unknown): boolean {
  return error instanceof Neo4jError && INDEXES_CHANGING.test(error.message);
}

/** Whether the database itself said so, and undid what it was doing; else the connection broke, and nobody knows. */
export function isToldByServer(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith('Neo.');
}

/** For whoever waited in vain. */
export function tookTooLong(): GraphError {
  return new GraphError('TIMEOUT', 'The request took too long, or its client left, before the graph had answered.');
}

/** What the driver says, in the model's words; errors that only a defect of ours can cause stay as they are. */
export function toGraphError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (OUT_OF_MEMORY.test(error.code)) {
    return new GraphError(
      'QUERY_TOO_EXPENSIVE',
      'The database ran out of memory for this question. Ask for less at once.',
    );
  }
  if (TIMED_OUT.test(error.code)) {
    return new GraphError('TIMEOUT', 'The request took too long before the graph had answered.');
  }
  if (UNKNOWN_BOOKMARK.test(error.code)) {
    return new GraphError(
      'BAD_USER_INPUT',
      'Expected bookmarks as the replies to writes on this graph gave them, but got one that the database does not know.',
    );
  }
  if (UNREACHABLE.has(error.code) || error.retriable) {
    return new GraphError('UNAVAILABLE', 'The graph database cannot be reached now. Try again later.');
  }
  if (NO_CONNECTION_FREE.test(error.message)) {
    return new GraphError('UNAVAILABLE', 'The graph database is asked too much at once. Try again later.');
  }
  if (INDEXES_CHANGING.test(error.message)) {
    return new GraphError('UNAVAILABLE', 'The graph database is filling its indexes. Try again in a moment.');
  }
  if (BROKEN.test(error.code)) {
    return new GraphError(
      'UNAVAILABLE',
      'The graph database has failed; its disk may be full. Whoever runs it finds the reason in its log.',
    );
  }
  if (REFUSED.test(error.code)) {
    return new GraphError(
      'UNAVAILABLE',
      'The graph database refuses NEO4J_USER with NEO4J_PASSWORD, or does not let this user do what is asked.',
    );
  }
  return error;
}
