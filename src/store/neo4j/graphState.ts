import type { DatasetMeta } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { graphQuery } from './cypher/revisions.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { column, type Row } from './rows.js';
import { SCHEMA_VERSION } from './schemaVersion.js';

/** The database answers, but what it holds can't be served now. */
export class Unservable extends GraphError {
  constructor(message: string) {
    super('UNAVAILABLE', message);
  }
}

/** What the graph's one describing node says. */
export interface GraphState {
  /** 0 before the first import is finished. */
  readonly revision: number;
  readonly schemaVersion: number;
  /** Of the rules by which dependencies were derived; null before the first import is finished. */
  readonly rulesVersion: string | null;
  readonly meta: DatasetMeta | null;
  readonly digest: string;
  /** When the last revision was made. */
  readonly at: string | null;
  /** Who makes it anew; nobody else writes meanwhile. */
  readonly importToken: string | null;
  /** What has written a part of the next revision, or died while it did: `import` or `rederive`. */
  readonly halfWrittenBy: string | null;
}

export async function readGraphState(database: Database, reader: Reader = ANY_READER): Promise<GraphState | null> {
  const [row] = await database.read(graphQuery(), reader);
  return row === undefined ? null : stateIn(row);
}

export function stateIn(row: Row): GraphState {
  const graph = column(row, 'graph');
  const read = (name: string): unknown =>
    typeof graph === 'object' && graph !== null ? Reflect.get(graph, name) : null;
  const text = (name: string) => {
    const value = read(name);
    return typeof value === 'string' ? value : null;
  };
  const meta = text('meta');
  return {
    revision: Number(read('revision') ?? 0),
    schemaVersion: Number(read('schemaVersion') ?? 0),
    rulesVersion: text('rulesVersion'),
    meta: meta === null ? null : JSON.parse(meta),
    digest: text('digest') ?? '0',
    at: text('at'),
    importToken: text('importToken'),
    halfWrittenBy: text('halfWrittenBy'),
  };
}

/** The state of a graph that can be served. Throws UNAVAILABLE, with what to do, for one that is not whole or not ours. */
export function servable(state: GraphState | null): GraphState & { readonly meta: DatasetMeta } {
  if (state?.halfWrittenBy) {
    throw new Unservable('An import of the graph is not finished. Wait for it, or run aigraph import again.');
  }
  if (!state?.meta) {
    throw new Unservable('The graph database holds no graph yet. Fill it with aigraph import.');
  }
  if (state.schemaVersion !== SCHEMA_VERSION) throw otherVersion(state);
  return { ...state, meta: { ...state.meta, revision: state.revision } };
}

/** Why a graph is not served, and what helps. */
export function otherVersion({ schemaVersion }: Pick<GraphState, 'schemaVersion'>): Unservable {
  const help =
    schemaVersion < SCHEMA_VERSION
      ? 'Upgrade it with aigraph rederive, while no older version of this program uses it.'
      : 'Update this program.';
  const message = `Expected a graph of schema version ${SCHEMA_VERSION} but got: ${schemaVersion}. ${help}`;
  return new Unservable(message);
}
