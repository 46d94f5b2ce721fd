/** A query that GraphiQL shows in a tab of its own. */
export interface ExampleQuery {
  readonly title: string;
  readonly query: string;
}

/** Ready questions for a newcomer, one a tab; a test validates and runs each of them. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    title: 'WhoDependsOnWhom',
    query: `# Who does OpenAI depend on, directly and through others?
query WhoDependsOnWhom {
  dependencies(of: "company:openai", transitive: true, first: 20) {
    totalCount
    edges {
      node { id name kind }
      depth
      kinds
      confidence
    }
  }
}
`,
  },
  {
    title: 'TheDeal',
    query: `# What did OpenAI sign with AWS, and on which evidence?
query TheDeal {
  deal(id: "deal:openai-aws-2025") {
    id
    name
    announced
    termYears
    status
    firm { amountUsd saidOn }
    parties { title entity { id name } }
    expandedBy { id name }
    facts {
      property
      value
      unit
      qualifier
      saidOn
      conflicting
      sources { publisher url }
    }
  }
}
`,
  },
  {
    title: 'HowConnected',
    query: `# How is OpenAI connected to ASML?
query HowConnected {
  paths(from: "company:openai", to: "company:asml", first: 3) {
    truncated
    edges {
      node {
        length
        nodes { id name }
        hops { kind evidence { sources { publisher url } } }
      }
    }
  }
}
`,
  },
  {
    title: 'Commitments',
    query: `# What has OpenAI promised to pay, to whom, and when?
query Commitments {
  commitments(of: "company:openai") {
    totalUsd
    annualizedUsd
    coverage { known total }
    byCounterparty { entity { id name } amountUsd }
    schedule { year amountUsd basis }
    excluded { deal { id } reason }
  }
}
`,
  },
  {
    title: 'SmallerThanOneDeal',
    query: `# Which national programmes are smaller than the OpenAI-AWS deal?
query SmallerThanOneDeal {
  compareInitiatives(deal: "deal:openai-aws-2025") {
    rows {
      initiative { id name }
      budgetUsd
      ratioToDeal
      notComparableBecause
    }
  }
}
`,
  },
];
