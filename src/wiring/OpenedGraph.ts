import type { GraphEditor } from '../store/GraphEditor.js';
import type { GraphFigures } from '../store/GraphFigures.js';
import type { GraphReviewer } from '../store/GraphReviewer.js';
import type { GraphSource } from '../store/GraphSource.js';

/** A graph as the programs use it; whoever opened it closes the source. */
export interface OpenedGraph {
  readonly source: GraphSource;
  readonly editor: GraphEditor;
  readonly reviewer: GraphReviewer;
  /** Lines for whoever starts a server: where the graph is. */
  readonly notes: readonly string[];
  /** Undefined where there is no database. */
  readonly figures?: (() => GraphFigures) | undefined;
}
