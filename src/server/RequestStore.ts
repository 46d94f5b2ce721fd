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
  readonly #scope: Pick<RequestScope, 'check'>;
  #calls = 0;

  constructor(store: GraphStore, scope: Pick<RequestScope, 'check'>) {
    this.#store = store;
    this.#scope = scope;
  }

  async meta() {
    return this.#open().meta();
  }

  entityAtHand(id: EntityId) {
    return this.#open().entityAtHand(id);
  }

  namedAtHand(id: EntityId) {
    return this.#open().namedAtHand(id);
  }

  topologyAtHand() {
    return this.#open().topologyAtHand();
  }

  async entities(ids: readonly EntityId[]) {
    return this.#open().entities(ids);
  }

  async list(request: ListRequest) {
    return this.#open().list(request);
  }

  async count(kind: EntityKind, filter: Filter | null) {
    return this.#open().count(kind, filter);
  }

  async counts() {
    return this.#open().counts();
  }

  async statementsBySubject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    return this.#open().statementsBySubject(ids, property, at);
  }

  async statementsByObject(ids: readonly EntityId[], property: string | null, at: ReadAt) {
    return this.#open().statementsByObject(ids, property, at);
  }

  async statements(ids: readonly string[]) {
    return this.#open().statements(ids);
  }

  async listStatements(query: StatementQuery, at: ReadAt, page: PageRequest) {
    return this.#open().listStatements(query, at, page);
  }

  async countStatements(query: StatementQuery, at: ReadAt) {
    return this.#open().countStatements(query, at);
  }

  async changes(span: KnowledgeSpan, page: PageRequest) {
    return this.#open().changes(span, page);
  }

  async countChanges(span: KnowledgeSpan) {
    return this.#open().countChanges(span);
  }

  async edges(ids: readonly string[]) {
    return this.#open().edges(ids);
  }

  async edgesOf(ids: readonly EntityId[], query: EdgeQuery, at: ReadAt, limit: number) {
    return this.#open().edgesOf(ids, query, at, limit);
  }

  async dealsByParty(ids: readonly EntityId[], at: ReadAt) {
    return this.#open().dealsByParty(ids, at);
  }

  async dealsPointingAt(ids: readonly EntityId[], at: ReadAt) {
    return this.#open().dealsPointingAt(ids, at);
  }

  async events(groups: readonly EventGroup[], range: DayRange, at: ReadAt, page: PageRequest) {
    return this.#open().events(groups, range, at, page);
  }

  async countEvents(groups: readonly EventGroup[], range: DayRange, at: ReadAt) {
    return this.#open().countEvents(groups, range, at);
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number) {
    return this.#open().search(query, kinds, limit);
  }

  async resolve(names: readonly string[], kinds: readonly EntityKind[] | null, limit: number) {
    return this.#open().resolve(names, kinds, limit);
  }

  async topology() {
    return this.#open().topology();
  }

  /** The store is its source's to close. */
  async close() {}

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
