import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// Outside of production graphql-js compares classes by name wherever it meets a type, which costs about a twelfth of an
// answer. It decides when it is loaded, so `main.ts` must import this file before it.
process.env.NODE_ENV ??= 'production';

/** The settings of the environment, checked; see CONTRIBUTING.md for what each means. */
export interface Config {
  /** Address to listen on. */
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** Folders of the user's own facts, laid over the shipped ones in this order. */
  readonly data: readonly string[];
  readonly logLevel: LogLevel;
}

/** The folder of the dataset that comes with the program. */
export const SHIPPED_SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every problem of the settings at once, one a line. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

const MAX_PORT = 65_535;

const SETTINGS = z.object({
  HOST: z
    .string({ error: 'an address such as 127.0.0.1' })
    .trim()
    .min(1, 'an address such as 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port in 0..65535')
    .transform(Number)
    .refine((port) => port <= MAX_PORT, 'a port in 0..65535')
    .default(4000),
  DATA: z
    .string()
    .transform((text) => text.split(delimiter).filter((folder) => folder !== ''))
    .default([]),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('warn'),
});

/** Reads the settings from environment variables. Throws ConfigError with all problems at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = SETTINGS.safeParse(env);
  if (!result.success) {
    throw new ConfigError(result.error.issues.map((issue) => problem(String(issue.path[0]), issue.message, env)));
  }
  const { HOST, PORT, DATA, LOG_LEVEL } = result.data;
  return { host: HOST, port: PORT, data: DATA, logLevel: LOG_LEVEL };
}

function problem(name: string, expected: string, env: Readonly<Record<string, string | undefined>>): string {
  return `Expected ${name} to be ${expected} but got: "${env[name]}".`;
}
