import type { PageRequest } from '../../GraphStore.js';
import type { AuditFilter, ProposalFilter } from '../../ReviewLedger.js';
import type { Query } from './Query.js';
import { GRAPH } from './revisions.js';

/** An entry of the audit trail as it is kept; its number is given when it is written. */
export interface AuditRow {
  readonly at: string;
  readonly action: string;
  readonly edit: string;
  readonly name: string;
  readonly role: string;
  readonly how: string;
  readonly requestId: string | null;
  readonly author: string;
  readonly reason: string;
  readonly touchedIds: readonly string[];
  readonly revision: number | null;
  readonly proposal: string | null;
  readonly proposedBy: string | null;
}

/** Keeps a proposal under the number of its entry in the trail. */
export function createProposal(proposal: Readonly<Record<string, unknown>>, audit: AuditRow): Query {
  return {
    text: `MATCH ${GRAPH} SET g.audits = coalesce(g.audits, 0) + 1
CREATE (p:Proposal) SET p = $proposal, p.number = g.audits
CREATE (a:Audit) SET a = $audit, a.number = g.audits
RETURN properties(p) AS proposal`,
    parameters: { proposal, audit },
  };
}

/** Refuses it, with its entry in the trail. */
export function refuseProposal(id: string, decision: Readonly<Record<string, unknown>>, audit: AuditRow): Query {
  return {
    text: `MATCH ${GRAPH} MATCH (p:Proposal {id: $id}) SET p += $decision, g.audits = coalesce(g.audits, 0) + 1
CREATE (a:Audit) SET a = $audit, a.number = g.audits
RETURN properties(p) AS proposal`,
    parameters: { id, decision, audit },
  };
}

/** The same for one that a revision has just applied, whose entry stands with that. */
export function closeProposal(id: string, decision: Readonly<Record<string, unknown>>): Query {
  return { text: 'MATCH (p:Proposal {id: $id}) SET p += $decision', parameters: { id, decision } };
}

export function proposalById(id: string): Query {
  return { text: 'MATCH (p:Proposal {id: $id}) RETURN properties(p) AS proposal', parameters: { id } };
}

export function proposalByKey(key: string): Query {
  return { text: 'MATCH (p:Proposal {key: $key}) RETURN properties(p) AS proposal', parameters: { key } };
}

export function countOpen(by: string): Query {
  return {
    text: "MATCH (p:Proposal {by: $by, status: 'OPEN'}) RETURN count(p) AS n",
    parameters: { by },
  };
}

/** In a form that no index answers: lists walk along the numbers, and test this on the way. */
const PROPOSAL_FILTER: ReadonlyMap<keyof ProposalFilter, string> = new Map([
  ['status', 'toString(n.status) = $status'],
  ['by', 'toString(n.by) = $by'],
]);
const AUDIT_FILTER: ReadonlyMap<keyof AuditFilter, string> = new Map([
  ['author', '(n.name = $author OR n.author = $author)'],
  ['since', 'n.at >= $since'],
]);

export function listProposals(filter: ProposalFilter, page: PageRequest): Query {
  return list('Proposal', conditions(PROPOSAL_FILTER, filter), { ...filter }, page);
}

export function countProposals(filter: ProposalFilter): Query {
  return count('Proposal', conditions(PROPOSAL_FILTER, filter), { ...filter });
}

export function listAudit(filter: AuditFilter, page: PageRequest): Query {
  return list('Audit', conditions(AUDIT_FILTER, filter), { ...filter }, page);
}

export function countAudit(filter: AuditFilter): Query {
  return count('Audit', conditions(AUDIT_FILTER, filter), { ...filter });
}

function conditions<T extends object>(texts: ReadonlyMap<keyof T, string>, filter: T): readonly string[] {
  return [...texts].flatMap(([name, text]) => (filter[name] === null ? [] : [text]));
}

/** Newest first, one more than the page shows; for `last` from the back. Walks along the numbers. */
function list(
  label: 'Proposal' | 'Audit',
  where: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
  { first, last, after, before }: PageRequest,
): Query {
  const bounds = [
    `n.number < ${after === undefined ? LATEST : 'toInteger($after)'}`,
    `n.number > ${before === undefined ? '0' : 'toInteger($before)'}`,
  ];
  return {
    text: `MATCH (n:${label}) WHERE ${[...bounds, ...where].join(' AND ')}
WITH n ORDER BY n.number ${last === undefined ? 'DESC' : 'ASC'} LIMIT toInteger($limit)
RETURN properties(n) AS row`,
    parameters: { ...parameters, after: after ?? null, before: before ?? null, limit: (last ?? first ?? 0) + 1 },
  };
}

/** Greater than any number. */
const LATEST = '9007199254740991';

function count(
  label: 'Proposal' | 'Audit',
  where: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
): Query {
  const text = `MATCH (n:${label}) WHERE ${['n.number > 0', ...where].join(' AND ')} RETURN count(n) AS n`;
  return { text, parameters };
}
