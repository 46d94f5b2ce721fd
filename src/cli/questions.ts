/** The GraphQL behind `aigraph ask`: one document a question, each asked in process. */

/** What every answer is read from, for whoever keeps it. */
export const PROVENANCE = 'dataset { release citation { text } }';

const DEPENDENCIES = `
      $of: ID!, $kinds: [DependencyKind!], $transitive: Boolean, $prospective: Boolean, $maxDepth: Int,
      $minConfidence: Confidence, $asOf: Date, $knownAt: DateTime, $after: String`;

function reach(field: 'dependencies' | 'dependents'): string {
  return `query (${DEPENDENCIES}) {
    ${PROVENANCE}
    root: node(id: $of) { ... on Entity { id name } }
    answer: ${field}(
      of: $of, kinds: $kinds, transitive: $transitive, prospective: $prospective, maxDepth: $maxDepth,
      minConfidence: $minConfidence, asOf: $asOf, knownAt: $knownAt, first: 100, after: $after
    ) {
      asOf
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

export const COMPARE_QUESTION = `query (
    $ids: [ID!], $countries: [ID!], $deal: ID, $currency: String, $asOf: Date, $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: compareInitiatives(
      ids: $ids, countries: $countries, deal: $deal, currency: $currency, asOf: $asOf, knownAt: $knownAt
    ) {
      asOf
      deal { id name }
      dealUsd
      dealPerYearUsd
      rows {
        initiative { id name }
        budgetUsd
        isCeiling
        isFloor
        stage
        funder
        start
        end
        budgetPerYearUsd
        inUsd { perYearLow perYearHigh perHead }
        inCurrency { currency total perYear perHead }
        noPerHeadBecause
        population { value saidOn }
        ratioToDeal
        ratioToDealPerYear
        supplierCountries { id }
        nvidiaDependence
        notComparableBecause
      }
      countriesWithout { id }
      rates { currency usd date source { id } }
      prices
      truncated
    }
  }`;

export const TIMELINE_QUESTION = `query (
    $of: [ID!], $names: [ID!]!, $named: Boolean!, $from: Date, $to: Date, $first: Int, $asOf: Date, $knownAt: DateTime
  ) {
    ${PROVENANCE}
    names: nodes(ids: $names) @include(if: $named) { ... on Entity { name } }
    answer: timeline(of: $of, from: $from, to: $to, first: $first, asOf: $asOf, knownAt: $knownAt) {
      asOf
      edges { node { date kind title } }
      pageInfo { hasNextPage }
    }
  }`;
