import { deriveAround } from '../derive/deriveNext.js';
import type { Change } from '../model/change.js';
import { GraphError } from '../model/errors.js';
import type { TimeSlice } from '../model/time.js';
import type { GraphStore } from '../store/GraphStore.js';
import type { Scenario } from '../store/Scenario.js';
import { hypotheticalSource } from './hypotheticalSource.js';
import { planScenario, type ScenarioPlan } from './planScenario.js';
import { RowsAround } from './RowsAround.js';

/** More steps than any rule looks around itself. */
const MOST_ROUNDS = 60;

export interface ScenarioDecision {
  readonly plan: ScenarioPlan;
  /** What follows from the scenario, at the time that is asked about. */
  readonly change: Change;
  /** The rows around it, as they are without it. */
  readonly around: RowsAround;
}

/**
 * Decides on a scenario like on a write, by the same checks and rules, of what is read from a store: it is decided again with
 * each round of rows until none is missing. Throws what {@link planScenario} does, QUERY_TOO_EXPENSIVE.
 */
export async function decideScenario(store: GraphStore, scenario: Scenario, at: TimeSlice): Promise<ScenarioDecision> {
  const around = new RowsAround(store, await store.meta(), at, [hypotheticalSource(at.asOf)]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const decide = decided(around, scenario, at);
    // What was decided, or went wrong, without rows that are there counts for nothing.
    if (!(await around.readMissing())) return decide();
  }
  throw new GraphError('QUERY_TOO_EXPENSIVE', `Expected a scenario that is read in ${MOST_ROUNDS} rounds.`);
}

/** The decision, or what it throws, when it is asked for. */
function decided(around: RowsAround, scenario: Scenario, at: TimeSlice): () => ScenarioDecision {
  try {
    const plan = planScenario(around, scenario, at);
    const decision = { plan, change: deriveAround(around, plan.change, at.knownAt), around };
    return () => decision;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
