import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_QUERIES } from '../../src/server/exampleQueries.js';
import { startProgram } from '../http/program.js';
import { chromiumPath } from './chromium.js';

/** Enough to install the browser where it is missing. */
const INSTALL_MS = 600_000;

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
}, INSTALL_MS);

afterAll(() => browser?.close());

/** A page that reaches this machine only; `strays` are the addresses that it wanted elsewhere. */
async function openPage(path: string): Promise<{ page: Page; strays: string[]; problems: string[] }> {
  const program = startProgram('main.js', [], { PORT: '0' });
  const [, origin] = await program.printed(/GraphQL API: (http:\/\/127\.0\.0\.1:\d+)\/graphql/);
  const page = await browser.newPage();
  const strays: string[] = [];
  const problems: string[] = [];
  await page.route('**/*', (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (hostname === '127.0.0.1' || protocol === 'data:') return route.continue();
    strays.push(route.request().url());
    return route.abort();
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(`${origin}${path}`);
  return { page, strays, problems };
}

describe('GraphiQL', () => {
  it('works without internet: shows the examples in tabs, runs one and shows its answer', async () => {
    const { page, strays, problems } = await openPage('/');
    await page.waitForSelector('.graphiql-tab');
    expect(page.url()).toMatch(/\/graphql$/);
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(EXAMPLE_QUERIES.map(({ title }) => title));
    await page.click('.graphiql-execute-button');
    await page.waitForFunction(() => document.querySelector('.result-window')?.textContent?.includes('"totalCount"'));
    expect(await page.locator('.result-window').textContent()).not.toContain('"errors"');
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.waitForSelector('.graphiql-doc-explorer');
    // Completion, as whoever types a query sees it.
    await page.click('.graphiql-query-editor .CodeMirror');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('{ compan');
    await page.waitForSelector('.CodeMirror-hints');
    await page.click('[aria-label="Open settings dialog"]');
    await page.waitForSelector('.graphiql-dialog');
    // The policy of the page forbids inline scripts and styles: whatever it blocks is a problem on the console.
    expect({ strays, problems }).toEqual({ strays: [], problems: [] });
  });

  it('opens the query of a link', async () => {
    const { page, strays, problems } = await openPage(
      `/graphql?query=${encodeURIComponent('{ dataset { release } }')}`,
    );
    await page.waitForSelector('.graphiql-execute-button');
    await page.click('.graphiql-execute-button');
    await page.waitForFunction(() => document.querySelector('.result-window')?.textContent?.includes('release'));
    expect({ strays, problems }).toEqual({ strays: [], problems: [] });
  });
});
