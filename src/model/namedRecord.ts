import type { EntityRecord } from './entity.js';
import { type EntityId, kindOf } from './ids.js';

/** Alike for every kind: nothing is known but what it is called. */
const NOTHING_ELSE = {
  aliases: [],
  externalIds: [],
  confidence: 'recalled',
  sources: [],
  mergedInto: null,
  country: null,
} as const;

const NO_POWER = {
  itPowerMw: null,
  sitePowerMw: null,
  plannedItPowerMw: null,
  plannedSitePowerMw: null,
  announcedPowerMw: null,
} as const;

/**
 * An entity of which only id, kind and name were read, for whoever asks for nothing else; its other fields say nothing.
 * Null for a kind of which one must know more to tell what it is.
 */
export function namedRecord(id: EntityId, name: string): EntityRecord | null {
  const kind = kindOf(id);
  const head = { id, name, ...NOTHING_ELSE };
  switch (kind) {
    case 'company':
      return { ...head, kind, roles: [], hqCity: null, founded: null, parent: null };
    case 'cloud':
      return { ...head, kind, operator: null };
    case 'country':
      return { ...head, kind, code: '', isBloc: false, memberOf: [], population: null };
    case 'topic':
      return { ...head, kind };
    case 'chip':
      return {
        ...head,
        kind,
        category: null,
        designer: null,
        released: null,
        memoryGb: null,
        memoryType: null,
        memoryBandwidthTbs: null,
        tdpW: null,
        denseBf16Tflops: null,
        denseFp8Tflops: null,
        foundries: [],
        memorySuppliers: [],
        components: [],
        exportStatus: null,
        exportStatusSince: null,
      };
    case 'datacenter':
      return {
        ...head,
        kind,
        operator: null,
        owners: [],
        tenants: [],
        energyProviders: [],
        chips: [],
        region: null,
        city: null,
        latitude: null,
        longitude: null,
        geoPrecision: null,
        status: null,
        firstOperational: null,
        firstOperationalBasis: null,
        ...NO_POWER,
        h100Equivalents: null,
      };
    default:
      return null;
  }
}
