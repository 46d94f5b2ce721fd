/** The GraphQL behind `aigraph ask`: one document a question, each asked in process. */

const DEPENDENCIES = `
      $of: ID!, $kinds: [DependencyKind!], $transitive: Boolean, $prospective: Boolean, $maxDepth: Int,
      $minConfidence: Confidence, $asOf: Date, $knownAt: DateTime, $after: String`;

function reach(field: 'dependencies' | 'dependents'): string {
  return `query (${DEPENDENCIES}) {
    root: node(id: $of) { ... on Entity { id name } }
    answer: ${field}(
      of: $of, kinds: $kinds, transitive: $transitive, prospective: $prospective, maxDepth: $maxDepth,
      minConfidence: $minConfidence, asOf: $asOf, knownAt: $knownAt, first: 100, after: $after
    ) {
      truncated
      pageInfo { hasNextPage endCursor }
      edges { node { id name kind } depth kinds confidence path { nodes { id } } }
    }
  }`;
}

export const DEPENDENCIES_QUESTION = reach('dependencies');
export const DEPENDENTS_QUESTION = reach('dependents');

export const PATHS_QUESTION = `query (
    $from: ID!, $to: ID!, $kinds: [DependencyKind!], $prospective: Boolean, $maxHops: Int, $first: Int,
    $minConfidence: Confidence, $asOf: Date, $knownAt: DateTime
  ) {
    answer: paths(
      from: $from, to: $to, kinds: $kinds, prospective: $prospective, maxHops: $maxHops, first: $first,
      minConfidence: $minConfidence, asOf: $asOf, knownAt: $knownAt
    ) {
      truncated
      onlyAtLowerConfidence
      edges {
        node {
          length
          nodes { id name }
          hops { kind confidence from { id name } to { id name } evidence { sources { publisher url } } }
        }
      }
    }
  }`;

export const COMMITMENTS_QUESTION = `query (
    $of: ID!, $role: CommitmentRole, $includeCeilings: Boolean, $includeNonBinding: Boolean, $asOf: Date, $knownAt: DateTime
  ) {
    answer: commitments(
      of: $of, role: $role, includeCeilings: $includeCeilings, includeNonBinding: $includeNonBinding,
      asOf: $asOf, knownAt: $knownAt
    ) {
      of { id name }
      asOf
      totalUsd
      annualizedUsd
      unscheduledUsd
      coverage { known total }
      byCounterparty { entity { id name } amountUsd sharePercent }
      schedule { year amountUsd basis }
      options { deal { id } label amountUsd capacityMw date }
      excluded { deal { id } reason }
    }
  }`;

export const CONCENTRATION_QUESTION = `query (
    $of: [ID!]!, $by: ConcentrationBy!, $basis: ConcentrationBasis!, $includeCeilings: Boolean, $asOf: Date, $knownAt: DateTime
  ) {
    answer: concentration(
      of: $of, by: $by, basis: $basis, includeCeilings: $includeCeilings, asOf: $asOf, knownAt: $knownAt
    ) {
      hhi { value low high }
      band
      coverage { known total }
      shares { entity { id name } sharePercent amountUsd }
      excluded { deal { id } reason }
    }
  }`;

export const COMPARE_QUESTION = `query (
    $ids: [ID!], $countries: [ID!], $deal: ID, $asOf: Date, $knownAt: DateTime
  ) {
    answer: compareInitiatives(ids: $ids, countries: $countries, deal: $deal, asOf: $asOf, knownAt: $knownAt) {
      rows {
        initiative { id }
        budgetUsd
        stage
        budgetPerYearUsd
        ratioToDeal
        supplierCountries { id }
        nvidiaDependence
        notComparableBecause
      }
      countriesWithout { id }
      rates { currency usd date }
      truncated
    }
  }`;

export const TIMELINE_QUESTION = `query (
    $of: [ID!], $from: Date, $to: Date, $first: Int, $asOf: Date, $knownAt: DateTime
  ) {
    answer: timeline(of: $of, from: $from, to: $to, first: $first, asOf: $asOf, knownAt: $knownAt) {
      edges { node { date kind title } }
      pageInfo { hasNextPage }
    }
  }`;
