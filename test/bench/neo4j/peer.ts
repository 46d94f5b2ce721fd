import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import neo4j from 'neo4j-driver';
import { neo4jLogin } from './login.js';

/**
 * The library that people would use instead, over the graph that our adapter writes: on the same Apollo, the same HTTP
 * integration and without cache control, as ours. `Entity` stands for every kind, so that a neighbour of any kind is found
 * by one label and not by a union over all of them.
 */
const NEIGHBOURS = `
  dependsOn: [Entity!]! @relationship(type: "DEPENDS_ON", direction: OUT)
  dependents: [Entity!]! @relationship(type: "DEPENDS_ON", direction: IN)
`;
const typeDefs = `
  type Entity @node(labels: ["Entity"]) {
    id: ID!
    kind: String!
    name: String!
    ${NEIGHBOURS}
  }
  type Company @node(labels: ["Company", "Entity"]) {
    id: ID!
    name: String!
    country: String
    roles: [String!]
    founded: String
    ${NEIGHBOURS}
  }
`;

const { uri, user, password } = neo4jLogin();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const schema = await new Neo4jGraphQL({
  typeDefs,
  driver,
  features: { filters: { String: { GTE: true } } },
}).getSchema();
const apollo = new ApolloServer({
  schema,
  nodeEnv: 'production',
  plugins: [ApolloServerPluginCacheControlDisabled()],
});
await apollo.start();
const app = fastify();
await app.register(fastifyApollo(apollo));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`GraphQL API: ${url}/graphql\n`);
