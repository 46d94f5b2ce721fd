import { GraphError } from '../model/errors.js';
import type { Filter } from '../model/filter.js';
import type { EntityId, EntityKind } from '../model/ids.js';
import type {
  DayRange,
  EdgeQuery,
  EventGroup,
  GraphStore,
  KnowledgeSpan,
  ListRequest,
  PageRequest,
  ReadAt,
  StatementQuery,
} from '../store/GraphStore.js';
import type { Topology } from '../store/Topology.js';
import { tracedStoreCall } from './observe/traces.js';
import type { RequestScope } from './RequestScope.js';

/**
 * A page of a hundred with a hundred neighbours each takes some ten thousand. What is at hand is looked up without a pause in
 * which others are answered: so many take about half a second.
 */
const MOST_CALLS = 200_000;

/**
 * The store as one request reads it: nothing more once the request is over, or has read too much. An execution can't be told
 * to stop, but what has nothing more to read comes to its end.
 */
export class RequestStore implements GraphStore {
  readonly #store: GraphStore;
  readonly #scope: Pick<RequestScope, 'check' | 'note'>;
  #calls = 0;

  constructor(store: GraphStore, scope: Pick<RequestScope, 'check' | 'note'>) {
    this.#store = store;
    this.#scope = scope;
  }

  meta() {
    return this.#ask('meta', (store) => store.meta());
  }

  entityAtHand(id: EntityId) {
    return this.#open().entityAtHand(id);
  }

  namedAtHand(id: EntityId) {
    return this.#open().namedAtHand(id);
  }

  namedAtNode(topology: Topology, node: number) {
    return this.#open().namedAtNode(topology, node);
  }

  topologyAtHand() {
    return this.#open().topologyAtHand();
  }

  entities(ids: readonly EntityId[]) {
    return this.#ask('entities', (store) => store.entities(ids));
  }

  list(request: ListRequest) {
    return this.#ask('list', (store) => store.list(request));
  }

  count(kind: EntityKind, filter: Filter | null) {
    return this.#ask('count', (store) => store.count(kind, filter));
  }

  counts() {
    return this.#ask('counts', (store) => store.counts());
  }

  statementsBySubject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    return this.#ask('statementsBySubject', (store) => store.statementsBySubject(ids, property, at));
  }

  statementsByObject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    return this.#ask('statementsByObject', (store) => store.statementsByObject(ids, property, at));
  }

  statements(ids: readonly string[]) {
    return this.#ask('statements', (store) => store.statements(ids));
  }

  listStatements(query: StatementQuery, at: ReadAt, page: PageRequest) {
    return this.#ask('listStatements', (store) => store.listStatements(query, at, page));
  }

  countStatements(query: StatementQuery, at: ReadAt) {
    return this.#ask('countStatements', (store) => store.countStatements(query, at));
  }

  changes(span: KnowledgeSpan, page: PageRequest) {
    return this.#ask('changes', (store) => store.changes(span, page));
  }

  countChanges(span: KnowledgeSpan) {
    return this.#ask('countChanges', (store) => store.countChanges(span));
  }

  edges(ids: readonly string[]) {
    return this.#ask('edges', (store) => store.edges(ids));
  }

  edgesOf(ids: readonly EntityId[], query: EdgeQuery, at: ReadAt, limit: number) {
    return this.#ask('edgesOf', (store) => store.edgesOf(ids, query, at, limit));
  }

  dealsByParty(ids: readonly EntityId[], at: ReadAt) {
    return this.#ask('dealsByParty', (store) => store.dealsByParty(ids, at));
  }

  dealsPointingAt(ids: readonly EntityId[], at: ReadAt) {
    return this.#ask('dealsPointingAt', (store) => store.dealsPointingAt(ids, at));
  }

  events(groups: readonly EventGroup[], range: DayRange, at: ReadAt, page: PageRequest) {
    return this.#ask('events', (store) => store.events(groups, range, at, page));
  }

  countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt) {
    return this.#ask('countEvents', (store) => store.countEvents(groups, range, at));
  }

  search(query: string, kinds: readonly EntityKind[] | null, limit: number) {
    return this.#ask('search', (store) => store.search(query, kinds, limit));
  }

  resolve(names: readonly string[], kinds: readonly EntityKind[] | null, limit: number) {
    return this.#ask('resolve', (store) => store.resolve(names, kinds, limit));
  }

  topology() {
    return this.#ask('topology', (store) => store.topology());
  }

  /** The store is its source's to close. */
  async close() {}

  async #ask<T>(method: string, read: (store: GraphStore) => Promise<T>): Promise<T> {
    const store = this.#open();
    this.#scope.note.storeCalls++;
    return tracedStoreCall(method, () => read(store));
  }

  /** Throws TIMEOUT, and QUERY_TOO_EXPENSIVE. */
  #open(): GraphStore {
    this.#scope.check();
    if (++this.#calls > MOST_CALLS) {
      const message = `Expected an answer of at most ${MOST_CALLS} look-ups but it takes more. Ask for shorter lists within lists, or in several requests.`;
      throw new GraphError('QUERY_TOO_EXPENSIVE', message);
    }
    return this.#store;
  }
}
