import type { EntityId } from '../model/ids.js';
import { kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { FactsAt } from './FactsAt.js';
import { LOOKED_UP } from './LocalFacts.js';

/** A dependency's ends. */
export interface Pair {
  readonly from: EntityId;
  readonly to: EntityId;
}

const COMPONENT: ReadonlySet<string> = new Set(['component']);
const OPERATED_BY: ReadonlySet<string> = new Set(['operated_by']);

/**
 * The entities from which a rule may come across the claim, by facts of the properties that it reads. Most claims are read
 * from their own subject alone; what is looked up, from whatever names its subject.
 */
export function startsThatRead(facts: FactsAt, claim: Statement, properties: ReadonlySet<string>): Set<EntityId> {
  const starts = new Set<EntityId>([claim.subject]);
  if (!LOOKED_UP.has(claim.property)) return starts;
  addAll(starts, facts.naming(claim.subject, properties));
  addAll(starts, systemsWith(facts, claim.subject));
  // A deal's term is read from the deals that it supersedes.
  for (const s of facts.about(claim.subject)) if (s.property === 'supersedes' && s.object !== null) starts.add(s.object);
  if (claim.object === null) return starts;
  starts.add(claim.object);
  // Whatever names a company reads which clouds it runs.
  if (claim.property === 'operated_by') addAll(starts, facts.naming(claim.object, properties));
  return starts;
}

/** The entities from which a rule may find a dependency of the pair: its ends, and what names the dependent or its operator. */
export function startsThatFind(facts: FactsAt, { from, to }: Pair, properties: ReadonlySet<string>): Set<EntityId> {
  const starts = new Set<EntityId>([from, to]);
  addAll(starts, facts.naming(from, properties));
  if (kindOf(from) !== 'cloud') return starts;
  for (const s of facts.about(from)) {
    if (!OPERATED_BY.has(s.property) || s.object === null) continue;
    starts.add(s.object);
    addAll(starts, facts.naming(s.object, properties));
  }
  return starts;
}

/** The systems that contain a chip, at any depth. */
function systemsWith(facts: FactsAt, part: EntityId): ReadonlySet<EntityId> {
  const systems = new Set<EntityId>([part]);
  for (const id of systems) addAll(systems, facts.naming(id, COMPONENT));
  return systems;
}

function addAll(into: Set<EntityId>, ids: Iterable<EntityId>): void {
  for (const id of ids) into.add(id);
}
