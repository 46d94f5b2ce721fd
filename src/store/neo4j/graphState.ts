import type { DatasetMeta } from '../../model/dataset.js';
import { GraphError } from '../../model/errors.js';
import { hash64 } from '../../model/hash.js';
import { graphQuery } from './cypher/revisions.js';
import { ANY_READER, type Database, type Reader } from './Database.js';
import { type LargeWrite, parseLargeWrite } from './LargeWrite.js';
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
  /** Of the redirects; null in a graph that an earlier version of this program wrote last. */
  readonly redirectDigest: string | null;
  /** Whether somebody changed the description of the dataset since it was written. */
  readonly isMetaOther: boolean;
  /** When the last revision was made. */
  readonly at: string | null;
  /** Whether somebody makes it anew, and has shown a sign of life lately; nobody else writes meanwhile. */
  readonly isImporting: boolean;
  /** What has written a part of the next revision, or died while it did: `import`, `rederive` or `write`. */
  readonly halfWrittenBy: string | null;
  /** The write that did, where it is one. */
  readonly largeWrite: LargeWrite | null;
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
  const [meta, metaHash, largeWrite] = [text('meta'), text('metaHash'), text('largeWrite')];
  return {
    revision: Number(read('revision') ?? 0),
    schemaVersion: Number(read('schemaVersion') ?? 0),
    rulesVersion: text('rulesVersion'),
    meta: meta === null ? null : metaIn(meta),
    digest: text('digest') ?? '0',
    redirectDigest: text('redirectDigest'),
    isMetaOther: metaHash !== null && metaHash !== hash64(meta ?? ''),
    at: text('at'),
    isImporting: read('isImporting') === true,
    halfWrittenBy: text('halfWrittenBy'),
    largeWrite: largeWrite === null ? null : parseLargeWrite(largeWrite),
  };
}

/** The description of the dataset as the graph keeps it. */
export function metaProperties(meta: DatasetMeta): Readonly<Record<string, string>> {
  const text = JSON.stringify(meta);
  return { meta: text, metaHash: hash64(text) };
}

/** Null where somebody made it no JSON. */
function metaIn(text: string): DatasetMeta | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The state of a graph that can be served. Throws UNAVAILABLE, with what to do, for one that is not whole or not ours. */
export function servable(state: GraphState | null): GraphState & { readonly meta: DatasetMeta } {
  if (state?.halfWrittenBy && state.largeWrite) {
    throw new Unservable('A large write to the graph is not finished. Wait for it, or run aigraph rederive.');
  }
  if (state?.halfWrittenBy) {
    throw new Unservable('An import of the graph is not finished. Wait for it, or run aigraph import again.');
  }
  if (state?.isMetaOther && !state.meta) {
    throw new Unservable('Expected JSON in the meta of the Graph node, but somebody changed it. Run aigraph import.');
  }
  if (!state?.meta) {
    throw new Unservable('The graph database holds no graph yet. Fill it with aigraph import.');
  }
  if (state.schemaVersion !== SCHEMA_VERSION) throw otherVersion(state);
  return { ...state, meta: { ...state.meta, revision: state.revision } };
}

/** Throws CONFLICT where a graph takes no writes now. `rulesVersion`: of the rules by which this program derives. */
export function refuseWrites(state: GraphState, rulesVersion: string): void {
  const { isImporting, halfWrittenBy, rulesVersion: other } = state;
  if (isImporting || halfWrittenBy !== null) {
    throw new GraphError('CONFLICT', 'The graph is being imported. Write again when that is done.');
  }
  if (other === rulesVersion) return;
  const message = `The graph was derived by version ${other} of the rules, and this program has version ${rulesVersion}. Run aigraph rederive, then write again.`;
  throw new GraphError('CONFLICT', message);
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
