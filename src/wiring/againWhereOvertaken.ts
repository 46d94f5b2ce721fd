import { Overtaken } from '../store/neo4j/Importer.js';

/** After so many, people write faster than an import is made ready. */
const MAX_TRIES = 5;

/** What people write while an import is made ready must be part of it: it is made ready again. */
export async function againWhereOvertaken<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Overtaken) || tries === MAX_TRIES) throw error;
    }
  }
}
