import { allOrNone } from '../analysis/allOrNone.js';
import type { DealInput } from '../analysis/dealSums.js';
import type { DependencyKind } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import { compareIds } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Topology } from '../store/Topology.js';
import type { Context } from './context.js';
import { walk } from './dependencies.js';

/** Who makes what somebody has, ascending; none where nothing is known. */
export interface Makers {
  ofChip(chip: EntityId): readonly EntityId[];
  ofProvider(provider: EntityId): readonly EntityId[];
}

/** The designers of chips, or their foundries one step further: of a chip its own, of a provider those of all its vendors. */
export async function makersOf(ctx: Context, at: TimeSlice, by: 'CHIP_VENDOR' | 'FOUNDRY'): Promise<Makers> {
  const topology = await ctx.loaders.topology();
  const along = (kind: DependencyKind) => neighbours(topology, at, kind);
  const vendors = along('CHIPS');
  if (by === 'CHIP_VENDOR') return { ofChip: along('DESIGN'), ofProvider: vendors };
  const foundries = along('FABRICATION');
  return {
    ofChip: foundries,
    ofProvider: (provider) => allOrNone(vendors(provider).map(foundries)),
  };
}

/** Whose chips a deal with a provider rests on: by those that it names, else by the provider's. */
export function makersByDeal(makers: Makers, deals: readonly DealInput[]) {
  const chips = new Map(deals.map(({ id, terms }) => [id, terms.chips]));
  return (deal: EntityId, provider: EntityId): readonly EntityId[] => {
    const named = chips.get(deal) ?? [];
    return named.length > 0 ? allOrNone(named.map(makers.ofChip)) : makers.ofProvider(provider);
  };
}

function neighbours(topology: Topology, at: TimeSlice, kind: DependencyKind): (id: EntityId) => readonly EntityId[] {
  const view = walk(topology, at, { kinds: [kind] });
  return (id) => {
    const node = topology.node(id);
    const found = new Set<EntityId>();
    if (node >= 0) view.out(node, (_, other) => found.add(topology.nodeId(other)));
    return [...found].sort(compareIds);
  };
}
