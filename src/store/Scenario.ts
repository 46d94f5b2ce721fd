import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { StatementDraft } from './GraphEditor.js';
import type { GraphStore } from './GraphStore.js';

/** What if: facts that are taken to hold, and facts that are taken away, for one answer alone. */
export interface Scenario {
  readonly add: readonly Hypothesis[];
  /** Ids of statements, and of entities that go with all that is said of them. */
  readonly remove: readonly string[];
}

/** A new entity with what is said of it, or claims about one that is there. */
export interface Hypothesis {
  readonly id: EntityId;
  /** Of a new entity. */
  readonly name?: string | null | undefined;
  readonly statements: readonly HypotheticalClaim[];
}

/** A claim that needs no source: it is said on the day that is asked about. */
export type HypotheticalClaim = Omit<StatementDraft, 'subject' | 'sources'> & Partial<Pick<StatementDraft, 'sources'>>;

/** The graph as it would be. */
export interface Imagined {
  readonly store: GraphStore;
  /** Ids, ascending. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly created: readonly EntityId[];
  readonly gone: readonly EntityId[];
  /** How many dependencies follow, and how many no longer do, of those that hold at that time. */
  readonly dependenciesAdded: number;
  readonly dependenciesRemoved: number;
}

/**
 * Reads what lies around a scenario and gives the graph as it would be at that time; nothing is written. Throws
 * BAD_USER_INPUT with all problems at once, NOT_FOUND for an unknown id, CONFLICT for a claim that stands already or was
 * withdrawn, QUERY_TOO_EXPENSIVE where too much lies around it. Costs what it touches.
 */
export type Imagine = (store: GraphStore, scenario: Scenario, at: TimeSlice) => Promise<Imagined>;
