import { GraphError } from '../model/errors.js';
import type { Edit, GraphEditor } from './GraphEditor.js';

/** Where nothing can be written: every write is refused with READ_ONLY and what would be right. */
export class ReadOnlyEditor implements GraphEditor {
  async recordStatements(): Promise<Edit> {
    throw readOnly();
  }

  async retractStatements(): Promise<Edit> {
    throw readOnly();
  }

  async upsertEntities(): Promise<Edit> {
    throw readOnly();
  }

  async mergeEntities(): Promise<Edit> {
    throw readOnly();
  }
}

function readOnly(): GraphError {
  const message =
    'This server reads its facts from files and writes nothing. Set NEO4J_URI to keep them in a database.';
  return new GraphError('READ_ONLY', message);
}
