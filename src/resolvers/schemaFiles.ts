import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);
/** What federation has in every graph, and adds to the rest by itself. */
const OF_FEDERATION = 'subgraph.graphql';
const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

"Of an input of which exactly one field is given."
directive @oneOf on INPUT_OBJECT
`;

/** The SDL of the whole API, file by file in the order of their names. */
export function readSchemaFiles(): string[] {
  return filesOfSchema().map(read);
}

/** The SDL of the API as a part of a federated graph. Reads the files when it is first asked for. */
export function subgraphSdl(): string {
  sdl ??= [LINK, ...filesOfSchema().flatMap((file) => (file === OF_FEDERATION ? [] : [read(file)]))].join('\n');
  return sdl;
}

let sdl: string | undefined;

function filesOfSchema(): string[] {
  return readdirSync(SCHEMA_FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .sort();
}

function read(file: string): string {
  return readFileSync(new URL(file, SCHEMA_FOLDER), 'utf8');
}
