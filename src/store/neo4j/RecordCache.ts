import type { EntityRecord } from '../../model/entity.js';
import type { EntityId } from '../../model/ids.js';

/** About 20 MiB of records. */
const MAX_RECORDS = 10_000;

/** How often an entity was found among those read before, and how often not. */
export interface CacheTally {
  hits: number;
  misses: number;
}

/**
 * The entities that were read last at one revision, at most {@link MAX_RECORDS}. It can't grow stale: a revision has one of its
 * own, and what may be of a later one is not kept.
 */
export class RecordCache {
  /** Two generations: when the young one has half of all, it becomes the old one, and what was not asked for since goes. */
  private young = new Map<EntityId, EntityRecord>();
  private old: ReadonlyMap<EntityId, EntityRecord> = new Map();

  /** `most`: how many it keeps; 0 is none. `tally`: counted on by whoever looks here first, across revisions. */
  constructor(
    private readonly most = MAX_RECORDS,
    readonly tally: CacheTally = { hits: 0, misses: 0 },
  ) {}

  /** Of an id that is no redirect. */
  get(id: EntityId): EntityRecord | undefined {
    const young = this.young.get(id);
    if (young !== undefined) return young;
    const old = this.old.get(id);
    if (old !== undefined) this.set(old);
    return old;
  }

  set(record: EntityRecord): void {
    if (this.most === 0) return;
    this.young.set(record.id, record);
    if (this.young.size < this.most / 2) return;
    this.old = this.young;
    this.young = new Map();
  }
}
