import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';

/** The loaded graph, asked in process through the same schema as over HTTP. */
export interface Graph {
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
}

/** What a command needs of the world. */
export interface Surroundings {
  /** Loads the shipped facts and, over them, those of these folders. */
  openGraph(data: readonly string[]): Promise<Graph>;
  print(text: string): void;
}

/** A question that was not answered: one line a GraphQL error. */
export class QuestionFailed extends Error {
  constructor(result: ExecutionResult) {
    super((result.errors ?? []).map(({ message }) => message).join('\n'));
    this.name = 'QuestionFailed';
  }
}

/** Executes without HTTP; `context` is made anew for each question, as the server does for each request. */
export function createGraph(schema: GraphQLSchema, context: () => Promise<object>): Graph {
  return {
    ask: async (source, variables) =>
      graphql({ schema, source, variableValues: withoutUnset(variables), contextValue: await context() }),
  };
}

/** An option that was not given must leave the default of the schema; GraphQL would read undefined as null. */
function withoutUnset(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
}

/** The whole data of an answer. Throws QuestionFailed. */
export async function askWhole(
  graph: Graph,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const result = await graph.ask(query, variables);
  if (result.errors || !result.data) throw new QuestionFailed(result);
  return result.data;
}
