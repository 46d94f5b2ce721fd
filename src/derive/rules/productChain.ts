import type { DependencyKind } from '../../model/edge.js';
import type { EntityId } from '../../model/ids.js';
import type { FactIndex } from '../FactIndex.js';
import { groupBy } from '../groupBy.js';
import type { Finding, Rule } from '../Rule.js';
import { both, type Tie } from '../Tie.js';
import { CHIP_INPUTS, madeSinceRelease, vendorsOf } from './chipVendor.js';

/**
 * The three rules by which a maker of chips' parts is depended on: by the chip, by systems that contain the chip, and by
 * the chip's designer. `property` says who makes it for a chip.
 */
export function productChain(kind: DependencyKind, property: string): readonly Rule[] {
  const noun = kind.toLowerCase();
  return [
    {
      id: `chip-${noun}`,
      kinds: [kind],
      inputs: [property, 'released'],
      *derive(facts) {
        for (const relation of facts.relations(property)) {
          yield { kind, from: relation.subject, to: relation.object, tie: madeSinceRelease(facts, relation) };
        }
      },
    },
    {
      id: `inherited-${noun}`,
      kinds: [kind],
      inputs: [property, 'component', 'released'],
      *derive(facts) {
        for (const system of facts.ids('chip'))
          yield* inherited(facts, kind, property, system, system, null, new Set());
      },
    },
    {
      id: `designer-${noun}`,
      kinds: [kind],
      inputs: [property, ...CHIP_INPUTS],
      derive: (facts) => earliestOfEachPair(designersNeeds(facts, kind, property)),
    },
  ];
}

/** What the components of a system need, at any depth. A component that contains itself is passed over. */
function* inherited(
  facts: FactIndex,
  kind: DependencyKind,
  property: string,
  system: EntityId,
  part: EntityId,
  containing: Tie | null,
  seen: ReadonlySet<EntityId>,
): Generator<Finding> {
  for (const component of facts.relationsOf(part, 'component')) {
    if (seen.has(component.object) || component.object === system) continue;
    const since = madeSinceRelease(facts, component);
    const within = containing === null ? since : both(containing, since);
    for (const relation of facts.relationsOf(component.object, property)) {
      yield { kind, from: system, to: relation.object, tie: both(within, madeSinceRelease(facts, relation)) };
    }
    yield* inherited(facts, kind, property, system, component.object, within, new Set([...seen, component.object]));
  }
}

function* designersNeeds(facts: FactIndex, kind: DependencyKind, property: string): Generator<Finding> {
  for (const relation of facts.relations(property)) {
    const made = madeSinceRelease(facts, relation);
    for (const vendor of vendorsOf(facts, relation.subject)) {
      yield { kind, from: vendor.company, to: relation.object, tie: both(vendor.tie, made) };
    }
  }
}

/**
 * A designer of many chips needs its foundry once: of each pair the finding that starts first, and the first that is
 * confirmed where that one is only recalled.
 */
function earliestOfEachPair(findings: Iterable<Finding>): Finding[] {
  const pairs = groupBy(findings, (f) => `${f.from}|${f.to}`);
  return [...pairs.values()].flatMap((group) => {
    const first = earliest(group);
    const firm = earliest(group.filter((f) => f.tie.needed.every((s) => s.confidence === 'confirmed')));
    return [...new Set([first, firm])].filter((f) => f !== null);
  });
}

function earliest(findings: readonly Finding[]): Finding | null {
  const started = findings.filter((f) => f.tie.phases.length > 0);
  if (started.length === 0) return null;
  return started.reduce((a, b) => (startOf(b) < startOf(a) ? b : a));
}

function startOf(finding: Finding): string {
  return finding.tie.phases[0]?.from ?? '9999';
}
