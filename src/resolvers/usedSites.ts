import type { DatacenterRecord, EntityRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { withTheirClouds } from './dealInputs.js';
import { ofKind } from './entities.js';
import { referrers } from './referrers.js';
import { membersOf } from './seatedIn.js';

type Sites = readonly DatacenterRecord[];

/** The sites on the territory of any of the countries. */
export async function sitesOn(ctx: Context, at: TimeSlice, countries: Iterable<EntityId>): Promise<Sites> {
  const sites = await Promise.all(
    [...countries].map((id) => referrers(ctx, 'datacenter', at, id, ['located_in'], (site) => site.country === id)),
  );
  return sites.flat();
}

/** The sites of the programmes of any of the countries. */
export async function programmeSites(ctx: Context, at: TimeSlice, countries: Iterable<EntityId>): Promise<Sites> {
  const programmes = await Promise.all(
    [...countries].map((id) => referrers(ctx, 'initiative', at, id, ['government'], (one) => one.country === id)),
  );
  const ids = programmes.flat().flatMap(({ datacenters }) => datacenters);
  return ofKind(ctx, 'datacenter', at, ids);
}

/** The sites of which any of the organisations, or a cloud that it operates, is a tenant or, without any, the operator. */
export async function tenancies(ctx: Context, at: TimeSlice, of: readonly EntityRecord[]): Promise<Sites> {
  const users = await withTheirClouds(ctx, at, of);
  const sites = await Promise.all(
    [...users].map((id) =>
      referrers(ctx, 'datacenter', at, id, ['tenant', 'operated_by'], (site) =>
        site.tenants.length > 0 ? site.tenants.includes(id) : site.operator === id,
      ),
    ),
  );
  return sites.flat();
}

/** The sites that an entity uses, each once, by id: a site itself, a programme's, a country's and its programmes', else its tenancies. */
export async function sitesOf(ctx: Context, at: TimeSlice, of: EntityRecord): Promise<Sites> {
  if (of.kind === 'datacenter') return [of];
  if (of.kind === 'initiative') return ofKind(ctx, 'datacenter', at, of.datacenters);
  if (of.kind !== 'country') return onceEach(await tenancies(ctx, at, [of]));
  const countries = [of.id, ...(await membersOf(ctx, at, of.id))];
  return onceEach([...(await sitesOn(ctx, at, countries)), ...(await programmeSites(ctx, at, countries))]);
}

export function onceEach(sites: Sites): Sites {
  return [...new Map(sites.map((site) => [site.id, site])).values()].sort((a, b) => compareIds(a.id, b.id));
}
