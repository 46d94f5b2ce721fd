import { computeOf, type SiteChips } from '../analysis/siteChips.js';
import type { DatacenterRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import { powerOf } from './affected.js';
import type { Context } from './context.js';
import { ofKind } from './entities.js';
import { seatsOf } from './seats.js';
import { readAt } from './timeSlice.js';

const RUNNING: ReadonlySet<string | null> = new Set(['operational', 'expanding']);

/** Whether a site computes today. */
export function isRunning({ status }: DatacenterRecord): boolean {
  return RUNNING.has(status);
}

/** In megawatts, or in H100 equivalents as stated or else of its chips; null where unknown. */
export function sizeOf(
  site: DatacenterRecord,
  chips: readonly SiteChips[],
  basis: 'MEGAWATT' | 'CHIP_COUNT',
): number | null {
  return basis === 'MEGAWATT' ? powerOf(site) : (site.h100Equivalents ?? computeOf(chips));
}

/** The chips that are counted at a site, by chip. */
export async function chipsAt(ctx: Context, at: TimeSlice, site: DatacenterRecord): Promise<readonly SiteChips[]> {
  const claims = await ctx.loaders.statementsBySubject('chip_count', readAt(at)).load(site.id);
  const counts = new Map<EntityId, number>();
  for (const { best, object, value } of claims) {
    if (best && object !== null && typeof value === 'number' && value > 0) counts.set(object, value);
  }
  const chips = await ofKind(ctx, 'chip', at, [...counts.keys()].sort(compareIds));
  const designers = [...new Set(chips.flatMap(({ designer }) => (designer === null ? [] : [designer])))];
  const seats = await seatsOf(ctx, at, designers);
  return Promise.all(
    chips.map(async (chip) => ({
      chip: chip.id,
      count: counts.get(chip.id) ?? 0,
      h100eEach: await h100eOf(ctx, at, chip.id),
      vendor: chip.designer,
      vendorCountry: chip.designer === null ? null : (seats.get(chip.designer) ?? null),
    })),
  );
}

async function h100eOf(ctx: Context, at: TimeSlice, chip: EntityId): Promise<number | null> {
  const claims = await ctx.loaders.statementsBySubject('h100_equivalents_per_chip', readAt(at)).load(chip);
  const value = claims.find(({ best }) => best)?.value;
  return typeof value === 'number' ? value : null;
}
