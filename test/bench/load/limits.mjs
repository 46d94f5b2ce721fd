// What limits, counting and logging cost: requests a second of 64 clients on the server as it ships, and on one without any of it.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { QUESTIONS } from './questions.mjs';
import { startServer } from './startServer.mjs';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '8' }, rounds: { type: 'string', default: '5' } },
});
const LEAST = 0.85;

const servers = {
  off: await startServer('test/bench/load/bare.mjs'),
  // Answers that were kept would hide what limits cost.
  on: await startServer('dist/main.js', { LOG_LEVEL: 'error', RESPONSE_CACHE_MB: '0' }),
};
await Promise.all(Object.values(servers).map((server) => load(server, 10)));
const ratios = [];
for (let round = 0; round < Number(values.rounds); round++) {
  const found = {};
  for (const [name, server] of Object.entries(servers)) found[name] = await load(server, Number(values.seconds));
  ratios.push(found.on.perCpuSecond / found.off.perCpuSecond);
  const shown = Object.entries(found).map(
    ([name, { perSecond, perCpuSecond }]) =>
      `${name} ${Math.round(perSecond)}/s, ${Math.round(perCpuSecond)} a CPU second`,
  );
  console.log(`${shown.join('; ')}; ratio ${ratios.at(-1).toFixed(3)}`);
}
for (const { child } of Object.values(servers)) child.kill('SIGKILL');
const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)];
console.log(
  `${median >= LEAST ? 'ok  ' : 'FAIL'} with every limit on ${median.toFixed(3)} of what it is without, at least ${LEAST}`,
);
process.exitCode = median >= LEAST ? 0 : 1;

/** Requests a second, and a second of the server's CPU, which other work of the machine does not change. */
async function load({ url, child }, seconds) {
  const before = cpuSeconds(child.pid);
  const { requests, errors, non2xx, statusCodeStats } = await autocannon({
    url: `${url}/graphql`,
    connections: 64,
    duration: seconds,
    requests: QUESTIONS.map((query) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })),
  });
  if (errors + non2xx > 0)
    throw new Error(`${errors} errors at ${url}, and status ${JSON.stringify(statusCodeStats)}.`);
  return { perSecond: requests.total / seconds, perCpuSecond: requests.total / (cpuSeconds(child.pid) - before) };
}

/** By Linux: user and system time in hundredths of a second. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
