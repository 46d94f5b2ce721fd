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
import { IdPoolDraft } from './IdPool.js';
import { type PackedColumns, type Sections, SectionsDraft } from './Sections.js';
import { StatementsDraft } from './StatementsDraft.js';

/** Packs the rows of a graph one by one as they come, in any order, and then makes the indexes by which they are found. */
export class GraphPacker {
  private readonly ids = new IdPoolDraft();
  private readonly leads = new Map<EntityId, EntityId>();
  private readonly redirected = new Set<string>();
  private readonly entities = new EntitiesDraft(this.ids);
  private readonly statements = new StatementsDraft(this.ids);
  private readonly edges = new EdgesDraft(this.ids);
  private readonly events = new EventsDraft(this.ids);

  addRedirect(from: EntityId, into: EntityId): void {
    this.ids.numberOf(from);
    this.leads.set(from, into);
    this.redirected.add(from);
  }

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

  /** Whether there is a statement of that id by now. */
  hasStatement(id: string): boolean {
    return this.statements.ids.has(id);
  }

  idAt(bytes: Uint8Array, start: number, end: number): EntityId | null {
    return this.ids.idAt(bytes, start, end);
  }

  hasEntity(id: string): id is EntityId {
    return this.entities.has(id) || this.redirected.has(id);
  }

  /** About linear in the rows. `edges`: the sections of the edges where an `EdgePacker` has packed them. */
  done(meta: DatasetMeta, edges: PackedColumns | null = null): Sections {
    const sections = new SectionsDraft();
    const canonical = this.canonicalNumbers();
    const { order, rank } = this.ids.ranked();
    this.statements.done(rank, canonical, sections);
    if (edges === null) this.edges.done(order, sections);
    else for (const [name, column] of edges) sections.add(name, column);
    this.entities.done(sections);
    this.events.done(canonical, sections);
    this.ids.done(sections);
    sections.addJson('meta', meta);
    sections.addJson('merged', [...this.leads]);
    return sections.done();
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
