import {
  nationalDependency as dependencyOf,
  type NationalLevel,
  type SiteInput,
} from '../analysis/nationalDependency.js';
import type { Resolvers } from '../generated/schema.js';
import type { DatacenterRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { anyRef, existing, isKind, required } from './entities.js';
import { sizeOf } from './page.js';
import { membersOf, seatedIn } from './seatedIn.js';
import { seatsOf } from './seats.js';
import { sensitive, sensitiveFields } from './sensitive.js';
import { chipsAt, isRunning } from './siteChips.js';
import { timed, timeOf } from './timeSlice.js';
import { onceEach, programmeSites, sitesOn, tenancies } from './usedSites.js';
import { scenarioOf } from './world.js';

const DEFAULT_ROWS = 100;
const MOST_ROWS = 1_000;

export const nationalDependency: Resolvers = {
  Query: {
    nationalDependency: sensitive(
      async (ctx, at, args) => {
        const country = await existing(ctx, args.country, at);
        if (!isKind('country', country)) throw badInput('the id of a country such as "country:DE"', args.country);
        const territory = new Set([country.id, ...(await membersOf(ctx, at, country.id))]);
        const users = await seatedIn(ctx, at, country.id);
        const used = [...(await tenancies(ctx, at, users)), ...(await programmeSites(ctx, at, territory))];
        const sites = onceEach([...(await sitesOn(ctx, at, territory)), ...used]);
        const usedIds = new Set(used.map(({ id }) => id));
        const inputs = await siteInputs(ctx, at, sites, usedIds);
        return { ...dependencyOf({ territory, sites: inputs }), ...at, country, home: territory };
      },
      ({ provider, home }) => percentOf(provider, home),
    ),
  },
  NationalDependency: {
    scenario: scenarioOf,
    ...sensitiveFields,
    territory: ({ territory, at }, _args, ctx) => timed(ctx, territory, at),
    provider: ({ provider, at }, _args, ctx) => timed(ctx, provider, at),
    chips: ({ chips, at }, _args, ctx) => timed(ctx, chips, at),
    rows: ({ rows, at }, { first }, ctx) =>
      rows.slice(0, sizeOf(first, DEFAULT_ROWS, MOST_ROWS)).map((row) => timed(ctx, row, at)),
    rowCount: ({ rows }) => rows.length,
  },
  NationalLevel: {
    coverage: ({ coverage }) => ({ ...coverage, universe: 'DOCUMENTED_SITES_ONLY' }),
    shares: (level, _args, ctx) => level.shares?.map((share) => timed(ctx, share, timeOf(ctx, level))) ?? null,
  },
  NationalShare: {
    entity: (share, _args, ctx, info) => required(ctx, timeOf(ctx, share), share.entity, info),
    siteCount: ({ sites }) => sites,
  },
  NationalRow: {
    site: (row, _args, ctx, info) => required(ctx, timeOf(ctx, row), row.site, info),
    country: (row, _args, ctx, info) => anyRef(ctx, timeOf(ctx, row), row.country, info),
    operator: (row, _args, ctx, info) => anyRef(ctx, timeOf(ctx, row), row.operator, info),
    operatorCountry: (row, _args, ctx, info) => anyRef(ctx, timeOf(ctx, row), row.operatorCountry, info),
    chips: (row, _args, ctx) => row.chips.map((chips) => timed(ctx, chips, timeOf(ctx, row))),
    counted: ({ isRunning }) => isRunning,
    used: ({ isUsed }) => isUsed,
  },
  NationalChips: {
    chip: (chips, _args, ctx, info) => required(ctx, timeOf(ctx, chips), chips.chip, info),
    vendor: (chips, _args, ctx, info) => anyRef(ctx, timeOf(ctx, chips), chips.vendor, info),
    vendorCountry: (chips, _args, ctx, info) => anyRef(ctx, timeOf(ctx, chips), chips.vendorCountry, info),
  },
};

async function siteInputs(
  ctx: Context,
  at: TimeSlice,
  sites: readonly DatacenterRecord[],
  used: ReadonlySet<EntityId>,
): Promise<readonly SiteInput[]> {
  const operators = [...new Set(sites.flatMap(({ operator }) => (operator === null ? [] : [operator])))];
  const seats = await seatsOf(ctx, at, operators);
  return Promise.all(
    sites.map(async (site) => ({
      site: site.id,
      country: site.country,
      operator: site.operator,
      operatorCountry: site.operator === null ? null : (seats.get(site.operator) ?? null),
      isRunning: isRunning(site),
      isUsed: used.has(site.id),
      h100e: site.h100Equivalents,
      chips: await chipsAt(ctx, at, site),
    })),
  );
}

/** The part of a level that belongs to any of the countries; null where there are no percentages. */
function percentOf({ shares }: NationalLevel, countries: ReadonlySet<EntityId>): number | null {
  if (shares === null) return null;
  return shares.reduce((sum, share) => sum + (countries.has(share.entity) ? share.sharePercent : 0), 0);
}
