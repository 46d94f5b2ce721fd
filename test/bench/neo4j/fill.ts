import neo4j from 'neo4j-driver';
import { RULES_VERSION } from '../../../src/derive/rules.js';
import type { Dataset } from '../../../src/model/dataset.js';
import { Database } from '../../../src/store/neo4j/Database.js';
import { Importer } from '../../../src/store/neo4j/Importer.js';
import type { Neo4jLogin } from './login.js';

/** Imports the dataset as `aigraph import` does. Resolves to false where the graph held it already. */
export async function fill(login: Neo4jLogin, dataset: Dataset, step: (what: string) => void): Promise<boolean> {
  const database = new Database({ ...login, database: 'neo4j' });
  try {
    const importer = new Importer(database, {
      author: 'bench',
      reason: 'Generated graph',
      rulesVersion: RULES_VERSION,
      now: () => new Date(),
      step,
    });
    return (await importer.run(dataset)).changed;
  } finally {
    await database.close();
  }
}

/** What the peer sorts and filters by, beside the indexes that ours makes and that the peer has too. */
const PEER_INDEXES = [
  'CREATE INDEX bench_company_name IF NOT EXISTS FOR (c:Company) ON (c.name)',
  'CREATE INDEX bench_company_country_name IF NOT EXISTS FOR (c:Company) ON (c.country, c.name)',
  'CALL db.awaitIndexes(600)',
];

export async function indexForPeer({ uri, user, password }: Neo4jLogin): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    for (const statement of PEER_INDEXES) await driver.session({ database: 'neo4j' }).run(statement);
  } finally {
    await driver.close();
  }
}
