import type { EntityRecord } from '../../model/entity.js';
import type { EntityId } from '../../model/ids.js';

/** About 20 MiB of records. */
const MAX_RECORDS = 10_000;

/**
 * The entities that were read last at one revision, at most {@link MAX_RECORDS}. It can't grow stale: a revision has one of its
 * own, and who read while a later one was committed is told so at the end and reads again.
 */
export class RecordCache {
  private readonly records = new Map<EntityId, EntityRecord>();

  /** `most`: how many it keeps; 0 is none. */
  constructor(private readonly most = MAX_RECORDS) {}

  /** Of an id that is no redirect. */
  get(id: EntityId): EntityRecord | undefined {
    return this.records.get(id);
  }

  /** The first to come is the first to go; looking up moves nothing, because that would cost more than it spares. */
  set(record: EntityRecord): void {
    if (this.most === 0) return;
    if (this.records.size >= this.most && !this.records.has(record.id)) {
      for (const oldest of this.records.keys()) {
        this.records.delete(oldest);
        break;
      }
    }
    this.records.set(record.id, record);
  }
}
