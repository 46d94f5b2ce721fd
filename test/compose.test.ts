import { existsSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../src/config.js';
import { closeDeadlineMs } from '../src/server/closeDeadlineMs.js';

const ROOT = new URL('..', import.meta.url);
const TEXT = readFileSync(new URL('docker-compose.yml', ROOT), 'utf8');

const Service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile_inline: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.string(),
  stop_grace_period: z
    .string()
    .regex(/^\d+m$/)
    .optional(),
  environment: z.record(z.string(), z.string()),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const Compose = z.object({
  services: z.object({ neo4j: Service, import: Service, api: Service }).strict(),
  volumes: z.record(z.string(), z.unknown()),
});

const { services, volumes } = Compose.parse(load(TEXT, { schema: CORE_SCHEMA.withTags(mergeTag) }));

describe('docker-compose.yml', () => {
  it('waits for the answers of a server that it ends', () => {
    const minutes = Number.parseInt(services.api.stop_grace_period ?? '0', 10);
    expect(minutes * 60_000).toBeGreaterThan(closeDeadlineMs(readConfig({}).requestTimeoutMs));
  });

  it('starts the import once Neo4j answers, and the API once the import has ended well', () => {
    expect(services.neo4j.healthcheck?.test.join(' ')).toContain('cypher-shell');
    expect(services.import.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect(services.import).toMatchObject({ restart: 'no', command: ['node', 'dist/cli.js', 'import'] });
    expect(services.api.depends_on).toEqual({
      neo4j: { condition: 'service_healthy' },
      import: { condition: 'service_completed_successfully' },
    });
  });

  it('asks for the password and holds none', () => {
    const required = /^(neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/;
    expect(services.neo4j.environment.NEO4J_AUTH).toMatch(required);
    for (const { environment } of [services.import, services.api]) expect(environment.NEO4J_PASSWORD).toMatch(required);
  });

  it('hands on how to read and who may write, where that is set', () => {
    for (const name of ['READS', 'WRITE_TOKEN']) expect(services.api.environment[name]).toBe(`\${${name}:-}`);
  });

  it('publishes nothing beyond this machine', () => {
    expect(Object.values(services).flatMap(({ ports }) => ports)).toEqual([
      '127.0.0.1:7474:7474',
      '127.0.0.1:7687:7687',
      '127.0.0.1:4000:4000',
    ]);
    expect(services.api.environment).toMatchObject({ HOST: '0.0.0.0', PORT: '4000' });
  });

  it('runs the line of Neo4j that the tests run, with its memory bounded and its data in a volume', () => {
    expect(services.neo4j.image).toBe('neo4j:5.26-community');
    expect(Object.keys(services.neo4j.environment)).toEqual(
      expect.arrayContaining(['NEO4J_server_memory_heap_max__size', 'NEO4J_server_memory_pagecache_size']),
    );
    expect(services.neo4j.volumes.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
  });

  it('gives Neo4j no variable that its image would take for an unknown setting', () => {
    const names = Object.keys(services.neo4j.environment);
    expect(names.filter((name) => !/^NEO4J_(AUTH$|server_|db_|dbms_)/.test(name))).toEqual([]);
  });

  it('builds an image without root from files that exist, and gives it to both programs', () => {
    const dockerfile = services.import.build?.dockerfile_inline ?? '';
    expect(services.api.image).toBe(services.import.image);
    expect(dockerfile).toMatch(/^USER node$/m);
    const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, path]) => path ?? '');
    expect(copied).toContain('seeds');
    expect(copied.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });
});
