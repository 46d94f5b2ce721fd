import type { PowerFigure, Resolvers } from '../generated/schema.js';
import type { DatacenterRecord } from '../model/entity.js';
import { anyRef, entitiesOf, ofKind, oneOfKind } from './entities.js';
import { entityFields } from './entityFields.js';
import { listOf } from './list.js';
import { timeOf } from './timeSlice.js';

export const datacenter: Resolvers = {
  Query: {
    datacenter: (_parent, { id }, ctx, info) => oneOfKind(ctx, 'datacenter', id, info),
    datacenters: (_parent, args, ctx) => listOf(ctx, 'datacenter', args),
  },
  Datacenter: {
    ...entityFields,
    operator: (record, _args, ctx, info) => anyRef(ctx, timeOf(ctx, record), record.operator, info),
    owners: (record, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, record), record.owners, info),
    tenants: (record, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, record), record.tenants, info),
    energyProviders: (record, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, record), record.energyProviders, info),
    chips: (record, _args, ctx) => ofKind(ctx, 'chip', timeOf(ctx, record), record.chips),
    power: powerFigures,
  },
};

function powerFigures(site: DatacenterRecord): PowerFigure[] {
  const figures: [number | null, PowerFigure['basis'], PowerFigure['stage']][] = [
    [site.itPowerMw, 'IT', 'OPERATIONAL'],
    [site.sitePowerMw, 'SITE', 'OPERATIONAL'],
    [site.plannedItPowerMw, 'IT', 'PLANNED'],
    [site.plannedSitePowerMw, 'SITE', 'PLANNED'],
    [site.announcedPowerMw, 'UNSTATED', 'ANNOUNCED'],
  ];
  return figures.flatMap(([powerMw, basis, stage]) => (powerMw === null ? [] : [{ powerMw, basis, stage }]));
}
