/** Where the contestants' Neo4j is. */
export interface Neo4jLogin {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** From NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD. Throws where there is no NEO4J_URI. */
export function neo4jLogin(): Neo4jLogin {
  const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (uri === undefined) throw new Error('Expected NEO4J_URI to be set.');
  return { uri, user, password };
}
