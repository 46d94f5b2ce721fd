import type { Drift } from './findDrift.js';

/** In words, for whoever runs the server: what drifted, and what helps; null where nothing did. */
export function describeDrift(drift: Drift): string | null {
  const { isDigestOther, areLinksOther, areRedirectsOther, isMetaOther, log } = drift;
  const what = [
    rows(drift.changedCount, drift.changed, 'not as written'),
    rows(drift.mislabelledCount, drift.mislabelled, 'not labelled as written'),
    rows(drift.relinkedCount, drift.relinked, 'not linked as written'),
    isDigestOther ? 'rows were added or removed' : null,
    areLinksOther ? 'relationships were added that belong to no row' : null,
    areRedirectsOther ? 'redirects were added, changed or removed' : null,
    isMetaOther ? 'the description of the dataset was changed' : null,
  ].filter((part) => part !== null);
  const said: string[] = [];
  if (what.length > 0) said.push(`The graph was changed behind the API: ${what.join('; ')}. Run aigraph rederive.`);
  if (log.length > 0) {
    const help = 'No command mends that: restore the database from a backup.';
    said.push(`The log of revisions was changed behind the API: ${log.join('; ')}. ${help}`);
  }
  return said.length === 0 ? null : said.join(' ');
}

function rows(count: number, named: readonly string[], what: string): string | null {
  if (count === 0) return null;
  const more = count > named.length ? ', …' : '';
  return `${count} ${count === 1 ? 'row is' : 'rows are'} ${what} (${named.join(', ')}${more})`;
}
