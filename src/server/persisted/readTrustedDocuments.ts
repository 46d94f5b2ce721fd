import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { limitDocument } from '../limits/limitDocument.js';
import { TrustedDocuments } from './TrustedDocuments.js';

const DOCUMENT = /\.(graphql|gql)$/;

/** Why a server can't start with the trusted documents that it was given: every problem, one a line. */
export class TrustedDocumentsError extends Error {}

/**
 * Reads them from a folder of `.graphql` files, a document each, or from a JSON file: an array of texts, an object of texts by
 * whatever name, or a manifest of Apollo's (`operations` with a `body` each). Throws TrustedDocumentsError where there is none, or
 * one does not fit the schema: a client that was built for it would fail later, and nobody would know why.
 */
export function readTrustedDocuments(path: string, schema: GraphQLSchema): TrustedDocuments {
  const documents = readTexts(path);
  if (documents.length === 0) throw new TrustedDocumentsError(`Expected documents in "${path}" but there is none.`);
  const problems = documents.flatMap(({ where, text }) => problemsOf(text, schema).map((one) => `${where}: ${one}`));
  if (problems.length > 0) throw new TrustedDocumentsError(problems.join('\n'));
  return new TrustedDocuments(documents.map(({ text }) => text));
}

interface Found {
  readonly where: string;
  readonly text: string;
}

function readTexts(path: string): readonly Found[] {
  try {
    if (!statSync(path).isDirectory()) return textsOf(JSON.parse(readFileSync(path, 'utf8')), path);
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => DOCUMENT.test(file));
    return files.sort().map((file) => ({ where: join(path, file), text: readFileSync(join(path, file), 'utf8') }));
  } catch (error) {
    if (error instanceof TrustedDocumentsError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new TrustedDocumentsError(
      `Expected TRUSTED_DOCUMENTS to be a folder or a JSON file of documents: ${reason}.`,
    );
  }
}

function textsOf(json: unknown, path: string): readonly Found[] {
  const list = typeof json === 'object' && json !== null && 'operations' in json ? json.operations : json;
  if (typeof list !== 'object' || list === null) throw unreadable(path);
  return Object.entries(list).map(([name, entry]) => {
    const text: unknown = typeof entry === 'object' && entry !== null && 'body' in entry ? entry.body : entry;
    if (typeof text !== 'string') throw unreadable(`${path}: ${name}`);
    return { where: `${path}: ${name}`, text };
  });
}

function unreadable(where: string): TrustedDocumentsError {
  return new TrustedDocumentsError(`Expected ${where} to hold the texts of documents but got something else.`);
}

function problemsOf(text: string, schema: GraphQLSchema): readonly string[] {
  try {
    return validate(schema, parse(text), [...specifiedRules, limitDocument]).map(({ message }) => message);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
