import type { ConcentrationBy, SiteWeight } from '../analysis/concentration.js';
import type { SiteChips } from '../analysis/nationalDependency.js';
import type { DatacenterRecord, EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import { powerOf } from './affected.js';
import type { Context } from './context.js';
import { computeOf, sitesOf } from './exposureParts.js';
import { type Makers, makersOf } from './makers.js';
import { seatsOf } from './seats.js';
import { chipsAt, isRunning } from './siteChips.js';

/** The sites that entities use, with their size and whose each part is. */
export async function siteWeights(
  ctx: Context,
  at: TimeSlice,
  of: readonly EntityRecord[],
  by: ConcentrationBy,
  basis: 'MEGAWATT' | 'CHIP_COUNT',
): Promise<readonly SiteWeight[]> {
  const used = await Promise.all(of.map((record) => sitesOf(ctx, at, record)));
  const sites = [...new Map(used.flat().map((site) => [site.id, site])).values()].filter(isRunning);
  const chips = await Promise.all(sites.map((site) => chipsAt(ctx, at, site)));
  const operators = sites.flatMap(({ operator }) => (operator === null ? [] : [operator]));
  const seats = await seatsOf(ctx, at, [...new Set(operators)]);
  const makers = by === 'CHIP_VENDOR' || by === 'FOUNDRY' ? await makersOf(ctx, at, by) : null;
  return sites.map((site, i) => {
    const its = chips[i] ?? [];
    // With several tenants no source says how much of it is whose.
    const isShared = site.tenants.length > 1;
    const weight = basis === 'MEGAWATT' ? powerOf(site) : computeOf(site, its);
    const parts = makers ? partsByChips(its, makers) : [{ fraction: 1, holders: holderOf(site, by, seats) }];
    return { site: site.id, weight: isShared ? null : weight, parts };
  });
}

function holderOf(
  { operator }: DatacenterRecord,
  by: ConcentrationBy,
  seats: ReadonlyMap<EntityId, EntityId | null>,
): readonly EntityId[] {
  if (operator === null) return [];
  const holder = by === 'PROVIDER_COUNTRY' ? (seats.get(operator) ?? null) : operator;
  return holder === null ? [] : [holder];
}

/** By compute where that of all chips is known, else whole and any of theirs. */
function partsByChips(chips: readonly SiteChips[], makers: Makers): SiteWeight['parts'] {
  const total = chips.reduce((sum, { count, h100eEach }) => sum + count * (h100eEach ?? 0), 0);
  if (chips.length > 0 && total > 0 && chips.every(({ h100eEach }) => h100eEach !== null)) {
    return chips.map(({ chip, count, h100eEach }) => ({
      fraction: (count * (h100eEach ?? 0)) / total,
      holders: makers.ofChip(chip),
    }));
  }
  const all = chips.map(({ chip }) => makers.ofChip(chip));
  return [{ fraction: 1, holders: all.some((some) => some.length === 0) ? [] : [...new Set(all.flat())] }];
}
