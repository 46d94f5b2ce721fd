import type { DatacenterRecord, EntityHead } from '../model/entity.js';
import type { ClaimReader } from './ClaimReader.js';

export function materialiseDatacenter(head: EntityHead<'datacenter'>, read: ClaimReader): DatacenterRecord {
  const status = read.latest('status');
  return {
    ...head,
    country: read.object('located_in'),
    operator: read.object('operated_by'),
    owners: read.objects('owned_by'),
    tenants: read.objects('tenant'),
    energyProviders: read.objects('energy_from'),
    chips: read.objects('chip_count'),
    region: read.text('region'),
    city: read.text('city'),
    latitude: read.number('latitude'),
    longitude: read.number('longitude'),
    geoPrecision: read.text('geo_precision'),
    status: status === null ? null : String(status.value),
    firstOperational: read.date('first_operational'),
    firstOperationalBasis: read.text('first_operational_basis'),
    itPowerMw: read.number('it_power_mw'),
    sitePowerMw: read.number('facility_power_mw'),
    plannedItPowerMw: read.plannedNumber('planned_it_power_mw'),
    plannedSitePowerMw: read.plannedNumber('planned_facility_power_mw'),
    announcedPowerMw: read.plannedNumber('announced_capacity_mw'),
    h100Equivalents: read.number('h100_equivalents'),
  };
}
