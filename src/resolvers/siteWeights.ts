import { allOrNone } from '../analysis/allOrNone.js';
import type { ConcentrationBy, SiteWeight } from '../analysis/concentration.js';
import { partsOfCompute, type SiteChips } from '../analysis/siteChips.js';
import type { DatacenterRecord, EntityRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { type Makers, makersOf } from './makers.js';
import { seatsOf } from './seats.js';
import { chipsAt, isRunning, sizeOf } from './siteChips.js';
import { onceEach, sitesOf } from './usedSites.js';

/** The sites that entities use, with their size and whose each part is. */
export async function siteWeights(
  ctx: Context,
  at: TimeSlice,
  of: readonly EntityRecord[],
  by: ConcentrationBy,
  basis: 'MEGAWATT' | 'CHIP_COUNT',
): Promise<readonly SiteWeight[]> {
  const used = await Promise.all(of.map((record) => sitesOf(ctx, at, record)));
  const sites = onceEach(used.flat()).filter(isRunning);
  const chips = await Promise.all(sites.map((site) => chipsAt(ctx, at, site)));
  const operators = sites.flatMap(({ operator }) => (operator === null ? [] : [operator]));
  const seats = await seatsOf(ctx, at, [...new Set(operators)]);
  const makers = by === 'CHIP_VENDOR' || by === 'FOUNDRY' ? await makersOf(ctx, at, by) : null;
  return sites.map((site, i) => {
    const its = chips[i] ?? [];
    // With several tenants no source says how much of it is whose.
    const isShared = site.tenants.length > 1;
    const weight = isShared ? null : sizeOf(site, its, basis);
    const parts = makers ? partsByChips(its, makers) : [{ fraction: 1, holders: holderOf(site, by, seats) }];
    return { site: site.id, weight, parts };
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
  const parts = partsOfCompute(chips);
  if (parts) return parts.map(({ chip, fraction }) => ({ fraction, holders: makers.ofChip(chip) }));
  return [{ fraction: 1, holders: allOrNone(chips.map(({ chip }) => makers.ofChip(chip))) }];
}
