import type { DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { contentKey, contentOf, type EdgeContent } from './edgeContent.js';
import type { Phase } from './Tie.js';

/** A finding in one of its phases. */
export interface DraftFields {
  readonly kind: DependencyKind;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly deal: EntityId | null;
  readonly sharePercent: number | null;
  readonly supporting: readonly Statement[];
  readonly rule: string;
  readonly phase: Phase;
  readonly needed: readonly Statement[];
}

/**
 * The same with the key of the edge that it makes, remembered: drafts of rules that need not run again come back at every knowledge
 * time. (On the draft itself: a WeakMap of hundreds of thousands costs the garbage collector more than all rules cost.)
 */
export class EdgeDraft {
  #key = '';

  constructor(readonly fields: DraftFields) {}

  get kind(): DependencyKind {
    return this.fields.kind;
  }

  /** Made anew each time: few drafts are asked for it. */
  get content(): EdgeContent {
    return contentOf(this.fields);
  }

  get key(): string {
    if (this.#key === '') this.#key = contentKey(this.content);
    return this.#key;
  }

  /** The same from another day on. */
  startingOn(day: Day): EdgeDraft {
    return new EdgeDraft({ ...this.fields, phase: { ...this.fields.phase, from: day } });
  }
}
