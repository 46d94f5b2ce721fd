import { PROVENANCE } from './questions.js';

export const EXPOSURE_QUESTION = `query (
    $of: ID!, $to: ID!, $via: [DependencyKind!], $basis: ExposureBasis, $prospective: Boolean, $asOf: Date,
    $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: exposure(
      of: $of, to: $to, via: $via, basis: $basis, prospective: $prospective, asOf: $asOf, knownAt: $knownAt
    ) {
      of { id name }
      to { id name }
      via
      basis
      asOf
      low
      high
      unconditional { low high }
      coverage { known total }
      bases { basis low high coverage { known total } }
      chainCount
      chains(first: 100) { item { id } share { low high } nodes { id } }
    }
  }`;

export const IMPACT_QUESTION = `query (
    $remove: [ID!]!, $only: [DependencyKind!], $kinds: [DependencyKind!], $prospective: Boolean,
    $minConfidence: Confidence, $first: Int!, $asOf: Date, $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: impact(
      remove: $remove, only: $only, kinds: $kinds, prospective: $prospective, minConfidence: $minConfidence,
      asOf: $asOf, knownAt: $knownAt
    ) {
      asOf
      removedCount
      breakCount
      stressCount
      coverage { known total }
      affected { amountUsd deals { known total } megawatts sites { known total } }
      truncated
      removed(first: 1000) { id name }
      breaks(first: $first) { depth node { id name } capability horizon confidence reason }
      stresses(first: $first) { depth node { id name } capability horizon confidence lostShare { low high } reason }
    }
  }`;

export const CHOKEPOINTS_QUESTION = `query (
    $kinds: [DependencyKind!], $prospective: Boolean, $minConfidence: Confidence, $by: ChokepointMeasure, $first: Int,
    $asOf: Date, $knownAt: DateTime
  ) {
    ${PROVENANCE}
    answer: chokepoints(
      kinds: $kinds, prospective: $prospective, minConfidence: $minConfidence, by: $by, first: $first, asOf: $asOf,
      knownAt: $knownAt
    ) {
      asOf
      candidates
      truncated
      ranked { entity { id name } breaks stresses weight coverage { known total } }
    }
  }`;
