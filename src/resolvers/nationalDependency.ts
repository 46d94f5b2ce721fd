import { nationalDependency as dependencyOf, type SiteInput } from '../analysis/nationalDependency.js';
import type { Resolvers } from '../generated/schema.js';
import type { DatacenterRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { anyRef, existing, isKind, ofKind, required } from './entities.js';
import { sizeOf } from './page.js';
import { referrers } from './referrers.js';
import { membersOf, seatedIn } from './seatedIn.js';
import { seatsOf } from './seats.js';
import { chipsAt, isRunning } from './siteChips.js';
import { timed, timeOf } from './timeSlice.js';

const DEFAULT_ROWS = 100;
const MOST_ROWS = 1_000;

export const nationalDependency: Resolvers = {
  Query: {
    nationalDependency: async (_parent, args, ctx) => {
      const at = timeOf(ctx, {}, args);
      const country = await existing(ctx, args.country, at);
      if (!isKind('country', country)) throw badInput('the id of a country such as "country:DE"', args.country);
      const territory = new Set([country.id, ...(await membersOf(ctx, at, country.id))]);
      const used = await sitesUsedBy(ctx, at, country.id, territory);
      const home = await sitesOn(ctx, at, territory);
      const sites = [...new Map([...home, ...used].map((site) => [site.id, site])).values()];
      const usedIds = new Set(used.map(({ id }) => id));
      const inputs = await siteInputs(ctx, at, sites, usedIds);
      return { ...dependencyOf({ territory, sites: inputs }), ...at, at, country };
    },
  },
  NationalDependency: {
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
    entity: (share, _args, ctx) => required(ctx, timeOf(ctx, share), share.entity),
    siteCount: ({ sites }) => sites,
  },
  NationalRow: {
    site: (row, _args, ctx) => required(ctx, timeOf(ctx, row), row.site),
    country: (row, _args, ctx) => anyRef(ctx, timeOf(ctx, row), row.country),
    operator: (row, _args, ctx) => anyRef(ctx, timeOf(ctx, row), row.operator),
    operatorCountry: (row, _args, ctx) => anyRef(ctx, timeOf(ctx, row), row.operatorCountry),
    chips: (row, _args, ctx) => row.chips.map((chips) => timed(ctx, chips, timeOf(ctx, row))),
    counted: ({ isRunning }) => isRunning,
    used: ({ isUsed }) => isUsed,
  },
  NationalChips: {
    chip: (chips, _args, ctx) => required(ctx, timeOf(ctx, chips), chips.chip),
    vendor: (chips, _args, ctx) => anyRef(ctx, timeOf(ctx, chips), chips.vendor),
    vendorCountry: (chips, _args, ctx) => anyRef(ctx, timeOf(ctx, chips), chips.vendorCountry),
  },
};

async function sitesOn(ctx: Context, at: TimeSlice, territory: ReadonlySet<EntityId>) {
  const sites = await Promise.all(
    [...territory].map((id) => referrers(ctx, 'datacenter', at, id, ['located_in'], (site) => site.country === id)),
  );
  return sites.flat();
}

/** The sites of the country's programmes, and those of which an organisation with its seat there is a tenant or operator. */
async function sitesUsedBy(ctx: Context, at: TimeSlice, country: EntityId, territory: ReadonlySet<EntityId>) {
  const programmes = await Promise.all(
    [...territory].map((id) => referrers(ctx, 'initiative', at, id, ['government'], (one) => one.country === id)),
  );
  const companies = await seatedIn(ctx, at, country);
  const clouds = await Promise.all(
    companies.map(({ id }) => referrers(ctx, 'cloud', at, id, ['operated_by'], (cloud) => cloud.operator === id)),
  );
  const users = [...companies, ...clouds.flat()].map(({ id }) => id);
  const tenancies = await Promise.all(
    users.map((id) =>
      referrers(ctx, 'datacenter', at, id, ['tenant', 'operated_by'], (site) =>
        site.tenants.length > 0 ? site.tenants.includes(id) : site.operator === id,
      ),
    ),
  );
  const ofProgrammes = programmes.flat().flatMap(({ datacenters }) => datacenters);
  return [...tenancies.flat(), ...(await ofKind(ctx, 'datacenter', at, ofProgrammes))];
}

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
