import neo4j from 'neo4j-driver';
import type { Login } from './waitForBolt.js';

const DATABASE = { database: 'neo4j' };

/** How many nodes are there. */
export async function holds(login: Login): Promise<number> {
  return using(login, async (run) => {
    const [record] = await run('MATCH (n) RETURN count(n) AS n');
    return Number(record?.n);
  });
}

/** Deletes every node, relationship, constraint and index, but for the two look-up indexes that every new database has. */
export async function emptyDatabase(login: Login): Promise<void> {
  await using(login, async (run) => {
    await run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
    for (const { name } of await run('SHOW CONSTRAINTS YIELD name')) await run(`DROP CONSTRAINT ${quoted(name)}`);
    for (const { name } of await run('SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP" RETURN name'))
      await run(`DROP INDEX ${quoted(name)}`);
  });
}

/** A name can't be a parameter. */
function quoted(name: unknown): string {
  return `\`${String(name).replaceAll('`', '``')}\``;
}

type Row = Readonly<Record<string, unknown>>;

async function using<T>(
  { uri, user, password }: Login,
  work: (run: (statement: string) => Promise<Row[]>) => Promise<T>,
) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const session = driver.session(DATABASE);
    // Autocommit, for CALL … IN TRANSACTIONS refuses any other transaction.
    return await work(async (statement) => (await session.run(statement)).records.map((record) => record.toObject()));
  } finally {
    await driver.close();
  }
}
