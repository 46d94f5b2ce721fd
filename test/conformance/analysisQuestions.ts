const NODE = 'id kind name';
const HIT = `node { ${NODE} } capability horizon depth reason confidence lostCount lost(first: 3) { id kind }`;
const SHARES = 'hhi { value low high } band coverage { known total }';
const EVIDENCE = 'evidence { id property saidOn sources { id url publisher } }';
const DEPENDENCY = `totalCount truncated pageInfo { hasNextPage endCursor } edges { cursor node { ${NODE} } depth kinds confidence
  path { nodes { id aliases } hops { kind from { id } to { id } ${EVIDENCE} } } }`;

function walks(): (readonly [string, string])[] {
  const starts = {
    dependencies: ['company:openai', 'company:tsmc', 'cloud:aws'],
    dependents: ['company:nvidia', 'company:tsmc', 'cloud:aws'],
  };
  return Object.entries(starts).flatMap(([field, ids]) =>
    ids.flatMap((of) => [
      [`${field} of ${of}`, `{ ${field}(of: "${of}") { ${DEPENDENCY} } }`] as const,
      [
        `all ${field} of ${of}, then and prospective`,
        `{ ${field}(of: "${of}", transitive: true, prospective: true, asOf: "2025-11-02", first: 40) { ${DEPENDENCY} } }`,
      ] as const,
    ]),
  );
}

function sums(): (readonly [string, string])[] {
  const fields = `totalUsd openAbove annualizedUsd unscheduledUsd sharedUsd unattributedUsd coverage { known total }
    byCounterparty { entity { ${NODE} } amountUsd sharePercent } schedule { year amountUsd basis }
    included { deal { id } counterparty { id } amountUsd isCeiling saidLater }
    options { deal { id } label amountUsd counted statements { id } } excluded { deal { id } reason } rates { currency usd }`;
  return ['company:openai', 'company:microsoft', 'deal:openai-aws-2025', 'cloud:oci'].flatMap((of) =>
    ['CUSTOMER', 'PROVIDER'].map(
      (role) =>
        [
          `commitments of ${of} as ${role}`,
          `{ commitments(of: "${of}", role: ${role}, includeCeilings: true) { ${fields} } }`,
        ] as const,
    ),
  );
}

function concentrations(): (readonly [string, string])[] {
  const fields = `${SHARES} shares { entity { ${NODE} } sharePercent amountUsd dealCount } unknown { id }
    excluded { deal { id } reason } excludedSites { id } rates { currency }`;
  return ['CLOUD_PROVIDER', 'PROVIDER_COUNTRY', 'CHIP_VENDOR', 'FOUNDRY'].flatMap((by) =>
    ['CONTRACTED_USD', 'COUNT', 'MEGAWATT', 'CHIP_COUNT'].map(
      (basis) =>
        [
          `concentration by ${by} of ${basis}`,
          `{ now: concentration(of: ["company:openai"], by: ${by}, basis: ${basis}) { ${fields} }
            then: concentration(of: ["company:openai", "company:anthropic"], by: ${by}, basis: ${basis}, asOf: "2025-11-02") { ${fields} } }`,
        ] as const,
    ),
  );
}

function exposures(): (readonly [string, string])[] {
  const fields = `low high unconditional { low high } coverage { known total } chainCount
    chains { nodes { ${NODE} } item { id } share { low high } } bases { basis low high coverage { known total } }`;
  const asked = ['company:openai', 'cloud:aws', 'initiative:eu-investai', 'country:DE', 'country:US'];
  return asked.flatMap((of) =>
    ['company:nvidia', 'company:tsmc'].map(
      (to) => [`exposure of ${of} to ${to}`, `{ exposure(of: "${of}", to: "${to}") { basis ${fields} } }`] as const,
    ),
  );
}

function losses(): (readonly [string, string])[] {
  const fields = `removedCount breakCount stressCount truncated coverage { known total } removed { id }
    breaks(first: 200) { ${HIT} } stresses(first: 200) { ${HIT} lostShare { low high } alternatives { ${NODE} } }
    affected { amountUsd deals { known total } megawatts sites { known total } }`;
  return [
    'remove: ["company:tsmc"]',
    'remove: ["cloud:aws", "cloud:azure"]',
    'remove: ["country:US"]',
    'remove: ["company:tsmc"], only: [FABRICATION]',
    'remove: ["company:nvidia"], asOf: "2025-11-02", prospective: true, minConfidence: CONFIRMED',
  ].map((args) => [`impact(${args})`, `{ impact(${args}) { ${fields} } }`] as const);
}

/** Every analysis, asked in all its ways: a name and a query each. */
export const ANALYSES: readonly (readonly [string, string])[] = [
  ...walks(),
  ...['prospective: false', 'prospective: true', 'direction: ANY, maxHops: 4'].map(
    (args) =>
      [
        `paths, ${args}`,
        `{ paths(from: "company:openai", to: "company:asml", ${args}) { truncated onlyAtLowerConfidence
          edges { node { length nodes { ${NODE} } hops { kind from { id } to { id } ${EVIDENCE} } } } } }`,
      ] as const,
  ),
  ...sums(),
  ...concentrations(),
  ...['cloud_infrastructure', 'ai_accelerators', 'foundry', 'hbm'].map(
    (market) =>
      [
        `market ${market}`,
        `{ marketConcentration(market: "${market}") { results { period measure region analyst hhi { value low high } band incomplete
          leader { ${NODE} } residualPercent shares { entity { ${NODE} } sharePercent low high evidence { id } } sources { id } } } }`,
      ] as const,
  ),
  ...exposures(),
  ...losses(),
  ...['BREAKS', 'USD', 'MEGAWATT'].map(
    (by) =>
      [
        `chokepoints by ${by}`,
        `{ chokepoints(by: ${by}, first: 10) { candidates truncated ranked { entity { ${NODE} } breaks stresses weight coverage { known total } } } }`,
      ] as const,
  ),
  [
    'initiatives compared',
    `{ compareInitiatives(deal: "deal:openai-aws-2025", currency: "EUR") { dealUsd dealPerYearUsd truncated rates { currency usd date source { id } }
      countriesWithout { id } rows { initiative { ${NODE} } claimed { amount currency } budgetUsd budgetPerYearUsd isCeiling isFloor stage funder
      inUsd { total perYear perYearLow perYearHigh perHead } inCurrency { total perYear } ratioToDeal ratioToDealPerYear
      supplierCountries { ${NODE} } chipVendors { ${NODE} } nvidiaDependence notComparableBecause } } }`,
  ],
  ...['DE', 'FR', 'EU', 'SA', 'US'].map((code) => {
    const level = `shares { entity { ${NODE} } sharePercent capacity siteCount } coverage { known total universe } capacity`;
    return [
      `nationalDependency of ${code}`,
      `{ nationalDependency(country: "country:${code}") { unit territory { ${level} } provider { ${level} } chips { ${level} } rowCount
        rows { site { ${NODE} } country { id } onTerritory used counted capacity operator { ${NODE} } operatorCountry { id }
        chips { chip { id } count h100eEach vendor { id } vendorCountry { id } } } } }`,
    ] as const;
  }),
  ...['', 'of: ["company:openai"], ', 'from: "2025-09-01", to: "2025-12-31", '].map(
    (args) =>
      [
        `timeline, ${args}`,
        `{ timeline(${args}first: 60) { totalCount edges { cursor node { date precision kind title entities { ${NODE} } sources { id } } } } }`,
      ] as const,
  ),
  ...['LOW', 'HIGH'].map(
    (claims) =>
      [
        `the ${claims} claims`,
        `{ commitments(of: "company:openai", claims: ${claims}) { totalUsd claims movedByCount movedBy { low high } }
          concentration(of: ["company:openai"], by: CLOUD_PROVIDER, group: true, claims: ${claims}) { ${SHARES} members { id } movedByCount } }`,
      ] as const,
  ),
  [
    'a supposed deal, and one that is taken away',
    `{ concentration(of: ["company:openai"], by: CLOUD_PROVIDER, scenario: { remove: ["deal:openai-aws-2025"] }) { ${SHARES}
        shares { entity { ${NODE} } amountUsd } scenario { hypothetical entitiesRemoved dependenciesRemoved } }
      dependencies(of: "company:openai", scenario: { remove: ["deal:openai-aws-2025"] }) { totalCount edges { node { ${NODE} } } } }`,
  ],
  [
    'claims that differ',
    '{ statements(filter: { conflicting: true }, first: 50) { totalCount edges { node { id property scope value unit qualifier saidOn sources { id } } } } }',
  ],
];
