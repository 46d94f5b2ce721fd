import type { EntityId } from '../model/ids.js';
import { kindOf } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { FactsAt } from './FactsAt.js';
import { LOOKED_UP, type Outlook } from './LocalFacts.js';

/** A dependency's ends. */
export interface Pair {
  readonly from: EntityId;
  readonly to: EntityId;
}

const COMPONENT: ReadonlySet<string> = new Set(['component']);

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
  for (const s of facts.known(claim.subject, 'supersedes')) if (s.object !== null) starts.add(s.object);
  if (claim.object === null) return starts;
  if (claim.property === 'supersedes') starts.add(claim.object);
  // Whatever names a company reads which clouds it runs.
  if (claim.property === 'operated_by') addAll(starts.add(claim.object), facts.naming(claim.object, properties));
  return starts;
}

/**
 * From where rules find all dependencies between the ends of each pair: from the ends, and from what names the dependent
 * or its operator.
 */
export function outlookOn(facts: FactsAt, pairs: Iterable<Pair>, properties: ReadonlySet<string>): Outlook {
  const starts = new Set<EntityId>();
  const ends = new Set<EntityId>();
  const dependents = new Set<EntityId>();
  for (const { from, to } of pairs) {
    ends.add(from).add(to);
    dependents.add(from);
  }
  for (const id of [...dependents]) {
    if (kindOf(id) !== 'cloud') continue;
    for (const s of facts.known(id, 'operated_by')) if (s.object !== null) dependents.add(s.object);
  }
  for (const id of dependents) {
    ends.add(id);
    addAll(starts, facts.naming(id, properties));
  }
  addAll(starts, ends);
  return { starts, ends };
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
