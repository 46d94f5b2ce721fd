import { compareIds, type EntityId } from '../model/ids.js';
import type { Coverage } from './dealSums.js';
import { computeOf, type SiteChips } from './siteChips.js';

/** What capacity is counted in: H100 equivalents, else chips, else sites. */
export type CapacityUnit = 'H100E' | 'CHIPS' | 'SITES';

export interface SiteInput {
  readonly site: EntityId;
  readonly country: EntityId | null;
  readonly operator: EntityId | null;
  /** Of the ultimate parent of who runs it. */
  readonly operatorCountry: EntityId | null;
  /** It runs today: only such capacity counts. */
  readonly isRunning: boolean;
  /** The country's programmes, or organisations with their seat there, use it. */
  readonly isUsed: boolean;
  /** As stated for the whole site, in H100 equivalents. */
  readonly h100e: number | null;
  readonly chips: readonly SiteChips[];
}

export interface NationalInput {
  /** The country; of a bloc its members as well. */
  readonly territory: ReadonlySet<EntityId>;
  /** All sites on the territory, and all that are used from there. */
  readonly sites: readonly SiteInput[];
}

export interface NationalShare {
  /** A country, or a vendor. */
  readonly entity: EntityId;
  /** 0..100, of what is known. */
  readonly sharePercent: number;
  /** In the unit of the answer. */
  readonly capacity: number;
  readonly sites: number;
}

export interface NationalLevel {
  /** Largest first, then by id; null where fewer than {@link FEWEST_SITES} sites are known, which is too few for percentages. */
  readonly shares: readonly NationalShare[] | null;
  /** Sites that ought to count, and those whose capacity and place in this level are known. */
  readonly coverage: Coverage;
  /** Capacity of the known, in the unit of the answer. */
  readonly capacity: number;
}

export interface NationalDependency {
  readonly unit: CapacityUnit;
  /** Where the capacity stands that the country uses, at home and abroad. */
  readonly territory: NationalLevel;
  /** Who runs the capacity on the territory, by the country of the seat. */
  readonly provider: NationalLevel;
  /** Whose chips are on the territory, by the country of the vendor's seat. */
  readonly chips: NationalLevel;
  /** The sites behind, by capacity descending, then id; those that don't run are listed and not counted. */
  readonly rows: readonly (SiteInput & { readonly capacity: number | null; readonly onTerritory: boolean })[];
}

/** A site's chips are its documented chips where these make up this much of its stated compute. */
const DOCUMENTED = 0.9;

/** Fewer sites than this give no percentages. */
export const FEWEST_SITES = 5;

/**
 * How sovereign a country's capacity is, on three levels (`docs/methods.md`): where it stands, who runs it, whose chips it
 * runs on. Only documented sites that run count, in H100 equivalents where any is known so, else in chips, else each as one.
 * A site whose capacity is unknown in that unit lowers the coverage and has no share.
 */
export function nationalDependency({ territory, sites }: NationalInput): NationalDependency {
  const running = sites.filter(({ isRunning }) => isRunning);
  const unit = unitOf(running);
  const isHome = ({ country }: SiteInput) => country !== null && territory.has(country);
  const home = running.filter(isHome);
  const rows = sites
    .map((site) => ({ ...site, capacity: site.isRunning ? capacityOf(site, unit) : null, onTerritory: isHome(site) }))
    .sort((a, b) => (b.capacity ?? -1) - (a.capacity ?? -1) || compareIds(a.site, b.site));
  return {
    unit,
    territory: levelOf(
      running.filter(({ isUsed }) => isUsed),
      (site) => whole(site, site.country, unit),
    ),
    provider: levelOf(home, (site) => whole(site, site.operatorCountry, unit)),
    chips: levelOf(home, (site) => byVendorCountry(site, unit)),
    rows,
  };
}

interface Part {
  readonly entity: EntityId;
  readonly capacity: number;
}

function levelOf(sites: readonly SiteInput[], partsOf: (site: SiteInput) => readonly Part[]): NationalLevel {
  const sums = new Map<EntityId, { capacity: number; sites: number }>();
  let known = 0;
  for (const site of sites) {
    const parts = partsOf(site);
    if (parts.length > 0) known++;
    for (const { entity, capacity } of parts) {
      const sum = sums.get(entity) ?? { capacity: 0, sites: 0 };
      sums.set(entity, { capacity: sum.capacity + capacity, sites: sum.sites + 1 });
    }
  }
  const capacity = [...sums.values()].reduce((total, sum) => total + sum.capacity, 0);
  const shares = [...sums]
    .map(([entity, sum]) => ({ entity, sharePercent: (100 * sum.capacity) / capacity, ...sum }))
    .sort((a, b) => b.capacity - a.capacity || compareIds(a.entity, b.entity));
  return { shares: known < FEWEST_SITES ? null : shares, coverage: { known, total: sites.length }, capacity };
}

/** A site as one part, where both its capacity and whose it is are known. */
function whole(site: SiteInput, entity: EntityId | null, unit: CapacityUnit): readonly Part[] {
  const capacity = capacityOf(site, unit);
  return entity === null || capacity === null || capacity === 0 ? [] : [{ entity, capacity }];
}

/** The parts of a site by the country of its chips' vendors; none where the chips of a part are unknown. */
function byVendorCountry(site: SiteInput, unit: CapacityUnit): readonly Part[] {
  const countries = new Set(site.chips.map(({ vendorCountry }) => vendorCountry));
  const [only] = countries;
  if (countries.has(null) || only === undefined || only === null) return [];
  // More compute than the chips that are documented: whose the rest is, nobody says.
  const documented = capacityOf({ ...site, h100e: null }, unit);
  if (site.h100e !== null && unit === 'H100E' && (documented === null || documented < site.h100e * DOCUMENTED))
    return [];
  if (countries.size === 1) return whole(site, only, unit);
  const parts = new Map<EntityId, number>();
  for (const chips of site.chips) {
    const capacity =
      unit === 'H100E' ? chips.h100eEach && chips.h100eEach * chips.count : unit === 'CHIPS' ? chips.count : null;
    if (capacity === null || chips.vendorCountry === null) return [];
    parts.set(chips.vendorCountry, (parts.get(chips.vendorCountry) ?? 0) + capacity);
  }
  return [...parts].map(([entity, capacity]) => ({ entity, capacity }));
}

/** A site's capacity: as stated, else the sum of its chips, where all are known; null where unknown in that unit. */
function capacityOf({ h100e, chips }: SiteInput, unit: CapacityUnit): number | null {
  if (unit === 'SITES') return 1;
  if (unit === 'CHIPS') return chips.length === 0 ? null : chips.reduce((sum, { count }) => sum + count, 0);
  return h100e ?? computeOf(chips);
}

function unitOf(sites: readonly SiteInput[]): CapacityUnit {
  if (sites.some((site) => capacityOf(site, 'H100E') !== null)) return 'H100E';
  return sites.some((site) => capacityOf(site, 'CHIPS') !== null) ? 'CHIPS' : 'SITES';
}
