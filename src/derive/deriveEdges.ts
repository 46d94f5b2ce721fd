import type { Facts } from '../model/dataset.js';
import type { Edge } from '../model/edge.js';
import type { EntityHead } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Day } from '../model/time.js';
import { closingDays } from './closingDays.js';
import { contentsOf, type EdgeContent, edgeFrom } from './edgeContent.js';
import { FactIndex, headsById } from './FactIndex.js';
import { knownVersions } from './knownVersions.js';
import { type EdgeDraft, type Rule, runRule } from './Rule.js';
import { RULES } from './rules.js';

/**
 * All dependency edges, in order of their ids, as versions: the edges visible at `(asOf, knownAt)` are those derived from
 * only the statements known then. Deterministic. Cost: at the first knowledge time every rule runs; at each later one
 * only the rules that read a property about which something was learned or withdrawn.
 */
export function deriveEdges({ meta, entities, statements }: Facts): readonly Edge[] {
  const derivation = new Derivation(headsById(entities), closingDays(meta));
  const versions = knownVersions(statements, (known) => derivation.derive(known));
  return versions
    .map(({ item, knownFrom, knownTo }) => edgeFrom(item, knownFrom, knownTo))
    .sort((a, b) => compareIds(a.id, b.id));
}

/** Derives again and again, each time only what the change since the last time touches. */
class Derivation {
  readonly #heads: ReadonlyMap<EntityId, EntityHead>;
  readonly #closingDays: ReadonlySet<Day>;
  readonly #found = new Map<Rule, readonly EdgeDraft[]>();
  #known: ReadonlySet<Statement> = new Set();

  constructor(heads: ReadonlyMap<EntityId, EntityHead>, closing: ReadonlySet<Day>) {
    this.#heads = heads;
    this.#closingDays = closing;
  }

  derive(statements: readonly Statement[]): ReadonlyMap<string, EdgeContent> {
    const known = new Set(statements);
    const touched = new Set<string>();
    for (const s of known) if (!this.#known.has(s)) touched.add(s.property);
    for (const s of this.#known) if (!known.has(s)) touched.add(s.property);
    this.#known = known;
    const facts = new FactIndex(this.#heads, statements, this.#closingDays);
    for (const rule of RULES) {
      if (!this.#found.has(rule) || rule.inputs.some((property) => touched.has(property))) {
        this.#found.set(rule, runRule(rule, facts));
      }
    }
    return contentsOf([...this.#found.values()].flat());
  }
}
