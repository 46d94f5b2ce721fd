import type { Facts } from '../model/dataset.js';
import type { Edge } from '../model/edge.js';
import type { EntityHead } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { closingDays } from './closingDays.js';
import type { EdgeDraft } from './EdgeDraft.js';
import { draftsByKey, edgeFrom } from './edgeContent.js';
import { FactIndex, headsById } from './FactIndex.js';
import { knownVersions } from './knownVersions.js';
import { type Rule, runRule } from './Rule.js';
import { RULES } from './rules.js';

/**
 * All dependency edges, in order of their ids, as versions: the edges visible at `(asOf, knownAt)` are those derived from
 * only the statements known then. Deterministic. Cost: at the first knowledge time every rule runs; at each later one
 * only the rules that read a property about which something was learned or withdrawn.
 */
export function deriveEdges({ meta, entities, statements }: Facts): readonly Edge[] {
  const derivation = new Derivation(headsById(entities), closingDays(meta));
  const versions = knownVersions(statements, (known, touched) => derivation.derive(known, touched));
  return versions
    .map(({ item, knownFrom, knownTo }) => edgeFrom(item.content, knownFrom, knownTo))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Derives again and again, each time only what the change since the last time touches. */
class Derivation {
  readonly #heads: ReadonlyMap<EntityId, EntityHead>;
  readonly #closingDays: ReadonlySet<Day>;
  readonly #found = new Map<Rule, readonly EdgeDraft[]>();

  constructor(heads: ReadonlyMap<EntityId, EntityHead>, closing: ReadonlySet<Day>) {
    this.#heads = heads;
    this.#closingDays = closing;
  }

  derive(statements: readonly Statement[], touched: ReadonlySet<string>): ReadonlyMap<string, EdgeDraft> {
    const facts = new FactIndex(this.#heads, statements, this.#closingDays);
    for (const rule of RULES) {
      if (!this.#found.has(rule) || rule.inputs.some((property) => touched.has(property))) {
        this.#found.set(rule, runRule(rule, facts));
      }
    }
    return draftsByKey([...this.#found.values()].flat());
  }
}
