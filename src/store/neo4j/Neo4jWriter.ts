import type { Dataset } from '../../model/dataset.js';
import type { EntityRecord } from '../../model/entity.js';
import { namedRecord } from '../../model/namedRecord.js';
import { ShardedMap } from '../../model/ShardedMap.js';
import { buildTopology } from '../buildTopology.js';
import type { GraphStore } from '../GraphStore.js';
import type { GraphWriter } from '../GraphWriter.js';
import { Coalescer } from './Coalescer.js';
import { ANY_READER, type Database } from './Database.js';
import { Importer, type ImportOptions } from './Importer.js';
import { Neo4jStore } from './Neo4jStore.js';
import { RecordCache } from './RecordCache.js';
import { followRedirects, Snapshot } from './Snapshot.js';
import { redirectsIn } from './writePlan.js';

/** Writes whole datasets to Neo4j: what was there before goes. */
export class Neo4jWriter implements GraphWriter {
  constructor(
    private readonly database: Database,
    private readonly options: ImportOptions,
  ) {}

  /** The store reads that revision; a later one needs a store of its own. */
  async write(dataset: Dataset): Promise<GraphStore> {
    const { revision } = await new Importer(this.database, this.options).run(dataset);
    return new Neo4jStore({
      database: this.database,
      coalescer: new Coalescer(),
      reader: ANY_READER,
      snapshot: new Snapshot({
        meta: { ...dataset.meta, revision },
        topology: buildTopology(dataset.edges),
        names: ShardedMap.from(dataset.entities.flatMap(namedEntry)),
        records: new RecordCache(),
        canonical: followRedirects(redirectsIn(dataset)),
      }),
    });
  }
}

function namedEntry({ id, name }: EntityRecord): (readonly [string, EntityRecord])[] {
  const named = namedRecord(id, name);
  return named === null ? [] : [[id, named]];
}
