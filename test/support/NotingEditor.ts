import type { EntityId } from '../../src/model/ids.js';
import type { Edit, EditOptions, EntityDraft, GraphEditor, StatementDraft } from '../../src/store/GraphEditor.js';

/** One call: the method, and what it was given but for the signal. */
export type NotedCall = readonly [method: string, ...args: unknown[]];

const NOTHING: Edit = {
  revision: null,
  at: null,
  dryRun: false,
  repeated: false,
  recorded: [],
  retracted: [],
  created: [],
  updated: [],
  merged: [],
  edgesOpened: [],
  edgesClosed: [],
  edgesRemoved: [],
  bookmark: null,
};

/** Writes as the test says, and notes what it is asked for. */
export class NotingEditor implements GraphEditor {
  readonly calls: NotedCall[] = [];
  /** The signal of the last call. */
  signal: AbortSignal | null = null;

  /** `write`: what happens on each call, and what the edit then says. */
  constructor(
    private readonly write: (drafts: readonly StatementDraft[]) => Promise<Partial<Edit>> = async () => ({}),
  ) {}

  recordStatements(drafts: readonly StatementDraft[], dataThrough: string | null, options: EditOptions) {
    return this.#note('recordStatements', [drafts, dataThrough], options, drafts);
  }

  retractStatements(ids: readonly string[], options: EditOptions) {
    return this.#note('retractStatements', [ids], options);
  }

  upsertEntities(drafts: readonly EntityDraft[], options: EditOptions) {
    return this.#note('upsertEntities', [drafts], options);
  }

  mergeEntities(from: EntityId, into: EntityId, options: EditOptions) {
    return this.#note('mergeEntities', [from, into], options);
  }

  async #note(
    method: string,
    args: readonly unknown[],
    { signal, ...options }: EditOptions,
    drafts: readonly StatementDraft[] = [],
  ): Promise<Edit> {
    this.calls.push([method, ...args, options]);
    this.signal = signal;
    return { ...NOTHING, dryRun: options.dryRun, ...(await this.write(drafts)) };
  }
}
