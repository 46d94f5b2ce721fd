import type { EntityId } from '../../model/ids.js';
import { type Day, lastDay } from '../../model/time.js';
import type { FactIndex } from '../FactIndex.js';
import type { Relation } from '../relation.js';
import { EVER, notLaterThan, type Tie } from '../Tie.js';

/** The properties that {@link vendorsOf} and {@link madeSinceRelease} read. */
export const CHIP_INPUTS: readonly string[] = ['designed_by', 'released'];

export interface Vendor {
  readonly company: EntityId;
  readonly tie: Tie;
}

/** Who designed a chip and sells it: the same before its release, when deals already name it. */
export function vendorsOf(facts: FactIndex, chip: EntityId): readonly Vendor[] {
  return facts
    .relationsOf(chip, 'designed_by')
    .map((relation) => ({ company: relation.object, tie: notLaterThan(relation.tie, EVER) }));
}

/**
 * Who designs, makes and supplies a chip is a property of the product: undated, it holds from the day by which the chip
 * had certainly been released, or from the first source where that is earlier.
 */
export function madeSinceRelease(facts: FactIndex, relation: Relation): Tie {
  return notLaterThan(relation.tie, releaseOf(facts, relation.subject));
}

/** The day by which the chip had, or will have, certainly been released. */
export function releaseOf(facts: FactIndex, chip: EntityId): Day | null {
  const date = facts.best(chip, 'released')?.value;
  return typeof date === 'string' ? lastDay(date) : null;
}
