import type { EntityKind } from './ids.js';

/** What a property says: a figure, an amount of money, a date, a text, or another entity. */
export type ValueType = 'number' | 'money' | 'date' | 'text' | 'relation';

/** One property of the closed list. */
export interface PropertyInfo {
  readonly name: string;
  readonly value: ValueType;
  /** The unit of a number; null for text, dates, relations and money, whose unit is a currency. */
  readonly unit: string | null;
  /** Several may hold at once, so that the claim's object or value is part of its identity. */
  readonly multi: boolean;
  /** Values follow one another, each from its `validFrom`: claims with different dates don't compete. */
  readonly dated: boolean;
  /**
   * It changes over time, so a claim tells nothing of the time before it was said. All else (who runs a site, where a seat
   * is, what a chip can do, when a deal starts) speaks for the day that it is about, whenever it was said.
   */
  readonly changes: boolean;
  /** What may stand beside the object of a relation: a number, unless it is a text. */
  readonly detail?: 'text';
  /** Kinds of entity that a relation may point at; empty for anything but relations. */
  readonly targets: readonly EntityKind[];
  /** For analysts. */
  readonly description: string;
}

const ORGANISATIONS: readonly EntityKind[] = ['company', 'cloud'];

/** What one organisation does for another; each may hold for several. */
const RELATIONS: readonly (readonly [name: string, targets: readonly EntityKind[], description: string])[] = [
  ['supplies_chips_to', ORGANISATIONS, 'Sells accelerators to.'],
  ['supplies_servers_to', ORGANISATIONS, 'Sells servers to.'],
  ['customer_of', ORGANISATIONS, 'Buys cloud from, or chips from a chip maker.'],
  ['hosts_on', ORGANISATIONS, 'Runs or offers its models on.'],
  ['flagship_customer', ORGANISATIONS, 'Names as its flagship customer: a label, no dependency of its own.'],
  ['codesigns_with', ORGANISATIONS, 'Designs chips together with.'],
  ['develops_own_chips', ['chip'], 'Designs this chip for itself.'],
  ['develops_own_chips_with', ORGANISATIONS, 'Has its own chip designed together with.'],
  ['supplies_eda_to', ORGANISATIONS, 'Sells chip-design software to.'],
  ['licenses_ip_to', ORGANISATIONS, 'Licenses processor designs to.'],
  ['supplies_power_to', ORGANISATIONS, 'Sells electricity to; the value is the power where known.'],
  ['develops_smr_for', ORGANISATIONS, 'Develops small reactors for; the value is the power where known.'],
  ['develops_fusion_for', ORGANISATIONS, 'Develops a fusion plant for; the value is the power where known.'],
  ['supplies_euv_to', ORGANISATIONS, 'Sells extreme-ultraviolet lithography machines to.'],
  ['supplies_lasers_to', ORGANISATIONS, 'Sells lasers to.'],
  ['supplies_optics_to', ORGANISATIONS, 'Sells optics to.'],
  ['sole_supplier_of', ['topic'], 'Is the only maker of; the value is its share in percent.'],
  ['fabricates_at', ORGANISATIONS, 'Has its chips made by.'],
  ['base_die_from', ORGANISATIONS, 'Has the base die of its memory made by.'],
  ['packages_at', ORGANISATIONS, 'Has its chips packaged by.'],
  ['outsources_packaging_to', ORGANISATIONS, 'Passes packaging work on to.'],
  ['cowos_wafers', ORGANISATIONS, 'Wafers of advanced packaging a year that it takes from.'],
  ['supplies_hbm_to', ORGANISATIONS, 'Sells high-bandwidth memory to.'],
  ['hbm4_share_of_rubin', ORGANISATIONS, 'Supplies this share of the HBM4 for Nvidia’s Rubin, in percent.'],
  ['dram_loi_with', ORGANISATIONS, 'Has a letter of intent on memory with.'],
  ['owns', ORGANISATIONS, 'Owns.'],
  ['owns_stake_in', ORGANISATIONS, 'Owns part of; the value is the stake in percent where known.'],
  ['concentrates_compute', ['topic'], 'Has much of the compute of this sort.'],
  ['share_of_ai_compute', ['topic'], 'Share of the world’s compute of this sort, in percent.'],
];

/** The properties that the code reads, by name. All others are the long tail, `otherFacts`. */
export const PROPERTIES: ReadonlyMap<string, PropertyInfo> = new Map(list().map((info) => [info.name, info]));

/** Whether several values of the property may hold at once. The long tail holds one value a scope. */
export function isMulti(property: string): boolean {
  return PROPERTIES.get(property)?.multi ?? false;
}

/** Whether values of the property follow one another, each from its `validFrom`. */
export function isDated(property: string): boolean {
  return PROPERTIES.get(property)?.dated ?? false;
}

/** Whether the property changes over time; what is not in the list may. */
export function isChanging(property: string): boolean {
  return PROPERTIES.get(property)?.changes ?? true;
}

function list(): PropertyInfo[] {
  const org = ORGANISATIONS;
  return [
    // Companies
    texts('role', 'What the organisation does: cloud_provider, chip_designer, foundry, ai_lab, …'),
    relation('hq_country', ['country'], 'Country of the headquarters.'),
    text('hq_city', 'City of the headquarters.'),
    date('founded', 'When it was founded.'),
    relation('parent', ['company'], 'The company that it belongs to.'),
    relations('owned_by', org, 'An owner; the value is the stake in percent where known.', 'percent'),

    // Clouds, datacenters
    relation('operated_by', org, 'Who runs it.'),
    relations('tenant', org, 'Who computes there.'),
    relations('energy_from', org, 'Who powers it; the scope is the kind of supply.'),
    relation('located_in', ['country'], 'Country of the site.'),
    text('region', 'State, province or region of the site.'),
    text('city', 'City of the site, or the nearest one.'),
    number('latitude', null, 'Latitude in degrees, north positive.'),
    number('longitude', null, 'Longitude in degrees, east positive.'),
    text('geo_precision', '`site`: of the site itself; `city`: of its city.'),
    dated('status', 'Status from a date on; the values depend on the kind of entity.'),
    date('first_operational', 'When it first ran.'),
    text('first_operational_basis', 'actual_estimate, announced or projected.'),
    figure('it_power_mw', 'MW', 'Power of the computers alone. Never added to or mixed with site power.'),
    figure('facility_power_mw', 'MW', 'Power of the whole site.'),
    figure('planned_it_power_mw', 'MW', 'Planned power of the computers alone.'),
    figure('planned_facility_power_mw', 'MW', 'Planned power of the whole site.'),
    figure('announced_capacity_mw', 'MW', 'Announced power, basis unstated.'),
    figure('h100_equivalents', 'H100e', 'Compute, in H100 equivalents.'),
    changing(relations('chip_count', ['chip'], 'How many of a chip.', 'chips')),
    figure('gpu_count', 'GPUs', 'How many accelerators, the chip unstated.'),
    changing(relations('planned_chip_count', ['chip'], 'How many of a chip are planned, no date stated.', 'chips')),
    figure('planned_gpu_count', 'GPUs', 'How many accelerators are planned, no date stated.'),

    // Chips
    text('category', 'gpu, asic, cpu, system, lpu or wafer.'),
    relation('designed_by', ['company'], 'Who designed it.'),
    relations('codesigned_with', ['company'], 'Who helped to design it.'),
    date('released', 'When it was released.'),
    number('memory_gb', 'GB', 'Memory of one chip or system.'),
    text('memory_type', 'Kind of memory, such as HBM3e.'),
    number('memory_bandwidth_tbs', 'TB/s', 'Memory bandwidth.'),
    number('tdp_w', 'W', 'Thermal design power.'),
    number('peak_bf16_tflops', 'TFLOPS', 'Peak dense BF16 or FP16 throughput.'),
    number('peak_fp8_tflops', 'TFLOPS', 'Peak dense FP8 throughput.'),
    number('peak_fp4_tflops', 'TFLOPS', 'Peak FP4 throughput, as the source counts it.'),
    { ...relations('fabricated_by', ['company'], 'The foundry; the value is the process node.'), detail: 'text' },
    relations('memory_from', ['company'], 'A maker of its high-bandwidth memory.'),
    relations('component', ['chip'], 'A chip that the system contains.'),
    dated('export_status', 'Export-control status from a date on.'),
    number(
      'h100_equivalents_per_chip',
      'H100e',
      'Conversion table: peak dense BF16 divided by the H100’s 989.4 TFLOPS.',
    ),

    // Deals
    text('form', 'The form in which the deal was made.'),
    relations('party', org, 'A party; the scope is its role as the source has it.'),
    date('announced', 'When it was announced.'),
    date('start', 'When it starts.'),
    date('end', 'When it ends.'),
    number('term_years', 'years', 'Its term.'),
    relations('chip', ['chip'], 'A chip that the deal is about.'),
    relations('datacenter', ['datacenter'], 'A site that the deal or programme is about.'),
    relations('supersedes', ['deal'], 'The deal that it replaces.'),
    relations('nested_in', ['deal', 'initiative'], 'The deal or programme that contains it; never added to it.'),
    relations('expands', ['deal'], 'The deal to which it adds.'),
    relations('contingent_on', ['deal'], 'The deal on which it depends.'),
    relations('related_to', ['deal'], 'A linked deal; the sources do not say how.'),
    money('amount', 'The headline amount.'),
    money('committed', 'The part of the amount that is firm.'),
    money('optional', 'The part of the amount that is an option.'),
    money('tranche', 'A part of the amount, dated by `validFrom`; the scope is tranche-1, tranche-2, …'),
    money('tranche_upfront', 'The part paid at once.'),
    money('tranche_conditional', 'The part that depends on a condition.'),
    money('equity_option', 'Equity that may be bought later.'),
    money('investor_amount', 'What one investor gives; the scope is the investor’s id.'),
    money('amount_total', 'A stated total: a check on a sum, never part of one.'),
    figure('capacity_mw', 'MW', 'Capacity promised.'),
    figure('option_mw', 'MW', 'Capacity that may be added.'),
    date('expansion_option_from', 'From when an option to expand can be used.'),
    date('conditional_tranche_lapses', 'When a conditional part lapses.'),
    date('full_deployment_by', 'By when everything is deployed.'),
    text('instance_family', 'The cloud’s product that serves it.'),
    text('chip_count_text', 'How many chips, in words.'),
    text('cpu_scaling_text', 'How many CPUs, in words.'),
    number('stake_percent', 'percent', 'The stake acquired.'),

    // Initiatives
    relation('government', ['country'], 'The government or bloc whose programme it is.'),
    text(
      'initiative_form',
      'programme, infrastructure, fund, legislation, private_initiative, policy, model, association.',
    ),
    number('stated_years', 'years', 'Over how many years the budget runs, as a source says.'),
    money('budget', 'Its budget.'),
    changing(text('budget_stage', 'ANNOUNCED, COMMITTED or DISBURSED, where a source says so.')),
    text('funder', 'PUBLIC, PRIVATE, MIXED or ESTIMATE, where a source says so.'),
    texts('goal', 'A goal.'),
    figure('power_mw', 'MW', 'Power planned or reached.'),
    relations('lead_body', org, 'Who leads it.'),
    relations('supplier', org, 'Who supplies chips, cloud, servers or buildings; the scope is the role.'),
    relations('participant', org, 'Grantees, users, tenants, investors; the scope is the role.'),
    relations('same_as', ['deal'], 'The deal that is the same project; never add the amounts.'),
    relations('contains', ['deal'], 'A deal that is part of the programme; never add the amounts.'),

    // Countries, policy
    relations('member_of', ['country'], 'The bloc that the country belongs to.'),
    figure('population', 'count', 'Inhabitants.'),
    relation('issued_by', ['company', 'country'], 'Who made the rule.'),
    relations('targets', ['company', 'country', 'chip', 'topic'], 'Whom or what the rule is about.'),
    text('action', 'restricts_export_to, requires_licence_for, …'),
    date('date', 'When it happened.'),

    // Relations between organisations
    ...RELATIONS.map(([name, targets, description]) => relations(name, targets, description)),
    figure('cowos_monthly_capacity', 'wafers/month', 'Capacity of advanced packaging.'),
    figure(
      'market_share',
      'percent',
      'Reported share; the scope is market, measure, region and analyst; `refersTo` the period.',
    ),

    texts('seed_inference', 'A judgement of the seed text: commentary, never a figure.'),
    texts('status_text', 'Where it stands, in words.'),
    texts('note', 'A remark on the record as a whole.'),
  ];
}

function relation(name: string, targets: readonly EntityKind[], description: string): PropertyInfo {
  return { name, value: 'relation', unit: null, multi: false, dated: false, changes: false, targets, description };
}

function relations(
  name: string,
  targets: readonly EntityKind[],
  description: string,
  unit: string | null = null,
): PropertyInfo {
  return { name, value: 'relation', unit, multi: true, dated: false, changes: false, targets, description };
}

function number(name: string, unit: string | null, description: string): PropertyInfo {
  return { name, value: 'number', unit, multi: false, dated: false, changes: false, targets: [], description };
}

/** A number that is measured, counted or planned anew from time to time. */
function figure(name: string, unit: string, description: string): PropertyInfo {
  return changing(number(name, unit, description));
}

function changing(info: PropertyInfo): PropertyInfo {
  return { ...info, changes: true };
}

function money(name: string, description: string): PropertyInfo {
  return { name, value: 'money', unit: null, multi: false, dated: false, changes: true, targets: [], description };
}

function date(name: string, description: string): PropertyInfo {
  return { name, value: 'date', unit: null, multi: false, dated: false, changes: false, targets: [], description };
}

function text(name: string, description: string): PropertyInfo {
  return { name, value: 'text', unit: null, multi: false, dated: false, changes: false, targets: [], description };
}

function texts(name: string, description: string): PropertyInfo {
  return { ...text(name, description), multi: true };
}

function dated(name: string, description: string): PropertyInfo {
  return { ...text(name, description), dated: true, changes: true };
}
