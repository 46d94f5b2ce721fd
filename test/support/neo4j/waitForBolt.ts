import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';

const FIRST_PASSWORD = 'neo4j';
const EVERY_MS = 100;
const WRONG_PASSWORD = 'Neo.ClientError.Security.Unauthorized';

export interface Login {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/**
 * Waits until the server answers a query, and gives a new one its password. `failure` is asked between the tries and ends the
 * waiting when it throws. Rejects with the last error after `withinMs`.
 */
export async function waitForBolt(login: Login, withinMs: number, failure: () => void): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    failure();
    // A plain connection first: a driver that failed once waits longer and longer between its own tries.
    const problem = (await accepts(login.uri)) ? await answers(login) : 'it accepts no connection';
    if (problem === undefined) return;
    if (Date.now() > end) throw new Error(`Neo4j at ${login.uri} gave no answer in ${withinMs} ms: ${problem}.`);
    await sleep(EVERY_MS);
  }
}

async function answers(login: Login): Promise<string | undefined> {
  const problem = await ask(login, 'neo4j', 'RETURN 1', {});
  if (!(problem instanceof Neo4jError) || problem.code !== WRONG_PASSWORD) return problem?.message;
  const first = { ...login, password: FIRST_PASSWORD };
  const change = 'ALTER CURRENT USER SET PASSWORD FROM $from TO $to';
  const refused = await ask(first, 'system', change, { from: FIRST_PASSWORD, to: login.password });
  return refused === undefined ? await ask(login, 'neo4j', 'RETURN 1', {}).then((e) => e?.message) : problem.message;
}

/** The error, or undefined where the statement ran. */
async function ask(
  { uri, user, password }: Login,
  database: string,
  statement: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Error | undefined> {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 5_000 });
  try {
    const session = driver.session({ database });
    await session.run(statement, parameters);
    await session.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await driver.close();
  }
}

function accepts(uri: string): Promise<boolean> {
  const { hostname, port } = new URL(uri);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 7687) });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
