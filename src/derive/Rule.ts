import type { DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import { EdgeDraft } from './EdgeDraft.js';
import type { FactIndex } from './FactIndex.js';
import type { Tie } from './Tie.js';

/** A dependency that a rule finds in the facts known at one time. */
export interface Finding {
  readonly kind: DependencyKind;
  /** The dependent. */
  readonly from: EntityId;
  /** The provider. */
  readonly to: EntityId;
  readonly tie: Tie;
  /** The deal that it rests on, if one. */
  readonly deal?: EntityId;
  /** Stated share of the dependent's need, in percent. */
  readonly sharePercent?: number | null;
  /** Statements that show more of it without being needed, such as an amount. */
  readonly supporting?: readonly Statement[];
}

/** One way of deriving dependencies from facts: a pure function. */
export interface Rule {
  /** Named in every edge that it derives. */
  readonly id: string;
  readonly kinds: readonly DependencyKind[];
  /** The properties that it reads; a change in any other leaves its edges as they are. */
  readonly inputs: readonly string[];
  /** Entities of which it reads whether they are there, beyond those that statements name. */
  readonly heads?: readonly EntityId[];
  derive(facts: FactIndex): Iterable<Finding>;
}

/** Runs a rule and splits its findings into phases; a self-loop is a fact, not a dependency. */
export function runRule(rule: Rule, facts: FactIndex): EdgeDraft[] {
  const drafts: EdgeDraft[] = [];
  // Field by field: of hundreds of thousands of findings, copying with rest and spread takes most of the time.
  for (const { kind, from, to, tie, deal = null, sharePercent = null, supporting = NONE } of rule.derive(facts)) {
    if (from === to) continue;
    const { needed, phases } = tie;
    for (const phase of phases) {
      const fields = { kind, from, to, deal, sharePercent, supporting, rule: rule.id, phase, needed };
      drafts.push(new EdgeDraft(fields));
    }
  }
  return drafts;
}

const NONE: readonly Statement[] = [];
