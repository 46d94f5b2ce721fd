import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { freePort } from './freePort.js';
import { atMyEnd } from './guard.js';
import type { StartOptions, TestNeo4j } from './TestNeo4j.js';
import { waitForBolt } from './waitForBolt.js';

const IMAGE = 'neo4j:5.26-community';
const USER = 'neo4j';
const START_WITHIN_MS = 120_000;
const ENGINE_ANSWERS_WITHIN_MS = 10_000;
const LOG_TAIL_LINES = '30';

/** Whether Docker's engine answers; the client alone is of no use. */
export function dockerAnswers(): boolean {
  const args = ['version', '--format', '{{.Server.Version}}'];
  return spawnSync('docker', args, { stdio: 'ignore', timeout: ENGINE_ANSWERS_WITHIN_MS }).status === 0;
}

/**
 * Starts a Neo4j in a container of its own, on 127.0.0.1. The container and its data go when this process ends, however that happens.
 * Rejects with the end of its log where it does not come up.
 */
export async function startWithDocker(options: StartOptions = {}): Promise<TestNeo4j> {
  // A port that we choose: one that Docker chooses is another one after every start.
  const port = await freePort(options.port);
  const server = new DockerServer(port, options.password ?? randomBytes(12).toString('hex'));
  try {
    await server.create(options);
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}

class DockerServer implements TestNeo4j {
  readonly uri: string;
  readonly user = USER;
  startedInMs = 0;
  readonly #name: string;
  readonly #guard: { dismiss(): void };

  constructor(
    private readonly port: number,
    readonly password: string,
  ) {
    this.uri = `bolt://127.0.0.1:${port}`;
    this.#name = `ai-infra-graph-${process.pid}-${port}`;
    this.#guard = atMyEnd('docker rm --force --volumes "$1"', this.#name);
  }

  get running(): boolean {
    return this.#docker('inspect', '--format', '{{.State.Running}}') === 'true';
  }

  get pid(): number {
    const pid = Number(this.#docker('inspect', '--format', '{{.State.Pid}}'));
    if (pid === 0) throw new Error('Neo4j is not running.');
    return pid;
  }

  rssMb(): number {
    const used = this.#docker('stats', '--no-stream', '--format', '{{.MemUsage}}');
    const [, amount, unit] = /^([\d.]+)([KMG])iB/.exec(used) ?? [];
    if (amount === undefined) throw new Error(`Expected the memory of a container but got: "${used}".`);
    return Math.round((Number(amount) * (unit === 'G' ? 1024 ** 2 : unit === 'M' ? 1024 : 1)) / 1024);
  }

  create({ heapMb = 512, pageCacheMb = 64, conf = [] }: StartOptions): Promise<void> {
    const settings = [
      `server.memory.heap.initial_size=${heapMb}m`,
      `server.memory.heap.max_size=${heapMb}m`,
      `server.memory.pagecache.size=${pageCacheMb}m`,
      `server.bolt.advertised_address=127.0.0.1:${this.port}`,
      'dbms.usage_report.enabled=false',
      ...conf,
    ].flatMap((line) => ['--env', environment(line)]);
    const published = `127.0.0.1:${this.port}:7687`;
    const login = `NEO4J_AUTH=${USER}/${this.password}`;
    return this.#untilItAnswers(() =>
      run('run', '--detach', '--name', this.#name, '--publish', published, '--env', login, ...settings, IMAGE),
    );
  }

  start(): Promise<void> {
    return this.#untilItAnswers(() => this.#docker('start'));
  }

  async kill(): Promise<void> {
    if (this.running) this.#docker('kill');
  }

  async stop(): Promise<void> {
    if (this.running) this.#docker('stop', '--time', '60');
  }

  pause(): void {
    this.#docker('pause');
  }

  resume(): void {
    this.#docker('unpause');
  }

  async remove(): Promise<void> {
    run('rm', '--force', '--volumes', this.#name);
    this.#guard.dismiss();
  }

  async #untilItAnswers(begin: () => unknown): Promise<void> {
    const began = performance.now();
    begin();
    try {
      await waitForBolt(this, START_WITHIN_MS, () => {
        if (!this.running) throw new Error(`${IMAGE} did not start: its container ended.`);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}\n${this.#docker('logs', '--tail', LOG_TAIL_LINES)}`);
    }
    this.startedInMs = Math.round(performance.now() - began);
  }

  #docker(command: string, ...args: readonly string[]): string {
    return run(command, ...args, this.#name);
  }
}

/** `server.memory.heap.max_size=1g` as the image's entry point reads it: `NEO4J_server_memory_heap_max__size=1g`. */
function environment(line: string): string {
  const [name = '', ...value] = line.split('=');
  return `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}=${value.join('=')}`;
}

function run(...args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`docker ${args[0]} ended with ${status}: ${stderr.trim()}.`);
  return stdout.trim();
}
