import type { ContextOptions } from '../resolvers/context.js';
import type { GraphEditor } from '../store/GraphEditor.js';
import type { GraphSource } from '../store/GraphSource.js';
import type { WriteAccess } from './WriteAccess.js';

/** What is asked and written, and by whom. */
export interface ServedGraph extends ContextOptions {
  readonly source: GraphSource;
  readonly editor: GraphEditor;
  readonly access: WriteAccess;
}
