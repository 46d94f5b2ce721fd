import { createServer, type IncomingMessage } from 'node:http';
import neo4j from 'neo4j-driver';
import { neo4jLogin } from './login.js';

/**
 * The floor: one statement of one's own a request, through the driver as it comes, behind the smallest HTTP server that
 * can be. A request is `{"statement": …, "parameters": …}`; the answer is the rows as JSON.
 */
const { uri, user, password } = neo4jLogin();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.setHeader('content-type', 'application/json').end(body),
    (error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`GraphQL API: http://127.0.0.1:${port}/\n`);
});

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { statement, parameters } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statement, parameters);
    return JSON.stringify(records.map((record) => record.toObject()));
  } finally {
    await session.close();
  }
}
