import { createProgram } from '../../src/cli/createProgram.js';
import { createGraph, type Graph } from '../../src/cli/Graph.js';
import { materialiseAt } from '../../src/derive/materialiseAt.js';
import { ANONYMOUS } from '../../src/model/caller.js';
import { buildSchema } from '../../src/resolvers/index.js';
import { createExecutor } from '../../src/server/createExecutor.js';
import { ANYONE } from '../../src/server/WriteAccess.js';
import type { GraphStore } from '../../src/store/GraphStore.js';
import { FixedSource } from '../../src/store/memory/FixedSource.js';
import { ReadOnlyEditor } from '../../src/store/ReadOnlyEditor.js';
import { imagine } from '../../src/wiring/imagine.js';

const NOW = new Date('2026-12-01T00:00:00Z');

/** What a command prints, without a process of its own. Rejects as the command does. */
export type Aigraph = (...args: readonly string[]) => Promise<string>;

/** `aigraph` over a store that is loaded once for all questions. */
export function aigraphOver(store: GraphStore): Aigraph {
  const parts = {
    source: new FixedSource(store),
    editor: new ReadOnlyEditor(),
    materialiseAt,
    imagine,
    now: () => NOW,
  };
  const graph = createGraph(buildSchema(), createExecutor({ ...parts, access: ANYONE }), ANONYMOUS);
  return async (...args) => {
    const printed: string[] = [];
    await createProgram(surroundingsOf(graph, printed)).parseAsync(['node', 'aigraph', ...args]);
    return printed.join('');
  };
}

function surroundingsOf(graph: Graph, printed: string[]) {
  const notHere = () => Promise.reject(new Error('This command needs a database.'));
  return {
    openGraph: () => Promise.resolve(graph),
    importGraph: notHere,
    rederiveGraph: notHere,
    withLargeWrites: notHere,
    exportGraph: notHere,
    makeSnapshot: notHere,
    environment: {},
    print: (text: string) => printed.push(`${text}\n`),
  };
}
