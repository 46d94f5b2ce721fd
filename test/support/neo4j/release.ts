/** A release of Neo4j Community and the versions of Java that run it. */
export interface Release {
  readonly version: string;
  readonly java: { readonly from: number; readonly to: number };
  /** A class on the class path, or a Java file that is run from source. */
  readonly entry: { readonly mainClass: string } | { readonly source: string };
}

export const LTS: Release = {
  version: '5.26.30',
  java: { from: 17, to: 21 },
  entry: { mainClass: 'org.neo4j.server.CommunityEntryPoint' },
};

/** The newest line; nothing of ours is promised on it, but its conformance is checked by `npm run test:neo4j-next`. */
export const NEXT: Release = {
  version: '2026.08.1',
  java: { from: 21, to: 99 },
  entry: { source: 'StartNeo4j.java' },
};
