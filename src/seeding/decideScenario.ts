import { deriveAround } from '../derive/deriveNext.js';
import type { Change, FactChange } from '../model/change.js';
import { GraphError } from '../model/errors.js';
import type { Statement } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import type { GraphStore } from '../store/GraphStore.js';
import type { Scenario } from '../store/Scenario.js';
import { hypotheticalSource } from './hypotheticalSource.js';
import { planScenario, type ScenarioPlan } from './planScenario.js';
import { RowsAround } from './RowsAround.js';

/** More steps than any rule looks around itself. */
const MOST_ROUNDS = 60;

/** What was planned, with all that follows from it at the time that is asked about. */
export interface Decided<P> {
  readonly plan: P;
  readonly change: Change;
  /** The rows around it, as they are without it. */
  readonly around: RowsAround;
}

/** Throws what {@link planScenario} does, QUERY_TOO_EXPENSIVE. */
export function decideScenario(store: GraphStore, scenario: Scenario, at: TimeSlice): Promise<Decided<ScenarioPlan>> {
  return decideAround(store, at, (around) => planScenario(around, scenario, at));
}

/**
 * Decides on a change like on a write, by the same rules, of what is read from a store: it is planned and derived again with
 * each round of rows until none is missing. `plan` must be pure. Throws what it throws, QUERY_TOO_EXPENSIVE.
 */
export async function decideAround<P extends { readonly change: FactChange }>(
  store: GraphStore,
  at: TimeSlice,
  plan: (around: RowsAround) => P,
): Promise<Decided<P>> {
  const around = new RowsAround(store, await store.meta(), at, [hypotheticalSource(at.asOf)]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const decided = attempt(() => {
      const planned = plan(around);
      for (const id of planned.change.added.flatMap(idsNamed)) around.lookUp(id);
      return { plan: planned, change: deriveAround(around, planned.change, at.knownAt), around };
    });
    // What was decided, or went wrong, without rows that are there counts for nothing.
    if (!(await around.readMissing())) return decided();
  }
  throw new GraphError('QUERY_TOO_EXPENSIVE', `Expected a scenario that is read in ${MOST_ROUNDS} rounds.`);
}

/** What a claim names, of which any may have been merged. */
function idsNamed({ subject, object, scope, sources }: Statement): readonly string[] {
  return [subject, ...sources, ...(object === null ? [] : [object]), ...(scope === null ? [] : [scope])];
}

/** Runs it now; what it gives or throws comes when it is asked for. */
function attempt<T>(work: () => T): () => T {
  try {
    const done = work();
    return () => done;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
