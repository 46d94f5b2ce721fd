import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { RequestMetrics } from '../../src/server/observe/RequestMetrics.js';
import { RequestNote } from '../../src/server/observe/RequestNote.js';

const ROOT = new URL('../../', import.meta.url);
const METRIC = /\b(?:aigraph|nodejs|process)_[a-z0-9_]+/g;

const run = promisify(execFile);
const read = (path: string) => readFile(new URL(path, ROOT), 'utf8');

let served: ReadonlySet<string>;

beforeAll(async () => {
  const metrics = new RequestMetrics({
    health: async () => ({ ready: true, release: null, revision: 1, staleSince: null, problems: [] }),
    figures: () => ({
      statements: 0,
      statementMs: 0,
      failedStatements: 0,
      connections: { inUse: 0, most: 1 },
      coalesced: { calls: 0, statements: 0 },
      records: { hits: 0, misses: 0 },
      lagMs: 0,
    }),
    kept: () => ({ hits: 0, misses: 0, bytes: 0 }),
  });
  metrics.begin();
  const note = new RequestNote('1');
  note.cost = 1;
  metrics.end(note, 1);
  const text = await metrics.text();
  // Of a collection that has not happened yet only the name is there.
  const named = [...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  );
  served = new Set(named);
});

describe('what operators are given', () => {
  it('the dashboard shows metrics that there are', async () => {
    const panels = JSON.parse(await read('docs/grafana-dashboard.json')).panels as { targets: { expr: string }[] }[];
    const asked = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(METRIC) ?? []));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !served.has(name))).toEqual([]);
  });

  it('alerts ask for metrics that there are, and each is answered by a heading of the runbook', async () => {
    const text = await read('docs/alerts.yml');
    const { groups } = load(text) as { groups: { rules: { alert: string; expr: string; annotations: unknown }[] }[] };
    const rules = groups.flatMap((group) => group.rules);
    const manual = await read('docs/operations.md');
    expect(rules.length).toBeGreaterThan(8);
    for (const { alert, expr, annotations } of rules) {
      expect((expr.match(METRIC) ?? []).filter((name) => !served.has(name))).toEqual([]);
      expect(manual).toContain(`\n### ${alert}\n`);
      expect(annotations).toMatchObject({ runbook: `operations.md#${alert.toLowerCase()}` });
    }
  });

  it('the manual names metrics that there are', async () => {
    const asked = (await read('docs/operations.md')).match(METRIC) ?? [];
    const known = (name: string) => served.has(name) || served.has(`${name}_count`);
    expect(asked.filter((name) => !known(name))).toEqual([]);
  });

  it.each(['settingsTable.mjs', 'licences.mjs'])('%s has nothing to change', async (script) => {
    await run(process.execPath, [new URL(`test/support/${script}`, ROOT).pathname, 'check']);
  });
});
