import { NO_LIMITS } from '../seeding/decideEdit.js';
import { Editor } from '../seeding/Editor.js';
import { FixedSource } from '../store/memory/FixedSource.js';
import { MemoryStore } from '../store/memory/MemoryStore.js';
import type { Database } from '../store/neo4j/Database.js';
import { readGraphState, servable } from '../store/neo4j/graphState.js';
import { ReadOnlyReviewer } from '../store/ReadOnlyReviewer.js';
import { againWhereOvertaken } from './againWhereOvertaken.js';
import type { OpenedGraph } from './OpenedGraph.js';
import { finishWrite, WholeLedger } from './WholeLedger.js';

/**
 * A graph in Neo4j for writes of any size by whoever may log in there; nothing but its description can be read. Finishes a
 * large write that was killed. Throws UNAVAILABLE.
 */
export async function openLargeWrites(database: Database, step: (what: string) => void): Promise<OpenedGraph> {
  await againWhereOvertaken(() => finishWrite(database, step));
  const { meta } = servable(await readGraphState(database));
  const none = { entities: [], redirects: new Map(), statements: [], edges: [], events: [] };
  return {
    source: new FixedSource(new MemoryStore({ meta, ...none })),
    editor: new Editor(new WholeLedger(database, step), NO_LIMITS),
    reviewer: new ReadOnlyReviewer(),
    notes: [],
  };
}
