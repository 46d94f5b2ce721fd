/** What a graph's store has done since the start, and how it stands now, for whoever watches the server. */
export interface GraphFigures {
  /** Statements that were sent to the database, tries again included. */
  readonly statements: number;
  /** How long they took together, in milliseconds. */
  readonly statementMs: number;
  /** Tries that failed. */
  readonly failedStatements: number;
  /** Connections in use and how many there may be at most. */
  readonly connections: { readonly inUse: number; readonly most: number };
  /** Calls that may share statements with those of other requests, and the statements that they took. */
  readonly coalesced: { readonly calls: number; readonly statements: number };
  /** Entities that were found among those read before, and that were not. */
  readonly records: { readonly hits: number; readonly misses: number };
  /** Since the database last said that what is served is its newest revision, in milliseconds. */
  readonly lagMs: number;
}
