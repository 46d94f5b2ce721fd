import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { classPath } from './classPath.js';
import { CACHE, SOURCES } from './folders.js';
import { freePort } from './freePort.js';
import { atMyEnd } from './guard.js';
import type { Java } from './java.js';
import { needJava } from './needJava.js';
import { LTS, type Release } from './release.js';
import { COLLECTORS, type StartOptions, type TestNeo4j } from './TestNeo4j.js';
import { waitForBolt } from './waitForBolt.js';

const USER = 'neo4j';
const START_WITHIN_MS = 120_000;
const LOG_TAIL_LINES = 30;

/**
 * Starts a Neo4j from the jars of Maven Central as a process of this one, on 127.0.0.1. It dies with this process, however that ends.
 * Rejects with the end of its log where it does not come up.
 */
export async function startWithJava(options: StartOptions = {}, release: Release = LTS): Promise<TestNeo4j> {
  const java = needJava(release);
  const jars = classPath(release.version);
  const port = await freePort(options.port);
  const home = options.dataDir ?? mkdtempSync(join(tmpdir(), 'neo4j-'));
  mkdirSync(join(home, 'conf'), { recursive: true });
  mkdirSync(join(home, 'logs'), { recursive: true });
  writeFileSync(join(home, 'conf/neo4j.conf'), [...configuration(port, options), ''].join('\n'));
  const server = new JavaServer(java, jars, release, home, port, options);
  try {
    await server.start();
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}

function configuration(port: number, { pageCacheMb = 64, conf = [] }: StartOptions): readonly string[] {
  return [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    `server.memory.pagecache.size=${pageCacheMb}m`,
    'db.tx_log.preallocate=false',
    // A large graph is written faster to few files; small ones are not to fill the disk.
    `db.tx_log.rotation.size=${pageCacheMb < 1024 ? 32 : 256}m`,
    'db.tx_log.rotation.retention_policy=keep_none',
    'db.logs.query.enabled=OFF',
    // Its two waits of five seconds are most of the time that a stop takes.
    'internal.server.bolt.thread_pool_shutdown_wait_time=0s',
    'internal.server.bolt.connection_shutdown_wait_time=0s',
    'internal.dbms.dump_diagnostics=false',
    ...conf,
  ];
}

class JavaServer implements TestNeo4j {
  readonly uri: string;
  readonly user = USER;
  readonly password: string;
  startedInMs = 0;
  #process: ChildProcess | undefined;
  #guard: { dismiss(): void } | undefined;
  readonly #archive: string;
  readonly #newArchive: string;

  constructor(
    private readonly java: Java,
    private readonly jars: string,
    private readonly release: Release,
    private readonly home: string,
    port: number,
    private readonly options: StartOptions,
  ) {
    this.uri = `bolt://127.0.0.1:${port}`;
    this.password = options.password ?? randomBytes(12).toString('hex');
    const key = createHash('sha256').update(`${java.version}\n${jars}`).digest('hex').slice(0, 16);
    this.#archive = join(CACHE, `classes-${key}.jsa`);
    this.#newArchive = `${this.#archive}.${process.pid}.${port}`;
  }

  get running(): boolean {
    return this.#process !== undefined;
  }

  get pid(): number {
    const { pid } = this.#process ?? {};
    if (pid === undefined) throw new Error('Neo4j is not running.');
    return pid;
  }

  rssMb(): number {
    const [, kb] = /VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  }

  async start(): Promise<void> {
    if (this.#process !== undefined) throw new Error('Neo4j is running already.');
    const began = performance.now();
    const log = openSync(join(this.home, 'logs/console.log'), 'a');
    // In a group of its own, so that Ctrl-C reaches only us and we decide how it ends.
    const child = spawn(this.java.path, this.#arguments(), { detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    this.#process = child;
    let failed: string | undefined;
    child.once('error', ({ message }) => {
      // It never ran, so it never exits.
      failed = message;
      this.#forget();
    });
    child.once('exit', (code, signal) => {
      failed = `it ended with ${signal ?? code}`;
      if (this.#process === child) this.#forget();
    });
    if (child.pid !== undefined) this.#guard = atMyEnd(...this.#lastWill(child.pid));
    try {
      await waitForBolt(this, START_WITHIN_MS, () => {
        if (failed !== undefined) throw new Error(`Neo4j ${this.release.version} did not start: ${failed}.`);
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${reason}\n${this.#logTail()}`);
    }
    this.startedInMs = Math.round(performance.now() - began);
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    if (existsSync(this.#newArchive)) renameSync(this.#newArchive, this.#archive);
  }

  pause(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  async remove(): Promise<void> {
    await this.kill();
    if (this.options.dataDir === undefined) rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  #arguments(): readonly string[] {
    const { heapMb = 512, gc = 'serial' } = this.options;
    const { entry } = this.release;
    return [
      `-Xms${heapMb}m`,
      `-Xmx${heapMb}m`,
      COLLECTORS[gc],
      ...('mainClass' in entry ? this.#classArchive() : []),
      '-cp',
      this.jars,
      'mainClass' in entry ? entry.mainClass : join(SOURCES, entry.source),
      `--home-dir=${this.home}`,
      `--config-dir=${join(this.home, 'conf')}`,
    ];
  }

  /** The JVM's archive of parsed classes halves the time of a start. The first server that is stopped gently writes it. */
  #classArchive(): readonly string[] {
    if (existsSync(this.#archive))
      return [`-XX:SharedArchiveFile=${this.#archive}`, '-Xlog:cds=off', '-Xlog:class+path=off'];
    return [`-XX:ArchiveClassesAtExit=${this.#newArchive}`, '-Xlog:cds=off', '-Xlog:cds+dynamic=off'];
  }

  #lastWill(pid: number): [string, ...string[]] {
    const own = this.options.dataDir === undefined;
    return own ? ['kill -9 "$1"; sleep 1; rm -rf "$2"', String(pid), this.home] : ['kill -9 "$1"', String(pid)];
  }

  #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      child.ref();
      child.once('exit', () => resolve());
      child.kill(signal);
      // A paused process sees SIGTERM only when it runs again.
      child.kill('SIGCONT');
    });
  }

  #forget(): void {
    this.#process = undefined;
    this.#guard?.dismiss();
  }

  #logTail(): string {
    return ['logs/console.log', 'logs/neo4j.log']
      .map((name) => join(this.home, name))
      .filter((path) => existsSync(path))
      .flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES))
      .join('\n');
  }
}
