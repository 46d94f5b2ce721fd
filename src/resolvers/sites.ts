import type { SiteRole } from '../generated/schema.js';
import type { CloudRecord, CompanyRecord, DatacenterRecord } from '../model/entity.js';
import type { EntityId } from '../model/ids.js';
import type { Context } from './context.js';
import { connectionOf } from './list.js';
import type { PageArgs } from './page.js';
import type { DatacenterConnectionParent } from './parents.js';
import { referrers } from './referrers.js';
import { timeOf } from './timeSlice.js';

/** The property that says each role, and the plain field that holds it. */
const ROLES: Readonly<
  Record<SiteRole, { readonly property: string; readonly holds: (site: DatacenterRecord, id: EntityId) => boolean }>
> = {
  OPERATOR: { property: 'operated_by', holds: (site, id) => site.operator === id },
  OWNER: { property: 'owned_by', holds: (site, id) => site.owners.includes(id) },
  TENANT: { property: 'tenant', holds: (site, id) => site.tenants.includes(id) },
  ENERGY_PROVIDER: { property: 'energy_from', holds: (site, id) => site.energyProviders.includes(id) },
};

/** The datacenters to which a company or cloud is tied, in one role or in any but that of powering them. */
export async function sitesOf(
  ctx: Context,
  record: CompanyRecord | CloudRecord,
  args: PageArgs & { readonly as?: SiteRole | null | undefined },
): Promise<DatacenterConnectionParent> {
  const roles = args.as ? [ROLES[args.as]] : [ROLES.OPERATOR, ROLES.OWNER, ROLES.TENANT];
  const properties = roles.map((role) => role.property);
  const found = await referrers(ctx, 'datacenter', timeOf(ctx, record), record.id, properties, (site) =>
    roles.some((role) => role.holds(site, record.id)),
  );
  return connectionOf('datacenters', record.id, args, found);
}
