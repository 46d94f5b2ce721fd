import autocannon from 'autocannon';
import { it } from 'vitest';
import { startProgram } from '../http/program.js';
import { SHAPES } from './shapes.js';

const SECONDS = 8;
const WARM_UP_SECONDS = 3;
const CLIENTS = 8;

it(`throughput and p99, ${CLIENTS} clients`, async () => {
  const program = startProgram('main.js', [], { PORT: '0' });
  const [, url = ''] = await program.printed(/GraphQL API: (\S+)/);
  for (const [name, query] of Object.entries(SHAPES)) {
    await load(url, query, WARM_UP_SECONDS);
    const { requests, latency, non2xx } = await load(url, query, SECONDS);
    const failed = non2xx > 0 ? `, ${non2xx} FAILED` : '';
    process.stdout.write(
      `${name}: ${Math.round(requests.average)}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms${failed}\n`,
    );
  }
});

function load(url: string, query: string, duration: number) {
  return autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections: CLIENTS,
    duration,
  });
}
