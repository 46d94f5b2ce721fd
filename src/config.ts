import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  ACCESS_SETTINGS,
  type AccessConfig,
  accessProblems,
  OPTIONAL_ACCESS,
  toAccessConfig,
} from './config/accessSettings.js';
import { LIMIT_SETTINGS, type LimitConfig, OPTIONAL_LIMITS, toLimitConfig } from './config/limitSettings.js';
import { OBSERVE_SETTINGS, type ObserveConfig, toObserveConfig } from './config/observeSettings.js';
import { wholeNumber } from './config/settingForms.js';
import { unknownSettings } from './config/unknownSettings.js';

// Outside of production graphql-js compares classes by name wherever it meets a type, which costs about a twelfth of an
// answer. It decides when it is loaded, so `main.ts` must import this file before it.
process.env.NODE_ENV ??= 'production';

/** Where the graph is and how it is read. */
export interface GraphConfig {
  /** Null for the embedded store, which is built from the files of facts. */
  readonly neo4j: Neo4jConfig | null;
  /** The file that `aigraph snapshot` wrote, which is served instead; null for none. */
  readonly snapshot: string | null;
  /** Give it to write; null switches writing off. */
  readonly writeToken: string | null;
}

export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly reads: Reads;
  /** What a projection may take. */
  readonly projectionMemoryMb: number;
  /** How often a projection asks for later revisions. */
  readonly projectionRefreshMs: number;
  /** How often changes behind the API's back are looked for; 0 is never. */
  readonly digestCheckMs: number;
  /** Connections at most. */
  readonly poolSize: number;
}

/** The settings of the environment, checked; see docs/operations.md for what each means. */
export interface Config extends GraphConfig, ObserveConfig {
  /** Address to listen on. */
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** Folders of the user's own facts, laid over the shipped ones in this order. */
  readonly data: readonly string[];
  readonly logLevel: LogLevel;
  /** From a request's arrival to its answer. */
  readonly requestTimeoutMs: number;
  readonly limits: LimitConfig;
  readonly access: AccessConfig;
}

/** The folder of the dataset that comes with the program. */
export const SHIPPED_SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** From a copy in memory that is kept fresh, or each record from the database. */
export const READS = ['projection', 'database'] as const;
export type Reads = (typeof READS)[number];

/** Every problem of the settings at once, one a line. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Those of this process, which nothing else reads. */
export const ENVIRONMENT: Environment = process.env;

const NEO4J_URI =
  'a URL such as neo4j://localhost:7687 (bolt or neo4j, also with +s or +ssc), without user and password';
const WRITE_TOKEN = 'at least 16 characters without spaces';
/** As good as left out where they are empty, as compose files give what is not set. */
const OPTIONAL: readonly string[] = [
  'NEO4J_URI',
  'NEO4J_PASSWORD',
  'READS',
  'WRITE_TOKEN',
  'METRICS_TOKEN',
  ...OPTIONAL_LIMITS,
  'SNAPSHOT',
  ...OPTIONAL_ACCESS,
];
/** Their values are never shown. */
export const SECRET: ReadonlySet<string> = new Set([
  'NEO4J_URI',
  'NEO4J_PASSWORD',
  'WRITE_TOKEN',
  'METRICS_TOKEN',
  'REDIS_URL',
  'JWT_JWKS_URL',
]);

const GRAPH_SETTINGS = {
  NEO4J_URI: z
    .string()
    .refine(isNeo4jUri, NEO4J_URI)
    .optional()
    .describe('the graph in Neo4j; without it the embedded store'),
  NEO4J_USER: z.string().min(1, 'a name').default('neo4j').describe('who logs in there'),
  NEO4J_PASSWORD: z.string().min(1, 'a password').optional().describe('needed with `NEO4J_URI`'),
  NEO4J_DATABASE: z.string().min(1, 'the name of a database').default('neo4j').describe('which of its databases'),
  READS: z
    .enum(READS, { error: `one of ${READS.join(', ')}` })
    .optional()
    .describe(
      '`projection` (default): from a copy in memory that is kept fresh; `database`: records from Neo4j, of which the last 10,000 entities are kept as long as the revision stays',
    ),
  PROJECTION_MEMORY_MB: wholeNumber(64, 1_000_000, 2048).describe('a graph that needs more is not read into memory'),
  PROJECTION_REFRESH_MS: wholeNumber(50, 60_000, 1000).describe(
    'how often later revisions are asked for, in milliseconds',
  ),
  DIGEST_CHECK_MS: wholeNumber(0, 86_400_000, 300_000).describe(
    "how often changes behind the API's back are looked for, in milliseconds; 0 is never",
  ),
  NEO4J_POOL_SIZE: wholeNumber(1, 1_000, 64).describe(
    'connections to Neo4j at most; what comes when all are in use waits for 5 s',
  ),
  SNAPSHOT: z
    .string()
    .min(1, 'the name of a file')
    .optional()
    .describe(
      'a file that `aigraph snapshot` wrote: served as it is, packed, instead of the facts; for graphs too large for objects in memory',
    ),
  WRITE_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, WRITE_TOKEN)
    .optional()
    .describe(
      'the simple way to write: who gives it as `Authorization: Bearer …` is an admin; `aigraph query` gives it by itself',
    ),
};

/** Every setting, with what it means as its description. */
export const SETTINGS = z.object({
  ...GRAPH_SETTINGS,
  ...OBSERVE_SETTINGS,
  ...LIMIT_SETTINGS,
  ...ACCESS_SETTINGS,
  HOST: z
    .string({ error: 'an address such as 127.0.0.1' })
    .trim()
    .min(1, 'an address such as 127.0.0.1')
    .default('127.0.0.1')
    .describe('address to listen on'),
  PORT: wholeNumber(0, 65_535, 4000, 'a port in 0..65535').describe('port to listen on; 0 takes one that is free'),
  DATA: z
    .string()
    .transform((text) => text.split(delimiter).filter((folder) => folder !== ''))
    .default([])
    .describe(
      'folders of own facts, separated as in `PATH`; not with `NEO4J_URI`, where `aigraph import --data` lays them over the graph',
    ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` })
    .default('warn')
    .describe('logs are JSON on stderr; each request has a line at `info`'),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000, 30_000).describe('milliseconds until a request is answered `TIMEOUT`'),
});

/** Reads the settings from environment variables. Throws ConfigError with all problems at once. */
export function readConfig(env: Environment): Config {
  const { HOST, PORT, DATA, LOG_LEVEL, REQUEST_TIMEOUT_MS, ...others } = parse(SETTINGS, env, accessProblems);
  return {
    host: HOST,
    port: PORT,
    data: DATA,
    logLevel: LOG_LEVEL,
    requestTimeoutMs: REQUEST_TIMEOUT_MS,
    access: toAccessConfig(others),
    ...toGraphConfig(others),
    ...toObserveConfig(others),
    limits: toLimitConfig(others),
  };
}

/** Reads only where the graph is, for programs that serve nothing. Throws ConfigError with all problems at once. */
export function readGraphConfig(env: Environment): GraphConfig {
  return toGraphConfig(parse(z.object(GRAPH_SETTINGS), env));
}

/** Where `aigraph keys` keeps API keys; null where no setting says so. */
export function readKeysFile(env: Environment): string | null {
  return env.KEYS_FILE === undefined || env.KEYS_FILE === '' ? null : env.KEYS_FILE;
}

type GraphSettings = z.infer<z.ZodObject<typeof GRAPH_SETTINGS>>;

function toGraphConfig(settings: GraphSettings): GraphConfig {
  const { NEO4J_URI: uri, NEO4J_PASSWORD: password, WRITE_TOKEN: writeToken = null } = settings;
  const { SNAPSHOT: snapshot = null } = settings;
  if (uri === undefined || password === undefined) return { neo4j: null, snapshot, writeToken };
  return {
    neo4j: {
      uri,
      user: settings.NEO4J_USER,
      password,
      database: settings.NEO4J_DATABASE,
      reads: settings.READS ?? 'projection',
      projectionMemoryMb: settings.PROJECTION_MEMORY_MB,
      projectionRefreshMs: settings.PROJECTION_REFRESH_MS,
      digestCheckMs: settings.DIGEST_CHECK_MS,
      poolSize: settings.NEO4J_POOL_SIZE,
    },
    snapshot,
    writeToken,
  };
}

/** Throws ConfigError with all problems: of each setting, and of those that need one another. */
function parse<T>(
  settings: z.ZodType<T>,
  environment: Environment,
  problemsIn: (env: Environment) => readonly string[] = () => [],
): T {
  const isUnset = (name: string) => environment[name] === '' && OPTIONAL.includes(name);
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !isUnset(name)));
  const result = settings.safeParse(env);
  const problems = (result.error?.issues ?? []).map(({ path, message }) => problem(String(path[0]), message, env));
  if (env.NEO4J_URI !== undefined && env.NEO4J_PASSWORD === undefined) {
    problems.push('Expected NEO4J_PASSWORD beside NEO4J_URI but it is not set.');
  }
  if (env.NEO4J_URI === undefined && env.READS !== undefined) {
    problems.push('READS chooses how a graph in Neo4j is read: set NEO4J_URI, or leave it out.');
  }
  if (env.SNAPSHOT !== undefined && env.NEO4J_URI !== undefined) {
    problems.push('Expected SNAPSHOT or NEO4J_URI but both are set: a graph is read from one of them.');
  }
  problems.push(...unknownSettings(Object.keys(environment), Object.keys(SETTINGS.shape)));
  problems.push(...problemsIn(env));
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  return result.data;
}

function problem(name: string, expected: string, env: Environment): string {
  return `Expected ${name} to be ${expected}${SECRET.has(name) ? '' : ` but got: "${env[name]}"`}.`;
}

/** User and password have settings of their own; in the URL they would end up in logs. */
function isNeo4jUri(text: string): boolean {
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password, hash } = new URL(text);
  return hostname !== '' && username === '' && password === '' && hash === '';
}
