/** A Neo4j that the caller owns. What it holds survives `kill` and `stop`; `start` brings it back on the same port. */
export interface TestNeo4j {
  /** `bolt://127.0.0.1:<port>` */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly running: boolean;
  /** Of the server's process (of its container's first, with Docker); throws while it is down. */
  readonly pid: number;
  /** Milliseconds from the last start to the first answer. */
  readonly startedInMs: number;
  /** Resident memory in megabytes; throws while it is down. */
  rssMb(): number;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<void>;
  /** Again, with the same data; resolves when it answers a query. */
  start(): Promise<void>;
  /** SIGSTOP: connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
  /** Kills it and deletes its data. */
  remove(): Promise<void>;
}

/** The JVM's collectors of garbage. */
export const COLLECTORS = {
  serial: '-XX:+UseSerialGC',
  g1: '-XX:+UseG1GC',
  parallel: '-XX:+UseParallelGC',
} as const;

export interface StartOptions {
  /** Default 512. */
  readonly heapMb?: number;
  /** Default 64. */
  readonly pageCacheMb?: number;
  /** Default: any that is free. */
  readonly port?: number;
  /** Where it lives; created, and kept by `remove`. Default: a temporary folder, deleted at the end. */
  readonly dataDir?: string;
  /** Default: a random one. */
  readonly password?: string;
  /** Lines of `neo4j.conf` besides, as `name=value`. */
  readonly conf?: readonly string[];
  /**
   * `serial` (default) starts fastest and takes least; `g1` is what Neo4j's own settings have, `parallel` takes half of its
   * time where few cores write much. Docker's image always runs G1.
   */
  readonly gc?: keyof typeof COLLECTORS;
}
