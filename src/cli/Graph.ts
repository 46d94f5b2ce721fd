import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import type { Environment } from '../config.js';
import type { Caller } from '../model/caller.js';
import type { Execute } from '../server/Execute.js';
import { endlessScope } from '../server/RequestScope.js';
import type { ExportOf } from '../wiring/exportGraph.js';
import type { ImportFrom, ImportReport } from '../wiring/importGraph.js';
import type { SnapshotFrom } from '../wiring/makeSnapshot.js';

/** The loaded graph, asked in process through the same schema as over HTTP. */
export interface Graph {
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
}

/** What a command needs of the world. */
export interface Surroundings {
  /** Loads the shipped facts and, over them, those of these folders. */
  openGraph(data: readonly string[]): Promise<Graph>;
  importGraph(from: ImportFrom): Promise<ImportReport>;
  rederiveGraph(): Promise<ImportReport>;
  /** A graph for writes of any size, as long as the work takes. */
  withLargeWrites<T>(work: (graph: Graph) => Promise<T>): Promise<T>;
  /** Prints all facts of the graph, piece by piece. */
  exportGraph(data: readonly string[], what: ExportOf): Promise<void>;
  /** Packs facts or rows into a file, which `SNAPSHOT` names for whoever serves or asks it. */
  makeSnapshot(from: SnapshotFrom, out: string): Promise<void>;
  print(text: string): void;
  /** Environment variables. */
  readonly environment: Environment;
}

/** A question that was not answered: one line a GraphQL error, each once where several fields have it. */
export class QuestionFailed extends Error {
  constructor(result: ExecutionResult) {
    super([...new Set((result.errors ?? []).map(({ message }) => message))].join('\n'));
    this.name = 'QuestionFailed';
  }
}

/** Executes as the server does, but without HTTP and deadline. `caller`: who asks. */
export function createGraph(schema: GraphQLSchema, execute: Execute, caller: Caller): Graph {
  const scope = endlessScope({ caller, requestId: null });
  return {
    ask: async (source, variables) => {
      const document = documentOf(source);
      if (document instanceof GraphQLError) return { errors: [document] };
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      const operation = getOperationAST(document) ?? undefined;
      const variableValues = withoutUnset(variables);
      return (await execute({ schema, document, operation, operationName: undefined, variableValues }, scope)).result;
    },
  };
}

function documentOf(source: string): DocumentNode | GraphQLError {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
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
