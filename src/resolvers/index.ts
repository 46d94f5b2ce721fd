import { makeExecutableSchema } from '@graphql-tools/schema';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import type { Resolvers } from '../generated/schema.js';
import { audit } from './audit.js';
import { changes } from './changes.js';
import { chip } from './chip.js';
import { cloudProvider } from './cloudProvider.js';
import { commitments } from './commitments.js';
import { company } from './company.js';
import { compareInitiatives } from './compareInitiatives.js';
import { concentration } from './concentration.js';
import { country } from './country.js';
import { datacenter } from './datacenter.js';
import { dataset } from './dataset.js';
import { deal } from './deal.js';
import { dealTerms } from './dealTerms.js';
import { dependencies } from './dependencies.js';
import { edit } from './edit.js';
import { exposure } from './exposure.js';
import { impact } from './impact.js';
import { initiative } from './initiative.js';
import { investment } from './investment.js';
import { marketConcentration } from './marketConcentration.js';
import { nationalDependency } from './nationalDependency.js';
import { node } from './node.js';
import { paths } from './paths.js';
import { policy } from './policy.js';
import { programme } from './programme.js';
import { resolve } from './resolve.js';
import { review } from './review.js';
import { scalars } from './scalars.js';
import { scenario } from './scenario.js';
import { readSchemaFiles } from './schemaFiles.js';
import { search } from './search.js';
import { source } from './source.js';
import { statement } from './statement.js';
import { statements } from './statements.js';
import { subgraph } from './subgraph.js';
import { timeline } from './timeline.js';
import { topic } from './topic.js';
import { readWorlds } from './world.js';

export { readSchemaFiles };

/** The executable schema: the SDL of `schema/` with its resolvers. Reads the files; about 0.1 s. */
export function buildSchema(): GraphQLSchema {
  // Parsed as one document without locations and taken as valid (a test checks it), which is faster. Resolvers are not given
  // in place, which would be faster still: defaults of enums that the model spells otherwise would break, and with them
  // introspection.
  const document = parse(readSchemaFiles().join('\n'), { noLocation: true });
  const typeDefs = buildASTSchema(document, { assumeValidSDL: true });
  const schema = makeExecutableSchema({ typeDefs, resolvers: [...RESOLVERS] });
  readWorlds(schema);
  // A scalar that is given its functions loses the description that the SDL gave it.
  for (const type of Object.values(schema.getTypeMap())) type.description ??= typeDefs.getType(type.name)?.description;
  return schema;
}

const RESOLVERS: readonly Resolvers[] = [
  audit,
  changes,
  chip,
  cloudProvider,
  commitments,
  company,
  compareInitiatives,
  concentration,
  country,
  datacenter,
  dataset,
  deal,
  dealTerms,
  dependencies,
  edit,
  exposure,
  impact,
  initiative,
  investment,
  marketConcentration,
  nationalDependency,
  node,
  paths,
  policy,
  programme,
  resolve,
  review,
  scalars,
  scenario,
  search,
  source,
  statement,
  statements,
  subgraph,
  timeline,
  topic,
];
