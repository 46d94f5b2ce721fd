import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import { neo4jForTests } from '../support/neo4j/inject.js';

const { uri, user, password } = neo4jForTests();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
afterAll(() => driver.close());

describe('the run’s Neo4j', () => {
  it('answers a query', async () => {
    const { records } = await driver.executeQuery('RETURN 1 AS one');
    expect(records.map((record) => record.toObject())).toEqual([{ one: 1 }]);
  });

  it('is of the line that we promise, unless the user brought another', async () => {
    const { agent } = await driver.getServerInfo();
    expect(agent).toMatch(process.env.NEO4J_URI ? /^Neo4j\/\d/ : /^Neo4j\/5\.26\./);
  });
});
