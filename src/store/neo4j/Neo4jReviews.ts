import type { AuditNote, AuditRecord } from '../../model/audit.js';
import { GraphError, notFound } from '../../model/errors.js';
import type { NewProposal, Proposal } from '../../model/proposal.js';
import type { Instant } from '../../model/time.js';
import type { Page, PageRequest } from '../GraphStore.js';
import type { AuditedOptions, AuditFilter, Kept, ProposalFilter, ReviewLedger, ReviewReader } from '../ReviewLedger.js';
import { auditIn, auditRow, proposalIn, proposalRow } from './auditRows.js';
import type { Query } from './cypher/Query.js';
import {
  countAudit,
  countOpen,
  countProposals,
  createProposal,
  listAudit,
  listProposals,
  proposalById,
  proposalByKey,
  refuseProposal,
} from './cypher/reviews.js';
import { lockGraph, revisionByKey } from './cypher/revisions.js';
import type { Database } from './Database.js';
import type { Run } from './Follower.js';
import { column, numberIn, type Row } from './rows.js';

/** Of one person at a time. */
const MAX_OPEN = 1_000;

/** Keeps proposals and the audit trail in Neo4j. They are no part of the graph's revisions. */
export class Neo4jReviews implements ReviewLedger {
  constructor(
    private readonly database: Database,
    private readonly now: () => Date,
  ) {}

  propose(proposal: NewProposal, { signal, audit }: AuditedOptions): Promise<Kept> {
    const { id, key, at, touchedIds, by } = proposal;
    return this.write(signal, async (run) => {
      const mine = await found(run, proposalById(id));
      if (mine !== null) return { proposal: mine, repeated: false };
      const earlier = key === null ? null : await found(run, proposalByKey(key));
      if (earlier !== null) return { proposal: earlier, repeated: true };
      if (key !== null && (await run(revisionByKey(key))).length > 0) throw keyOfRevision(key);
      const open = numberIn((await run(countOpen(by.name)))[0], 'n');
      if (open >= MAX_OPEN) {
        const message = `Expected at most ${MAX_OPEN} open proposals of "${by.name}" but there are ${open}. Wait until some are decided on.`;
        throw new GraphError('CONFLICT', message);
      }
      const entry = auditRow(audit, { at, touchedIds, revision: null });
      const [row] = await run(createProposal(proposalRow(proposal), entry));
      return { proposal: proposalIn(column(row, 'proposal')), repeated: false };
    });
  }

  refuse(id: string, { signal, audit }: AuditedOptions): Promise<Kept> {
    const at = this.now().toISOString();
    let tries = 0;
    return this.write(signal, async (run) => {
      const proposal = await found(run, proposalById(id));
      // The connection may have broken while the first try was committed.
      const isDone = ++tries > 1 && proposal?.status === 'REFUSED' && proposal.decidedAt === at;
      if (isDone) return { proposal, repeated: false };
      const { touchedIds } = openOnly(proposal, id);
      const decision = { status: 'REFUSED', ...decisionOf(audit, at) };
      const [row] = await run(refuseProposal(id, decision, auditRow(audit, { at, touchedIds, revision: null })));
      return { proposal: proposalIn(column(row, 'proposal')), repeated: false };
    });
  }

  async proposal(id: string, reader: ReviewReader): Promise<Proposal | null> {
    const [row] = await this.database.read(proposalById(id), reader);
    return row === undefined ? null : proposalIn(column(row, 'proposal'));
  }

  proposals(filter: ProposalFilter, page: PageRequest, reader: ReviewReader): Promise<Page<Proposal>> {
    return this.page(listProposals(filter, page), page, reader, proposalIn);
  }

  countProposals(filter: ProposalFilter, reader: ReviewReader): Promise<number> {
    return this.count(countProposals(filter), reader);
  }

  audit(filter: AuditFilter, page: PageRequest, reader: ReviewReader): Promise<Page<AuditRecord>> {
    return this.page(listAudit(filter, page), page, reader, auditIn);
  }

  countAudit(filter: AuditFilter, reader: ReviewReader): Promise<number> {
    return this.count(countAudit(filter), reader);
  }

  /** Under the lock of the graph's writes, so that nothing is decided twice and no number given twice. */
  private async write(signal: AbortSignal | null, work: (run: Run) => Promise<Omit<Kept, 'bookmark'>>): Promise<Kept> {
    const { result, bookmark } = await this.database.write(async (run) => {
      if ((await run(lockGraph())).length === 0) {
        throw new GraphError('UNAVAILABLE', 'The graph database holds no graph yet. Fill it with aigraph import.');
      }
      return work(run);
    }, signal);
    return { ...result, bookmark };
  }

  private async page<T extends { readonly number: number }>(
    query: Query,
    { first, last, after, before }: PageRequest,
    reader: ReviewReader,
    read: (properties: unknown) => T,
  ): Promise<Page<T>> {
    const size = last ?? first ?? 0;
    const rows = await this.database.read(query, reader);
    const items = rows.slice(0, size).map((row: Row) => read(column(row, 'row')));
    if (last !== undefined) items.reverse();
    const more = rows.length > size;
    return {
      items,
      keys: items.map(({ number }) => String(number)),
      hasNextPage: before !== undefined || (last === undefined && more),
      hasPreviousPage: after !== undefined || (last !== undefined && more),
    };
  }

  private async count(query: Query, reader: ReviewReader): Promise<number> {
    return numberIn((await this.database.read(query, reader))[0], 'n');
  }
}

/** What a decision leaves on its proposal. */
export function decisionOf({ origin, reason }: AuditNote, at: Instant) {
  return { decidedBy: origin.caller.name, decidedAt: at, decisionReason: reason };
}

/** Throws NOT_FOUND, and CONFLICT where somebody has decided already. */
export function openOnly(proposal: Proposal | null, id: string): Proposal {
  if (proposal === null) throw notFound('proposal', id);
  const { status, decidedAt, decidedBy } = proposal;
  if (status === 'OPEN') return proposal;
  const message = `The proposal was ${status.toLowerCase()} at ${decidedAt} by "${decidedBy}".`;
  throw new GraphError('CONFLICT', message);
}

/** In a transaction. */
export async function found(run: Run, query: Query): Promise<Proposal | null> {
  const [row] = await run(query);
  return row === undefined ? null : proposalIn(column(row, 'proposal'));
}

function keyOfRevision(key: string): GraphError {
  return new GraphError('CONFLICT', `The idempotency key "${key}" is that of a write. Give this one a key of its own.`);
}
