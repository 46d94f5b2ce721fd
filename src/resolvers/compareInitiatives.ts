import { type BudgetFigures, compareInitiatives as compare } from '../analysis/compareInitiatives.js';
import type { QueryCompareInitiativesArgs, Resolvers } from '../generated/schema.js';
import { bestClaim, claimsOn } from '../model/claims.js';
import type { Contested } from '../model/contested.js';
import type { CountryRecord, InitiativeRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import type { EntityId } from '../model/ids.js';
import type { TimeSlice } from '../model/time.js';
import { isCurrency } from '../model/units.js';
import type { Context } from './context.js';
import { toTheCent } from './dealFields.js';
import { dealInputs } from './dealInputs.js';
import { allExisting, entitiesOf, existing, isKind, ofKind } from './entities.js';
import { isGiven, withinSize } from './page.js';
import type { InitiativeComparisonParent } from './parents.js';
import { referrers } from './referrers.js';
import { sensitive, sensitiveFields } from './sensitive.js';
import { readAt, timed, timeOf } from './timeSlice.js';
import { scenarioOf } from './world.js';

const MAX_ROWS = 100;
const CHIP_VENDOR_ROLE = 'chip_designer';

export const compareInitiatives: Resolvers = {
  Query: {
    compareInitiatives: sensitive(async (ctx, at, args) => {
      const currency = checkCurrency(args.currency);
      const deal = isGiven(args.deal) ? await existing(ctx, args.deal, at) : null;
      if (deal && deal.kind !== 'deal') throw badInput('the id of a deal', deal.id);
      const { asked, countriesWithout } = await askedInitiatives(ctx, at, args);
      const initiatives = asked.slice(0, MAX_ROWS);
      const named = await suppliersOf(ctx, at, initiatives);
      const [dealInput] = deal ? await dealInputs(ctx, at, false, [deal.id]) : [];
      const answer = compare({
        initiatives,
        deal: dealInput ?? null,
        currency,
        rates: ctx.meta.rates,
        populationOf: (id) => {
          const record = named.get(id);
          return record?.kind === 'country' ? record.population : null;
        },
        countryOf: (id) => named.get(id)?.country ?? null,
        isChipVendor: (id) => {
          const record = named.get(id);
          return record?.kind === 'company' && record.roles.includes(CHIP_VENDOR_ROLE);
        },
      });
      const records = new Map(initiatives.map((record) => [record.id, record]));
      return {
        ...at,
        deal,
        dealUsd: answer.deal?.usd ?? null,
        dealPerYearUsd: answer.deal?.usdPerYear ?? null,
        countriesWithout,
        truncated: asked.length > MAX_ROWS,
        rates: answer.rates,
        prices: 'NOMINAL',
        rows: answer.rows.flatMap((row) => {
          const initiative = records.get(row.initiative);
          return initiative ? [timed(ctx, { ...row, initiative, currency }, at)] : [];
        }),
      };
    }, figureOf),
  },
  InitiativeComparison: { scenario: scenarioOf, ...sensitiveFields },
  InitiativeRow: {
    claimed: (row, _args, ctx) => row.initiative.budget && timed(ctx, row.initiative.budget, timeOf(ctx, row)),
    budgetUsd: (row) => toTheCent(row.usd.total),
    budgetPerYearUsd: (row) => toTheCent(row.usd.perYear),
    inUsd: (row) => figuresIn('USD', row.usd),
    inCurrency: (row) => figuresIn(row.currency, row.inCurrency),
    start: (row) => row.initiative.start,
    end: (row) => row.initiative.end,
    population: (row, _args, ctx) => populationClaim(ctx, timeOf(ctx, row), row.initiative.country),
    ratioToDealPerYear: (row) => row.ratioPerYear,
    supplierCountries: (row, _args, ctx) => ofKind(ctx, 'country', timeOf(ctx, row), row.supplierCountries),
    chipVendors: (row, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, row), row.chipVendors, info),
    nvidiaDependence: (row) => row.namedVendorDependence,
    notComparableBecause: (row) => (row.notComparableBecause.length > 0 ? row.notComparableBecause : null),
  },
};

/** The claim by which the country's population is told; null without one. */
async function populationClaim(ctx: Context, at: TimeSlice, id: EntityId | null) {
  const [country] = id === null ? [] : await ofKind(ctx, 'country', at, [id]);
  if (!country || country.population === null) return null;
  const claims = await ctx.loaders.statementsBySubject('population', readAt(at)).load(country.id);
  const claim = bestClaim(claimsOn(claims, at.asOf).filter(({ value }) => value === country.population));
  return claim && timed(ctx, claim, at);
}

function figuresIn(currency: string, { total, perYear, perYearLow, perYearHigh, perHead }: BudgetFigures) {
  return {
    currency,
    total: toTheCent(total),
    perYear: toTheCent(perYear),
    perYearLow: toTheCent(perYearLow),
    perYearHigh: toTheCent(perYearHigh),
    perHead: toTheCent(perHead),
  };
}

interface Asked {
  readonly asked: readonly InitiativeRecord[];
  readonly countriesWithout: readonly CountryRecord[];
}

/** Those of the ids in their order, then those of the countries; without either all, by name. One more than fit at most. */
async function askedInitiatives(ctx: Context, at: TimeSlice, args: QueryCompareInitiativesArgs): Promise<Asked> {
  const records = await allExisting(ctx, args.ids ? withinSize('ids', args.ids) : [], at);
  const byId = records.map((record) => {
    if (!isKind('initiative', record)) throw badInput('ids of initiatives', record.id);
    return record;
  });
  if (!args.countries) return { asked: args.ids ? byId : await allInitiatives(ctx, at), countriesWithout: [] };
  const countries = (await allExisting(ctx, withinSize('countries', args.countries), at)).map((record) => {
    if (!isKind('country', record)) throw badInput('ids of countries or blocs', record.id);
    return record;
  });
  const found = await Promise.all(countries.map((country) => initiativesOf(ctx, at, country)));
  return {
    asked: [...new Map([...byId, ...found.flat()].map((record) => [record.id, record])).values()],
    countriesWithout: countries.filter((_, i) => found[i]?.length === 0),
  };
}

function initiativesOf(ctx: Context, at: TimeSlice, country: CountryRecord): Promise<readonly InitiativeRecord[]> {
  return referrers(ctx, 'initiative', at, country.id, ['government'], (i) => i.country === country.id);
}

async function allInitiatives(ctx: Context, at: TimeSlice): Promise<readonly InitiativeRecord[]> {
  const orderBy = { field: 'name', direction: 'ASC' } as const;
  const page = await ctx.loaders.list({ kind: 'initiative', filter: null, orderBy, page: { first: MAX_ROWS + 1 } });
  const ids = page.items.map((record) => record.id);
  return ofKind(ctx, 'initiative', at, ids);
}

/** Everything that the initiatives name as supplier or government. */
async function suppliersOf(ctx: Context, at: TimeSlice, initiatives: readonly InitiativeRecord[]) {
  const ids = initiatives.flatMap(({ suppliers, country }) => [
    ...suppliers.map((supplier) => supplier.entity),
    ...(country === null ? [] : [country]),
  ]);
  const records = await entitiesOf(ctx, at, [...new Set(ids)]);
  return new Map(records.map((record) => [record.id, record]));
}

function checkCurrency(currency: string | null | undefined): string {
  if (!isGiven(currency)) return 'USD';
  if (!isCurrency(currency)) throw badInput('an ISO 4217 currency code such as "EUR"', currency);
  return currency;
}

/** What a contested amount is part of: the budget of its initiative, or the amount of the deal. */
function figureOf(
  { rows, deal, dealUsd }: Pick<InitiativeComparisonParent, 'rows' | 'deal' | 'dealUsd'>,
  { best }: Contested,
): number | null {
  if (best.subject === deal?.id) return dealUsd;
  return rows.find(({ initiative }) => initiative.id === best.subject)?.usd.total ?? null;
}
