import type { DependencyKind } from '../../model/edge.js';
import type { EntityId } from '../../model/ids.js';
import type { FactIndex } from '../FactIndex.js';

/** The properties that {@link natureOf} reads. */
export const NATURE_INPUTS: readonly string[] = ['role'];

/** In this order: who designs chips sells chips, also when it makes other things. */
const NATURES: readonly (readonly [role: string, kind: DependencyKind])[] = [
  ['chip_designer', 'CHIPS'],
  ['memory', 'MEMORY'],
  ['foundry', 'FABRICATION'],
  ['packaging', 'PACKAGING'],
  ['server_oem', 'SERVERS'],
];

/** What a supplier whose goods are not named supplies, by what it is known for; null where its roles don't tell. */
export function natureOf(facts: FactIndex, supplier: EntityId): DependencyKind | null {
  const roles = facts.rolesOf(supplier);
  return NATURES.find(([role]) => roles.has(role))?.[1] ?? null;
}
