import { PROVENANCE } from './questions.js';

export const COMMITMENTS_QUESTION = `query (
    $of: ID!, $group: Boolean, $role: CommitmentRole, $includeCeilings: Boolean, $includeNonBinding: Boolean, $asOf: Date,
    $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: commitments(
      of: $of, group: $group, role: $role, includeCeilings: $includeCeilings, includeNonBinding: $includeNonBinding,
      asOf: $asOf, knownAt: $knownAt
    ) {
      of { id name }
      members { id name }
      role
      asOf
      totalUsd
      openAbove
      annualizedUsd
      unscheduledUsd
      sharedUsd
      unattributedUsd
      coverage { known total }
      byCounterparty { entity { id name } amountUsd sharePercent }
      schedule { year amountUsd basis }
      options { deal { id } label amountUsd capacityMw date counted }
      excluded { deal { id } reason }
    }
  }`;

export const CONCENTRATION_QUESTION = `query (
    $of: [ID!]!, $group: Boolean, $by: ConcentrationBy!, $basis: ConcentrationBasis!, $includeCeilings: Boolean, $asOf: Date,
    $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: concentration(
      of: $of, group: $group, by: $by, basis: $basis, includeCeilings: $includeCeilings, asOf: $asOf, knownAt: $knownAt
    ) {
      of { id name }
      members { id name }
      by
      basis
      asOf
      hhi { value low high }
      band
      coverage { known total }
      shares { entity { id name } sharePercent amountUsd dealCount }
      unknown { id name }
      excluded { deal { id } reason }
      excludedSites { id name }
    }
  }`;

export const MARKET_QUESTION = `query ($market: String!, $period: PartialDate, $asOf: Date, $knownAt: DateTime) {
    ${PROVENANCE}
    answer: marketConcentration(market: $market, period: $period, asOf: $asOf, knownAt: $knownAt) {
      market
      asOf
      results {
        period
        analyst
        measure
        region
        hhi { value low high }
        band
        incomplete
        residualPercent
        shares { entity { id name } sharePercent low high }
        sources { id publisher }
      }
    }
  }`;

const LEVEL = `{
        capacity
        coverage { known total universe }
        shares { entity { id name } sharePercent capacity siteCount }
      }`;

export const NATIONAL_QUESTION = `query ($country: ID!, $asOf: Date, $knownAt: DateTime) {
    ${PROVENANCE}
    answer: nationalDependency(country: $country, asOf: $asOf, knownAt: $knownAt) {
      country { id name }
      asOf
      unit
      territory ${LEVEL}
      provider ${LEVEL}
      chips ${LEVEL}
      rowCount
      rows(first: 1000) {
        site { id name }
        country { id }
        used
        counted
        capacity
        operator { id }
        operatorCountry { id }
        chips { chip { id } count }
      }
    }
  }`;
