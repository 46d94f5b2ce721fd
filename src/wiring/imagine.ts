import type { Change } from '../model/change.js';
import type { Dataset } from '../model/dataset.js';
import type { EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import { type Decided, decideScenario } from '../seeding/decideScenario.js';
import { hypotheticalSource } from '../seeding/hypotheticalSource.js';
import type { RowsAround } from '../seeding/RowsAround.js';
import type { GraphStore } from '../store/GraphStore.js';
import { MemoryStore } from '../store/memory/MemoryStore.js';
import { type Differing, OverlayStore } from '../store/memory/OverlayStore.js';
import type { Imagine } from '../store/Scenario.js';

/** The graph as a scenario would make it: the store, with what follows from the scenario laid over it. */
export const imagine: Imagine = async (store, scenario, at) => {
  const decided = await decideScenario(store, scenario, at);
  const { added, removed, created, gone } = decided.plan;
  const edges = decided.change.edges.put.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= at.asOf) && (validTo === null || at.asOf <= validTo),
  );
  const opened = edges.filter(({ knownTo }) => knownTo === null).length;
  return {
    store: await laidOver(store, decided, at),
    added,
    removed,
    created,
    gone,
    dependenciesAdded: opened,
    dependenciesRemoved: edges.length - opened,
  };
};

/** The store with a change laid over it that was decided on at that time. */
export async function laidOver(
  store: GraphStore,
  { change, around }: Omit<Decided<unknown>, 'plan'>,
  at: TimeSlice,
): Promise<GraphStore> {
  const source = hypotheticalSource(at.asOf);
  let rows = differing(change, around, source);
  // What lists of the changed rows read besides.
  while (await around.readMissing()) rows = differing(change, around, source);
  return new OverlayStore(store, rows);
}

function differing(change: Change, around: RowsAround, source: EntityRecord): Differing {
  const { meta, redirects } = around;
  const old = <T extends { readonly id: string }>(
    rows: { readonly put: readonly T[]; readonly removed: readonly string[] },
    get: (id: string) => T | undefined,
  ): readonly T[] => [...rows.put.map(({ id }) => id), ...rows.removed].flatMap((id) => get(id) ?? []);

  const { entities, statements, events, edges } = change;
  // Claims are listed by the names of what they are about, and events by how well the claims behind them are known.
  const behind = new Map<string, StatementRecord>();
  const eventsBefore = old(events, (id) => around.event(id));
  for (const event of [...eventsBefore, ...events.put]) {
    for (const id of event.statementIds) {
      const claim = around.statements.get(id);
      if (claim) behind.set(id, claim);
    }
  }
  const claimsBefore = byId([...behind.values(), ...old(statements, (id) => around.statements.get(id))]);
  const claimsAfter = byId([...behind.values(), ...statements.put]);
  const subjects = new Set<EntityId>([...claimsBefore, ...claimsAfter].map(({ subject }) => subject));
  const named = [...subjects].flatMap((id) => around.entities.get(id) ?? []);
  const gone = new Set<string>(entities.removed);
  const recordsBefore = byId([...named, ...old(entities, (id) => around.entities.get(id))]);
  const recordsAfter = byId([...named, ...entities.put, source]).filter(({ id }) => !gone.has(id));
  const edgesBefore = old(edges, (id) => around.edge(id));
  const rowsOf = (rows: Omit<Dataset, 'meta' | 'redirects'>): Dataset => ({ meta, redirects, ...rows });
  const before = rowsOf({
    entities: recordsBefore,
    statements: claimsBefore,
    edges: edgesBefore,
    events: eventsBefore,
  });
  const after = rowsOf({
    entities: recordsAfter,
    statements: claimsAfter,
    edges: edges.put,
    events: events.put,
  });
  const ids = [before, after].flatMap((rows) =>
    [rows.entities, rows.statements, rows.edges, rows.events].flatMap((list) => list.map(({ id }) => id)),
  );
  return {
    before: new MemoryStore(before),
    after: new MemoryStore(after),
    hidden: new Set<string>(ids),
    edges: { gone: edgesBefore, come: edges.put },
  };
}

/** Each once, the last of each id. */
function byId<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
