import { skipToEvidence } from './edgeBytes.js';
import { ByteReader } from './GrowingBytes.js';
import { HashedIds } from './HashedIds.js';
import type { Sections } from './Sections.js';
import { TextPool } from './TextPool.js';

/** The ids of an edge and of a statement on which it rests, and which is not there. */
export interface MissingEvidence {
  readonly edge: string;
  readonly statement: string;
}

/** The first edge whose evidence is not there; null where all is there. Linear. */
export function missingEvidence(sections: Sections): MissingEvidence | null {
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
