import { FROM_NOBODY } from '../model/caller.js';
import type { DatasetIndex } from '../model/DatasetIndex.js';
import { GraphError } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { Day, Instant } from '../model/time.js';
import type {
  Edit,
  EditOptions,
  EditRequest,
  EntityDraft,
  GraphEditor,
  RecordOptions,
  StatementDraft,
} from '../store/GraphEditor.js';
import type { GraphLedger } from '../store/GraphLedger.js';
import { checkNote, decideEdit, WRITE_LIMITS } from './decideEdit.js';
import { requestHash } from './editRequest.js';
import { readEdit } from './editSummary.js';

/** Edits by the rules of the seeds: what is written is checked, and what follows is derived, under the ledger's lock. */
export class Editor implements GraphEditor {
  constructor(
    private readonly ledger: GraphLedger,
    private readonly limits = WRITE_LIMITS,
  ) {}

  async recordStatements(
    drafts: readonly StatementDraft[],
    dataThrough: Day | null,
    { retract = [], ...options }: RecordOptions,
  ): Promise<Edit> {
    return this.edit({ edit: 'RECORD_STATEMENTS', drafts, dataThrough, retract }, options);
  }

  async retractStatements(ids: readonly string[], options: EditOptions): Promise<Edit> {
    return this.edit({ edit: 'RETRACT_STATEMENTS', ids }, options);
  }

  async upsertEntities(drafts: readonly EntityDraft[], options: EditOptions): Promise<Edit> {
    return this.edit({ edit: 'UPSERT_ENTITIES', drafts }, options);
  }

  async mergeEntities(from: EntityId, into: EntityId, options: EditOptions): Promise<Edit> {
    return this.edit({ edit: 'MERGE_ENTITIES', from, into }, options);
  }

  private async edit(
    request: EditRequest,
    { dryRun, signal, origin = FROM_NOBODY, ...given }: EditOptions,
  ): Promise<Edit> {
    const note = checkNote(given);
    const decide = (current: DatasetIndex, at: Instant) => decideEdit(current, request, at, this.limits);
    if (dryRun) {
      const { summary } = await this.ledger.rehearse(decide, { signal });
      return { ...readEdit(summary).edit, revision: null, at: null, dryRun, repeated: false, bookmark: null };
    }
    const { author, reason } = note;
    const audit = {
      action: 'APPLIED',
      edit: request.edit,
      origin,
      author,
      reason,
      proposal: null,
      proposedBy: null,
    } as const;
    const { revision, repeated, bookmark } = await this.ledger.commit(note, decide, { signal, audit });
    const done = readEdit(revision.summary);
    if (repeated && done.request !== requestHash(request)) {
      const message = `The idempotency key "${note.key}" is that of another write, which made revision ${revision.number}. Give this one a key of its own.`;
      throw new GraphError('CONFLICT', message);
    }
    return { ...done.edit, revision: revision.number, at: revision.at, dryRun, repeated, bookmark };
  }
}
