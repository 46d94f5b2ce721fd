import type { Edge } from '../../../model/edge.js';
import type { EntityId } from '../../../model/ids.js';
import { EdgesDraft } from './EdgesDraft.js';
import { skipToEvidence } from './edgeBytes.js';
import { ByteReader } from './GrowingBytes.js';
import { HashedIds } from './HashedIds.js';
import { IdPoolDraft, NO_ID } from './IdPool.js';
import { type PackedColumns, type Sections, SectionsDraft } from './Sections.js';
import { TextPool } from './TextPool.js';

/**
 * Packs the edges of a graph while somebody else packs the rest: both number the same ids in the same order, those of entities
 * and redirects as they come.
 */
export class EdgePacker {
  private readonly ids = new IdPoolDraft();
  private readonly edges = new EdgesDraft(this.ids);

  addId(id: EntityId): void {
    this.ids.numberOf(id);
  }

  /** Whether its id is new. */
  addEdge(edge: Edge): boolean {
    return this.edges.add(edge);
  }

  idAt(bytes: Uint8Array, start: number, end: number): EntityId | null {
    return this.ids.idAt(bytes, start, end);
  }

  hasEntity(id: string): id is EntityId {
    return this.ids.find(id) !== NO_ID;
  }

  /** Not known here: {@link missingEvidence} looks afterwards. */
  hasStatement(): boolean {
    return true;
  }

  // Somebody else's.
  addRedirect(): void {}
  addEntity(): boolean {
    return true;
  }
  addStatement(): boolean {
    return true;
  }
  addEvent(): void {}

  done(): PackedColumns {
    const sections = new SectionsDraft();
    this.edges.done(this.ids.ranked().order, sections);
    return sections.columns;
  }
}

/** An edge that rests on a statement which is not there, and that statement; null where all are there. Linear. */
export function missingEvidence(sections: Sections): { readonly edge: string; readonly statement: string } | null {
  const statements = new HashedIds('statements', 'statement:', sections);
  const edges = new HashedIds('edges', 'edge:', sections);
  const texts = new TextPool('edges.texts', sections);
  const offset = sections.uint32('edges.offset');
  const reader = new ByteReader(sections.uint8('edges.bytes'));
  for (let row = 0; row < offset.length; row++) {
    reader.at = offset[row] ?? 0;
    for (let left = skipToEvidence(reader); left > 0; left--) {
      const odd = reader.varint();
      const id = odd === 0 ? null : texts.text(odd - 1);
      const [high, low] = id === null ? [reader.word(), reader.word()] : [0, 0];
      const found = id === null ? statements.rowOf(high, low) : statements.row(id);
      if (found < 0) return { edge: edges.id(row), statement: id ?? statements.idOf(high, low) };
    }
  }
  return null;
}
