import { deriveDataset } from '../../../src/derive/deriveDataset.js';
import type { Dataset, Facts } from '../../../src/model/dataset.js';
import type { EntityId } from '../../../src/model/ids.js';
import { type Claim, FactSheet, LEARNED } from './FactSheet.js';
import { COUNTRIES, makeName } from './names.js';
import { Random, Zipf } from './Random.js';

export interface BenchSize {
  /** Of all kinds together. */
  readonly entities: number;
  /** Dependencies after derivation; within 1 %. */
  readonly relations: number;
  readonly seed: number;
}

/** The graph of which docs/performance.md speaks. */
export const FULL_SIZE: BenchSize = { entities: 100_000, relations: 500_000, seed: 1 };

/** A made-up dataset, derived as a real one is. Same size and seed, same dataset. */
export function generateBenchDataset(size: BenchSize): Dataset {
  return deriveDataset(generateBenchFacts(size));
}

/**
 * Made-up facts in the shape of the real ones: companies, clouds, chips, datacenters, deals and sources, related by
 * statements. Providers are chosen by Zipf's law, so that some have tens of thousands of dependents and most a few, and
 * the larger a company the more it depends on too. All countries but {@link PLAIN_COUNTRIES} also have companies whose relations have ended,
 * were withdrawn, lie ahead, stand beside others or are stakes.
 */
export function generateBenchFacts(size: BenchSize): Facts {
  return new Generator(size).facts();
}

/** Every company here depends on others now, certainly and on each of them in one way only. */
export const PLAIN_COUNTRIES: readonly EntityId[] = ['country:DE', 'country:JP', 'country:GB', 'country:FR'];

/** What a company of a role is to those that depend on it. `amplified`: their clouds depend on it too. */
interface Trade {
  readonly role: string;
  readonly property: string;
  /** Who the statement is about. */
  readonly subject: 'provider' | 'dependent';
  readonly amplified: boolean;
}

const TRADES: readonly Trade[] = [
  { role: 'chip_designer', property: 'supplies_chips_to', subject: 'provider', amplified: true },
  { role: 'foundry', property: 'fabricates_at', subject: 'dependent', amplified: false },
  { role: 'memory', property: 'supplies_hbm_to', subject: 'provider', amplified: false },
  { role: 'packaging', property: 'packages_at', subject: 'dependent', amplified: false },
  { role: 'server_oem', property: 'supplies_servers_to', subject: 'provider', amplified: true },
  { role: 'energy', property: 'supplies_power_to', subject: 'provider', amplified: false },
  { role: 'eda', property: 'supplies_eda_to', subject: 'provider', amplified: false },
];
/** Runs clouds and sites; who depends on it depends on a cloud of it. */
const OPERATOR = 'cloud_provider';
const CUSTOMERS = ['ai_lab', 'enterprise', 'software', 'bank', 'carmaker'];

const SHARES = { sources: 0.04, chips: 0.04, clouds: 0.02, datacenters: 0.25, deals: 0.01 };
/** The part of the companies, the largest first, on which others depend. */
const PROVIDERS = 0.6;

interface Company {
  readonly id: EntityId;
  readonly trade: Trade | null;
  readonly isOdd: boolean;
  readonly clouds: EntityId[];
}

class Generator {
  readonly #size: BenchSize;
  readonly #random: Random;
  readonly #sheet: FactSheet;
  /** By size, the largest first. */
  readonly #companies: Company[] = [];
  readonly #operators: Company[] = [];
  readonly #odd: Company[] = [];
  readonly #byRole = new Map<string, Company[]>();
  readonly #clouds: EntityId[] = [];
  /** Dependent and provider, where one depends on the other already. */
  readonly #pairs = new Set<string>();
  #edges = 0;

  constructor(size: BenchSize) {
    this.#size = size;
    this.#random = new Random(size.seed);
    this.#sheet = new FactSheet(this.#random);
  }

  facts(): Facts {
    const count = (share: number) => Math.round(this.#size.entities * share);
    for (let i = 0; i < count(SHARES.sources); i++) this.#sheet.source(`Publisher ${i % 200}`, i);
    for (const [code, name] of COUNTRIES) this.#sheet.entity('country', name, code);
    const rest = 1 - Object.values(SHARES).reduce((sum, share) => sum + share);
    this.#addCompanies(count(rest) - COUNTRIES.length);
    for (let i = 0; i < count(SHARES.clouds); i++) this.#addCloud();
    for (let i = 0; i < count(SHARES.chips); i++) this.#addChip();
    for (let i = 0; i < count(SHARES.datacenters); i++) this.#addDatacenter();
    this.#addDeals(count(SHARES.deals));
    this.#relateCompanies();
    return this.#sheet.facts();
  }

  #addCompanies(count: number): void {
    const countries = new Zipf(COUNTRIES.length, this.#random);
    for (let i = 0; i < count; i++) {
      const isProvider = i < count * PROVIDERS;
      // The largest are one of each trade, in the order of the list; then one in eight runs clouds.
      const trade = TRADES[i] ?? (isProvider && !this.#random.chance(1 / 8) ? this.#random.pick(TRADES) : null);
      const role = trade?.role ?? (isProvider ? OPERATOR : this.#random.pick(CUSTOMERS));
      const id = this.#sheet.entity('company', this.#sheet.unique(makeName(this.#random)));
      const country: EntityId = `country:${COUNTRIES[countries.next()]?.[0] ?? 'US'}`;
      const isOdd = !isProvider && !PLAIN_COUNTRIES.includes(country) && this.#random.chance(0.4);
      const company: Company = { id, trade, isOdd, clouds: [] };
      this.#companies.push(company);
      if (isOdd) this.#odd.push(company);
      if (role === OPERATOR) this.#operators.push(company);
      const peers = this.#byRole.get(role);
      if (peers) peers.push(company);
      else this.#byRole.set(role, [company]);
      this.#sheet.state(id, 'hq_country', { object: country });
      this.#sheet.state(id, 'role', { value: role });
      if (this.#random.chance(0.9)) this.#sheet.state(id, 'founded', { value: this.#random.month(1970, 2024) });
    }
  }

  #addCloud(): void {
    const operator = this.#random.pick(this.#operators);
    const cloud = this.#sheet.entity('cloud', this.#sheet.unique(`${makeName(this.#random)} Cloud`));
    this.#sheet.state(cloud, 'operated_by', { object: operator.id });
    operator.clouds.push(cloud);
    this.#clouds.push(cloud);
    this.#edges++;
  }

  #addChip(): void {
    const chip = this.#sheet.entity('chip', this.#sheet.unique(`${makeName(this.#random)} Chip`));
    const confirmed = { confidence: 'confirmed' } as const;
    const designer = this.#largeOf('chip_designer');
    this.#sheet.state(chip, 'category', { value: 'gpu' });
    this.#sheet.state(chip, 'released', { value: this.#random.day(2018, 2025), ...confirmed });
    this.#sheet.state(chip, 'tdp_w', { value: 50 + this.#random.below(1000), unit: 'W' });
    this.#sheet.state(chip, 'designed_by', { object: designer.id, ...confirmed });
    this.#edges++;
    for (const [property, role] of [
      ['fabricated_by', 'foundry'],
      ['memory_from', 'memory'],
    ] as const) {
      const maker = this.#largeOf(role);
      this.#sheet.state(chip, property, { object: maker.id, ...confirmed });
      this.#edges += this.#join(designer.id, maker.id) ? 2 : 1;
    }
  }

  #addDatacenter(): void {
    const site = this.#sheet.entity('datacenter', this.#sheet.unique(`${makeName(this.#random)} Site`));
    const country: EntityId = `country:${this.#random.pick(COUNTRIES)[0]}`;
    const opened = this.#random.chance(0.9) ? this.#random.day(2015, 2025) : null;
    // What is only planned lies ahead of whoever will run it.
    const operator = this.#random.pick(opened === null ? this.#odd : this.#operators);
    const status = opened === null ? 'planned' : 'operational';
    this.#sheet.state(site, 'located_in', { object: country });
    this.#sheet.state(site, 'status', { value: status, validFrom: opened });
    if (opened !== null) this.#sheet.state(site, 'first_operational', { value: opened });
    this.#sheet.state(site, 'facility_power_mw', { value: 1 + this.#random.below(500), unit: 'MW' });
    this.#sheet.state(site, 'operated_by', { object: operator.id, validFrom: opened });
    this.#edges += 1 + operator.clouds.length;
    const tenant = this.#random.pick(this.#companies);
    if (opened !== null && this.#random.chance(0.5) && tenant !== operator) {
      this.#sheet.state(site, 'tenant', { object: tenant.id, validFrom: opened });
      this.#edges += 1 + tenant.clouds.length;
    }
    if (this.#random.chance(0.5)) {
      this.#sheet.state(site, 'energy_from', { object: this.#largeOf('energy').id, validFrom: opened });
      this.#edges++;
    }
  }

  /** Compute deals of odd customers, a few of which replace the one before. */
  #addDeals(count: number): void {
    let before: EntityId | null = null;
    for (let i = 0; i < count; i++) {
      const deal = this.#sheet.entity('deal', this.#sheet.unique(`${makeName(this.#random)} Deal`));
      const announced = this.#random.day(2022, 2025);
      const cloud = this.#random.pick(this.#clouds);
      this.#sheet.state(deal, 'form', { value: 'COMPUTE_PURCHASE' });
      this.#sheet.state(deal, 'announced', { value: announced });
      this.#sheet.state(deal, 'status', { value: 'ACTIVE', validFrom: announced });
      this.#sheet.state(deal, 'party', { object: this.#random.pick(this.#odd).id, scope: 'customer' });
      this.#sheet.state(deal, 'party', { object: cloud, scope: 'provider' });
      this.#sheet.state(deal, 'amount', { value: 1e6 * (1 + this.#random.below(10_000)), unit: 'USD' });
      if (before !== null && this.#random.chance(0.05)) this.#sheet.state(deal, 'supersedes', { object: before });
      before = deal;
      this.#edges++;
    }
  }

  /** Relates companies until there are as many dependencies as were asked for. */
  #relateCompanies(): void {
    const providers = new Zipf(Math.floor(this.#companies.length * PROVIDERS), this.#random);
    const clouds = new Zipf(this.#clouds.length, this.#random);
    while (this.#edges < this.#size.relations) {
      // The larger a company, the more it depends on.
      const dependent = this.#companies[Math.floor(this.#companies.length * this.#random.next() ** 1.5)];
      const provider = this.#companies[providers.next()];
      if (!dependent || !provider || dependent === provider) continue;
      if (provider.trade === null) this.#buyCloud(dependent, this.#clouds[clouds.next()]);
      else if (this.#join(dependent.id, provider.id)) this.#buy(dependent, provider.id, provider.trade);
    }
  }

  #buyCloud(dependent: Company, cloud: EntityId | undefined): void {
    if (cloud === undefined || dependent.clouds.includes(cloud) || !this.#join(dependent.id, cloud)) return;
    this.#sheet.state(dependent.id, 'customer_of', { object: cloud, validFrom: this.#since() });
    this.#edges++;
  }

  #buy(dependent: Company, provider: EntityId, trade: Trade): void {
    if (dependent.isOdd) {
      this.#buyOddly(dependent.id, provider, trade);
      return;
    }
    this.#relate(dependent.id, provider, trade, { validFrom: this.#since() });
    this.#edges += 1 + (trade.amplified ? dependent.clouds.length : 0);
  }

  /** In one of the ways in which a question of today must not count it, or only once. */
  #buyOddly(dependent: EntityId, provider: EntityId, trade: Trade): void {
    const way = this.#random.below(8);
    this.#edges += way === 1 || way === 2 || way === 3 ? 2 : 1;
    if (way === 0) this.#relate(dependent, provider, trade, { validFrom: '2019-03', validTo: '2024-06' });
    else if (way === 1) this.#relate(dependent, provider, trade, { refersTo: '2027-06' });
    else if (way === 2) {
      this.#relate(dependent, provider, trade, {});
      this.#sheet.state(dependent, 'outsources_packaging_to', { object: provider });
    } else if (way === 3) {
      this.#relate(dependent, provider, trade, { saidOn: '2023-02-01', recordedAt: LEARNED[0] });
      this.#relate(dependent, provider, trade, {
        saidOn: '2024-02-01',
        recordedAt: LEARNED[1],
        confidence: 'confirmed',
      });
    } else if (way === 4) {
      this.#relate(dependent, provider, trade, { recordedAt: LEARNED[0], retractedAt: LEARNED[1] });
    } else if (way === 5)
      this.#sheet.state(provider, 'owns_stake_in', { object: dependent, value: 20, unit: 'percent' });
    else this.#relate(dependent, provider, trade, {});
  }

  #relate(dependent: EntityId, provider: EntityId, { property, subject }: Trade, claim: Claim): void {
    if (subject === 'provider') this.#sheet.state(provider, property, { object: dependent, ...claim });
    else this.#sheet.state(dependent, property, { object: provider, ...claim });
  }

  /** Whether the two were not related yet; they are from now on. */
  #join(dependent: EntityId, provider: EntityId): boolean {
    const before = this.#pairs.size;
    this.#pairs.add(`${dependent}|${provider}`);
    return this.#pairs.size > before;
  }

  #since(): string | null {
    return this.#random.chance(0.4) ? this.#random.month(2016, 2025) : null;
  }

  /** One of the twenty largest of a role. */
  #largeOf(role: string): Company {
    return this.#random.pick((this.#byRole.get(role) ?? []).slice(0, 20));
  }
}
