import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { withDataOption } from './askOptions.js';
import { QuestionFailed, type Surroundings } from './Graph.js';

interface QueryOptions {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly data: readonly string[];
}

/** `aigraph query`: GraphQL without a server; prints the answer as the server would send it. */
export function addQueryCommand(program: Command, surroundings: Surroundings): void {
  withDataOption(program.command('query'))
    .description('answer a GraphQL query, as the server would')
    .argument('<query>', 'GraphQL, or the name of a file that holds it')
    .option('--variables <json>', 'values of the query’s variables', parseVariables, {})
    .action(async (query: string, { variables, data }: QueryOptions) => {
      const text = await readQuery(query);
      const graph = await surroundings.openGraph(data);
      const result = await graph.ask(text, variables);
      if (result.data) surroundings.print(JSON.stringify(result, null, 2));
      if (result.errors) throw new QuestionFailed(result);
    });
}

/** What holds a brace is GraphQL, anything else the name of a file. */
async function readQuery(query: string): Promise<string> {
  if (query.includes('{')) return query;
  try {
    return await readFile(query, 'utf8');
  } catch {
    throw new Error(`Expected GraphQL or the name of a readable file but got: "${query}".`);
  }
}

function parseVariables(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below: text that isn't JSON is as wrong as JSON that isn't an object.
  }
  throw new InvalidArgumentError('Expected a JSON object such as {"id": "company:openai"}.');
}
