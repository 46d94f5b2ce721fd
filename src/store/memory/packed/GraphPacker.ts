import { canonicalIn } from '../../../model/canonical.js';
import { DatasetIndex } from '../../../model/DatasetIndex.js';
import type { Dataset, DatasetMeta } from '../../../model/dataset.js';
import type { Edge } from '../../../model/edge.js';
import type { EntityRecord } from '../../../model/entity.js';
import type { GraphEvent } from '../../../model/event.js';
import type { EntityId } from '../../../model/ids.js';
import type { StatementRecord } from '../../../model/statement.js';
import { finish } from '../../../model/steps.js';
import { EdgesDraft } from './EdgesDraft.js';
import { EntitiesDraft } from './EntitiesDraft.js';
import { EventsDraft } from './EventsDraft.js';
import { IdPoolDraft, NO_ID } from './IdPool.js';
import { type Sections, SectionsDraft } from './Sections.js';
import { StatementsDraft } from './StatementsDraft.js';

/**
 * What a packer has of a graph that two threads pack: `claims` are statements and events. Both number the same ids in the same
 * order, those of entities and redirects as they come.
 */
export type PackedHalf = 'all' | 'claims' | 'rest';

/** Packs the rows of a graph one by one as they come, in any order, and then makes the indexes by which they are found. */
export class GraphPacker {
  private readonly ids = new IdPoolDraft();
  private readonly leads = new Map<EntityId, EntityId>();
  private readonly redirected = new Set<string>();
  private readonly entities = new EntitiesDraft(this.ids);
  private readonly statements = new StatementsDraft(this.ids);
  private readonly edges = new EdgesDraft(this.ids);
  private readonly events = new EventsDraft(this.ids);

  constructor(private readonly half: PackedHalf = 'all') {}

  addRedirect(from: EntityId, into: EntityId): void {
    this.ids.numberOf(from);
    this.leads.set(from, into);
    this.redirected.add(from);
  }

  /** Of an entity that somebody else packs. */
  addId(id: EntityId): void {
    this.ids.numberOf(id);
  }

  /** Whether its id is new, here and below; else the row is left out. */
  addEntity(record: EntityRecord): boolean {
    return this.entities.add(record);
  }

  addStatement(statement: StatementRecord): boolean {
    return this.statements.add(statement);
  }

  addEdge(edge: Edge): boolean {
    return this.edges.add(edge);
  }

  addEvent(event: GraphEvent): void {
    this.events.add(event);
  }

  /** Whether there is a statement of that id by now; where others pack them {@link missingEvidence} looks afterwards. */
  hasStatement(id: string): boolean {
    return this.half === 'rest' || this.statements.ids.has(id);
  }

  idAt(bytes: Uint8Array, start: number, end: number, hash: number): EntityId | null {
    return this.ids.idAt(bytes, start, end, hash);
  }

  hasEntity(id: string): id is EntityId {
    if (this.half === 'claims') return this.ids.find(id) !== NO_ID;
    return this.entities.has(id) || this.redirected.has(id);
  }

  /** About linear in the rows. */
  done(meta: DatasetMeta): Sections {
    const sections = new SectionsDraft();
    this.addStatements(sections);
    this.addRest(sections);
    this.addEvents(meta, sections);
    return sections.done();
  }

  /** `withIds`: called as soon as the sections have the ids of statements. */
  addStatements(sections: SectionsDraft, withIds: () => void = () => {}): void {
    const { rank } = this.ids.ranked();
    const order = this.statements.addIds(rank, sections);
    withIds();
    this.statements.addLists(order, rank, this.canonicalNumbers(), sections);
  }

  /** Edges and entities. */
  addRest(sections: SectionsDraft): void {
    const { order } = this.ids.ranked();
    this.edges.done(order, sections);
    this.entities.done(order, sections);
  }

  /** Events, and what is small. */
  addEvents(meta: DatasetMeta, sections: SectionsDraft): void {
    this.events.done(this.canonicalNumbers(), sections);
    this.ids.done(sections);
    sections.addJson('meta', meta);
    sections.addJson('merged', [...this.leads]);
  }

  private canonicalNumbers(): (number: number) => number {
    const into = new Map<number, number>();
    for (const id of this.leads.keys()) into.set(this.ids.numberOf(id), this.ids.numberOf(canonicalIn(this.leads, id)));
    return into.size === 0 ? (number) => number : (number) => into.get(number) ?? number;
  }
}

/** Packs a dataset that is in memory. Of two rows with one id the last counts. */
export function packDataset(dataset: Dataset): Sections {
  const { meta, redirects, entities, statements, edges, events } = finish(
    DatasetIndex.build(dataset, { idsAlone: true }),
  );
  const packer = new GraphPacker();
  for (const [from, into] of redirects) packer.addRedirect(from, into);
  for (const { id, mergedInto } of entities.values()) if (mergedInto !== null) packer.addRedirect(id, mergedInto);
  const merged = new Set([...redirects.keys()]);
  for (const record of entities.values()) {
    if (record.mergedInto === null && !merged.has(record.id)) packer.addEntity(record);
  }
  for (const statement of statements.values()) packer.addStatement(statement);
  for (const edge of edges.values()) packer.addEdge(edge);
  for (const event of events.values()) packer.addEvent(event);
  return packer.done(meta);
}
