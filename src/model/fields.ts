import type { EntityRecord, RecordOf } from './entity.js';
import { badInput } from './errors.js';
import type { EntityId, EntityKind } from './ids.js';
import type { Day, PartialDate } from './time.js';

/**
 * How a field is compared. `id` and `enum` exactly; `ids` and `enums` are lists, asked by what they have; `text` folded;
 * `date` by the first day of its period; `period` is a pair of days, asked whether it covers a day.
 */
export type FieldType = 'id' | 'ids' | 'enum' | 'enums' | 'text' | 'number' | 'boolean' | 'date' | 'period';

/** First and last day of a period, both inclusive; `to` null is open. */
export interface DayPeriod {
  readonly from: Day;
  readonly to: Day | null;
}

/** What a field's accessor gives; null and the empty list are unknown. */
export type FieldValue = string | number | boolean | readonly string[] | DayPeriod | null;

/** A plain field by which the entities of one kind can be filtered and perhaps ordered. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly orderable: boolean;
  /** The value in a record of the field's kind; null for a record of another kind. */
  readonly read: (record: EntityRecord) => FieldValue;
}

/** The closed list of the filterable fields of a kind, by name. */
export function fieldsOf(kind: EntityKind): ReadonlyMap<string, Field> {
  return FIELDS[kind];
}

/** The names of the fields by which a kind can be ordered. */
export function orderableFields(kind: EntityKind): readonly string[] {
  return [...FIELDS[kind].values()].filter((field) => field.orderable).map((field) => field.name);
}

/** One field of a kind. Throws BAD_USER_INPUT for any other name. */
export function fieldOf(kind: EntityKind, name: string): Field {
  const field = FIELDS[kind].get(name);
  if (!field) throw badInput(`a field of ${kind} (${[...FIELDS[kind].keys()].join(', ')})`, name);
  return field;
}

/** One field of a kind by which it can be ordered. Throws BAD_USER_INPUT for any other name. */
export function orderableFieldOf(kind: EntityKind, name: string): Field {
  const field = FIELDS[kind].get(name);
  if (!field?.orderable) throw badInput(`an orderable field of ${kind} (${orderableFields(kind).join(', ')})`, name);
  return field;
}

/** Collects the fields of one kind; each method takes names and accessors of one type. */
class FieldTable<K extends EntityKind> {
  readonly fields = new Map<string, Field>();

  constructor(private readonly kind: K) {
    this.add('id', true, { id: (r) => r.id });
    this.add('text', true, { name: (r) => r.name });
  }

  ids(reads: Reads<K, readonly EntityId[]>): this {
    return this.add('ids', false, reads);
  }

  id(reads: Reads<K, EntityId | null>): this {
    return this.add('id', false, reads);
  }

  /** Words of a closed vocabulary, compared exactly. */
  word(reads: Reads<K, string | null>): this {
    return this.add('enum', false, reads);
  }

  words(reads: Reads<K, readonly string[]>): this {
    return this.add('enums', false, reads);
  }

  text(reads: Reads<K, string | null>): this {
    return this.add('text', true, reads);
  }

  number(reads: Reads<K, number | null>): this {
    return this.add('number', true, reads);
  }

  flag(reads: Reads<K, boolean | null>): this {
    return this.add('boolean', false, reads);
  }

  date(reads: Reads<K, PartialDate | null>): this {
    return this.add('date', true, reads);
  }

  period(reads: Reads<K, DayPeriod | null>): this {
    return this.add('period', false, reads);
  }

  private add(type: FieldType, orderable: boolean, reads: Reads<K, FieldValue>): this {
    for (const [name, read] of Object.entries(reads)) {
      const ofKind = (record: EntityRecord) => (isOfKind(record, this.kind) ? read(record) : null);
      this.fields.set(name, { name, type, orderable, read: ofKind });
    }
    return this;
  }
}

type Reads<K extends EntityKind, V extends FieldValue> = Readonly<Record<string, (record: RecordOf<K>) => V>>;

function isOfKind<K extends EntityKind>(record: EntityRecord, kind: K): record is RecordOf<K> {
  return record.kind === kind;
}

const FIELDS: Readonly<Record<EntityKind, ReadonlyMap<string, Field>>> = {
  company: new FieldTable('company')
    .words({ roles: (r) => r.roles })
    .id({ country: (r) => r.country, parent: (r) => r.parent })
    .date({ founded: (r) => r.founded }).fields,

  cloud: new FieldTable('cloud').id({ operator: (r) => r.operator, country: (r) => r.country }).fields,

  chip: new FieldTable('chip')
    .id({ designer: (r) => r.designer })
    .word({ category: (r) => r.category, exportStatus: (r) => r.exportStatus })
    .date({ released: (r) => r.released })
    .number({
      memoryGb: (r) => r.memoryGb,
      memoryBandwidthTbs: (r) => r.memoryBandwidthTbs,
      tdpW: (r) => r.tdpW,
      denseBf16Tflops: (r) => r.denseBf16Tflops,
      denseFp8Tflops: (r) => r.denseFp8Tflops,
    })
    .ids({
      foundries: (r) => r.foundries.map((foundry) => foundry.company),
      memorySuppliers: (r) => r.memorySuppliers,
      components: (r) => r.components,
    }).fields,

  datacenter: new FieldTable('datacenter')
    .id({ operator: (r) => r.operator, country: (r) => r.country })
    .word({ status: (r) => r.status })
    .ids({
      owners: (r) => r.owners,
      tenants: (r) => r.tenants,
      chips: (r) => r.chips,
      energyProviders: (r) => r.energyProviders,
    })
    .number({
      itPowerMw: (r) => r.itPowerMw,
      sitePowerMw: (r) => r.sitePowerMw,
      plannedItPowerMw: (r) => r.plannedItPowerMw,
      plannedSitePowerMw: (r) => r.plannedSitePowerMw,
      h100Equivalents: (r) => r.h100Equivalents,
    })
    .date({ firstOperational: (r) => r.firstOperational }).fields,

  deal: new FieldTable('deal')
    .word({ type: (r) => r.type, form: (r) => r.form, status: (r) => r.status })
    .flag({ binding: (r) => r.binding })
    .date({
      announced: (r) => r.announced,
      start: (r) => r.start,
      end: (r) => r.end,
      termEnd: (r) => r.termEnd,
      optionDate: (r) => r.optionDate,
      fullDeploymentBy: (r) => r.fullDeploymentBy,
    })
    .number({ amountUsd: (r) => r.amountUsd, capacityMw: (r) => r.capacityMw, termYears: (r) => r.termYears })
    .ids({
      chips: (r) => r.chips,
      datacenters: (r) => r.datacenters,
      parties: (r) => r.parties.map((party) => party.entity),
      customers: (r) => r.parties.filter((party) => party.role === 'CUSTOMER').map((party) => party.entity),
      providers: (r) => r.parties.filter((party) => party.role === 'PROVIDER').map((party) => party.entity),
    })
    .period({ inForceOn: (r) => (r.inForceFrom === null ? null : { from: r.inForceFrom, to: r.inForceTo }) }).fields,

  initiative: new FieldTable('initiative')
    .id({ government: (r) => r.country })
    .word({ form: (r) => r.form, status: (r) => r.status, budgetStage: (r) => r.budgetStage, funder: (r) => r.funder })
    .date({ start: (r) => r.start, end: (r) => r.end })
    .number({ budgetUsd: (r) => r.budgetUsd, gpuCount: (r) => r.gpuCount, powerMw: (r) => r.powerMw })
    .ids({
      leadBodies: (r) => r.leadBodies,
      suppliers: (r) => r.suppliers.map((supplier) => supplier.entity),
      datacenters: (r) => r.datacenters,
    }).fields,

  country: new FieldTable('country')
    .word({ code: (r) => r.code })
    .flag({ isBloc: (r) => r.isBloc })
    .ids({ memberOf: (r) => r.memberOf })
    .number({ population: (r) => r.population }).fields,

  policy: new FieldTable('policy')
    .word({ action: (r) => r.action })
    .id({ issuer: (r) => r.issuer, target: (r) => r.target })
    .date({ date: (r) => r.date }).fields,

  topic: new FieldTable('topic').fields,

  source: new FieldTable('source')
    .text({ publisher: (r) => r.publisher })
    .date({ published: (r) => r.published })
    .word({ medium: (r) => r.medium, read: (r) => r.read, licence: (r) => r.licence }).fields,
};
