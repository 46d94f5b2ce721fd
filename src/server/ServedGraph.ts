import type { ContextOptions, TraversalsOf } from '../resolvers/context.js';
import type { GraphEditor } from '../store/GraphEditor.js';
import type { GraphSource } from '../store/GraphSource.js';
import type { Caching } from './caching/Caching.js';
import type { WriteAccess } from './WriteAccess.js';

/** What is asked and written, and by whom. */
export interface ServedGraph extends Omit<ContextOptions, 'traversals'> {
  /** Where traversals run; in the thread that asks, where nothing else is said. */
  readonly traversalsOf?: TraversalsOf | undefined;
  /** What spares asking again; nothing where it is left out. */
  readonly caching?: Caching | undefined;
  readonly source: GraphSource;
  readonly editor: GraphEditor;
  readonly access: WriteAccess;
}
