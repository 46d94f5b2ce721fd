import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { CacheDemands } from './caching/CacheDemands.js';
import type { RequestScope } from './RequestScope.js';

/** A valid document and which operation of it is asked. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** Undefined where the name names none; graphql-js says so. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variableValues: Readonly<Record<string, unknown>> | undefined;
  /** Of a request over HTTP. */
  readonly caching?: CacheDemands | undefined;
}

export interface Answer {
  readonly result: ExecutionResult;
  /** Headers of the reply besides Apollo's. */
  readonly headers: ReadonlyMap<string, string>;
  /** The client has the answer: only the headers are of interest. */
  readonly isNotModified?: boolean | undefined;
}

/** Answers an operation. What it throws is not the client's: it is masked, with status 500. */
export type Execute = (asked: Asked, scope: RequestScope) => Promise<Answer>;
