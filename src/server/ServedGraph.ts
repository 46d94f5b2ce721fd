import type { ContextOptions, TraversalsOf } from '../resolvers/context.js';
import type { GraphEditor } from '../store/GraphEditor.js';
import type { GraphReviewer } from '../store/GraphReviewer.js';
import type { GraphSource } from '../store/GraphSource.js';
import type { Access } from './access/Access.js';
import type { Caching } from './caching/Caching.js';

/** What is asked and written, and by whom. */
export interface ServedGraph extends Omit<ContextOptions, 'traversals' | 'reviewing'> {
  /** Where traversals run; in the thread that asks, where nothing else is said. */
  readonly traversalsOf?: TraversalsOf | undefined;
  /** What spares asking again; nothing where it is left out. */
  readonly caching?: Caching | undefined;
  readonly source: GraphSource;
  readonly editor: GraphEditor;
  readonly access: Access;
  /** Where proposals and the audit trail are; nowhere, where nothing else is said. */
  readonly reviewer?: GraphReviewer | undefined;
}
