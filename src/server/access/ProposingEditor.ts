import type { Origin } from '../../model/caller.js';
import type { EntityId } from '../../model/ids.js';
import type { Day } from '../../model/time.js';
import type {
  Edit,
  EditOptions,
  EditRequest,
  EntityDraft,
  GraphEditor,
  RecordOptions,
  StatementDraft,
} from '../../store/GraphEditor.js';
import type { GraphReviewer } from '../../store/GraphReviewer.js';

/** Keeps what it is asked to write until somebody decides on it; a dry run is answered as by any editor. */
export class ProposingEditor implements GraphEditor {
  constructor(
    private readonly editor: GraphEditor,
    private readonly reviewer: GraphReviewer,
    private readonly origin: Origin,
  ) {}

  async recordStatements(
    drafts: readonly StatementDraft[],
    dataThrough: Day | null,
    options: RecordOptions,
  ): Promise<Edit> {
    if (options.dryRun) return this.editor.recordStatements(drafts, dataThrough, options);
    const { retract = [], ...rest } = options;
    return this.propose({ edit: 'RECORD_STATEMENTS', drafts, dataThrough, retract }, rest);
  }

  async retractStatements(ids: readonly string[], options: EditOptions): Promise<Edit> {
    if (options.dryRun) return this.editor.retractStatements(ids, options);
    return this.propose({ edit: 'RETRACT_STATEMENTS', ids }, options);
  }

  async upsertEntities(drafts: readonly EntityDraft[], options: EditOptions): Promise<Edit> {
    if (options.dryRun) return this.editor.upsertEntities(drafts, options);
    return this.propose({ edit: 'UPSERT_ENTITIES', drafts }, options);
  }

  async mergeEntities(from: EntityId, into: EntityId, options: EditOptions): Promise<Edit> {
    if (options.dryRun) return this.editor.mergeEntities(from, into, options);
    return this.propose({ edit: 'MERGE_ENTITIES', from, into }, options);
  }

  private async propose(request: EditRequest, options: EditOptions): Promise<Edit> {
    const kept = await this.reviewer.propose(request, { ...options, origin: this.origin });
    const { proposal, repeated, bookmark } = kept;
    const { edit } = this.reviewer.effectOf(proposal);
    return { ...edit, revision: null, at: null, dryRun: false, repeated, bookmark, proposal };
  }
}
