import type { CodegenConfig } from '@graphql-codegen/cli';
import { CONFIDENCES, ENTITY_KINDS, QUALIFIERS, SOURCE_READS } from './src/resolvers/enums.js';

const record = (name: string) => `../model/entity.js#${name}`;

/** Types whose resolvers start from a type of `parents.ts` named after them. */
const ownParents = [
  'ChipConnection',
  'ClaimedMoney',
  'CloudProviderConnection',
  'CommitmentOption',
  'CompanyConnection',
  'ConcentrationShare',
  'CounterpartyAmount',
  'CountryConnection',
  'CurrencyRate',
  'CustomerConnection',
  'CustomerEdge',
  'DatacenterConnection',
  'DealAmount',
  'DealConnection',
  'DealOption',
  'Dependency',
  'DependencyConnection',
  'DependencyEdge',
  'DependencyPath',
  'EditResult',
  'EditedEntities',
  'EditedStatements',
  'Event',
  'EventConnection',
  'ExcludedDeal',
  'IncludedAmount',
  'InitiativeConnection',
  'InitiativeRow',
  'InvestmentConnection',
  'Node',
  'PathConnection',
  'SearchConnection',
  'SourceConnection',
  'Statement',
  'StatementConnection',
  'Tranche',
];

/** Types of the resolvers, from the schema and from the model's records. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/schema.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../resolvers/context.js#Context',
        useTypeImports: true,
        emitLegacyCommonJSImports: false,
        enumsAsTypes: true,
        immutableTypes: true,
        skipTypename: true,
        disableDescriptions: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          Date: '../model/time.js#Day',
          PartialDate: '../model/time.js#PartialDate',
          DateTime: '../model/time.js#Instant',
          FactValue: '../model/statement.js#FactValue',
        },
        // Enums whose values are the model's own words, which the schema spells otherwise.
        enumValues: {
          Confidence: CONFIDENCES,
          EntityKind: ENTITY_KINDS,
          Qualifier: QUALIFIERS,
          SourceRead: SOURCE_READS,
        },
        mappers: {
          ...Object.fromEntries(ownParents.map((name) => [name, `../resolvers/parents.js#${name}Parent`])),
          Chip: record('ChipRecord'),
          CloudProvider: record('CloudRecord'),
          Company: record('CompanyRecord'),
          Confidence: '../model/statement.js#Confidence as ConfidenceWord',
          ComputeDeal: record('DealRecord'),
          Country: record('CountryRecord'),
          Datacenter: record('DatacenterRecord'),
          Dataset: '../model/dataset.js#DatasetMeta',
          Deal: record('DealRecord'),
          EnergyDeal: record('DealRecord'),
          Entity: record('EntityRecord'),
          EntityKind: '../model/ids.js#EntityKind as EntityKindWord',
          Initiative: record('InitiativeRecord'),
          Investment: record('DealRecord'),
          PolicyEvent: record('PolicyRecord'),
          Programme: record('DealRecord'),
          Qualifier: '../model/statement.js#Qualifier as QualifierWord',
          Source: record('SourceRecord'),
          SourceRead: '../resolvers/enums.js#SourceReadWord',
          SupplyDeal: record('DealRecord'),
          Topic: record('TopicRecord'),
        },
      },
    },
  },
};

export default config;
