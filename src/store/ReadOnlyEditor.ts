import { GraphError } from '../model/errors.js';
import type { Edit, GraphEditor } from './GraphEditor.js';

/** For a store that is only read: refuses every write with READ_ONLY. */
export class ReadOnlyEditor implements GraphEditor {
  recordStatements(): Promise<Edit> {
    return refuse();
  }

  retractStatements(): Promise<Edit> {
    return refuse();
  }

  upsertEntities(): Promise<Edit> {
    return refuse();
  }

  mergeEntities(): Promise<Edit> {
    return refuse();
  }
}

async function refuse(): Promise<Edit> {
  const message =
    'This graph is read from files and takes no writes: change the files, or keep the graph in Neo4j (set NEO4J_URI).';
  throw new GraphError('READ_ONLY', message);
}
