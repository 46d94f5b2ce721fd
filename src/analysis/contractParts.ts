import type { DependencyKind } from '../model/edge.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { DealInput, DealSums } from './dealSums.js';

/** A part of what an entity contracted, and with whom it may be. */
export interface ContractPart {
  /** The deal; null for a documented tie without one. */
  readonly deal: EntityId | null;
  /** In cents; null where unknown. */
  readonly cents: number | null;
  /** Whose it may be; none: anybody's. */
  readonly providers: readonly EntityId[];
  /** What they deliver. */
  readonly capability: DependencyKind;
  /** The chips that the deal names. */
  readonly chips: readonly EntityId[];
}

/**
 * The parts of a sum of deals, known and unknown, and the documented providers that have no part in any of them: each
 * contract once. `ties`: the providers of the entity's dependencies, with what each delivers.
 */
export function contractParts(
  sums: DealSums,
  deals: readonly DealInput[],
  ties: ReadonlyMap<EntityId, DependencyKind>,
): readonly ContractPart[] {
  const what = new Map(
    deals.map(({ id, terms }) => {
      const capability: DependencyKind = terms.type === 'SUPPLY' ? 'CHIPS' : 'COMPUTE';
      return [id, { chips: terms.chips, capability }];
    }),
  );
  const whatOf = (deal: EntityId) => what.get(deal) ?? { chips: [], capability: 'COMPUTE' as const };
  const parts: ContractPart[] = [];
  for (const { id, amounts, unknownParts } of sums.counted) {
    for (const { cents, attribution, counterparties } of amounts) {
      // What deals of unknown amount have of it, its counterparties have not: it may be either's.
      const candidates = [...counterparties, ...unknownParts.flat()];
      const isAnybodys = attribution === 'UNATTRIBUTED' || unknownParts.some((part) => part.length === 0);
      parts.push({ deal: id, cents, providers: isAnybodys ? [] : candidates, ...whatOf(id) });
    }
  }
  for (const { deal, candidates } of sums.missing) {
    parts.push({ deal, cents: null, providers: candidates, ...whatOf(deal) });
  }
  const named = new Set(parts.flatMap(({ providers }) => providers));
  const others = [...ties]
    .filter(([provider]) => !named.has(provider))
    .sort(([a], [b]) => compareIds(a, b))
    .map(([provider, capability]) => ({ deal: null, cents: null, providers: [provider], capability, chips: [] }));
  return [...parts, ...others];
}
