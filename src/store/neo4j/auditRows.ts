import { AUDIT_ACTIONS, type AuditNote, type AuditRecord, EDIT_KINDS, type EditKind } from '../../model/audit.js';
import { type Caller, IDENTIFIED_BY, ROLES } from '../../model/caller.js';
import { GraphError } from '../../model/errors.js';
import { type EntityId, toId } from '../../model/ids.js';
import { type NewProposal, PROPOSAL_STATUSES, type Proposal } from '../../model/proposal.js';
import type { AuditRow } from './cypher/reviews.js';

/** An entry of the trail as the graph keeps it. */
export function auditRow(
  { origin, action, edit, author, reason, proposal, proposedBy }: AuditNote,
  made: Pick<AuditRow, 'at' | 'revision' | 'touchedIds'>,
): AuditRow {
  const { name, role, how } = origin.caller;
  const { requestId } = origin;
  return { ...made, action, edit, author, reason, proposal, proposedBy, name, role, how, requestId };
}

/** Throws UNAVAILABLE where somebody made it no entry any more. */
export function auditIn(properties: unknown): AuditRecord {
  const read = new Properties(properties);
  return {
    number: read.number('number') ?? 0,
    at: read.text('at') ?? '',
    action: read.oneOf('action', AUDIT_ACTIONS),
    edit: read.oneOf('edit', EDIT_KINDS),
    caller: callerIn(read, 'name'),
    requestId: read.text('requestId'),
    author: read.text('author') ?? '',
    reason: read.text('reason') ?? '',
    touchedIds: read.ids('touchedIds'),
    revision: read.number('revision'),
    proposal: read.text('proposal'),
    proposedBy: read.text('proposedBy'),
  };
}

export function proposalRow({ by, ...given }: NewProposal): Readonly<Record<string, unknown>> {
  return { ...given, by: by.name, role: by.role, how: by.how, status: 'OPEN' };
}

/** Throws UNAVAILABLE where somebody made it no proposal any more. */
export function proposalIn(properties: unknown): Proposal {
  const read = new Properties(properties);
  return {
    id: read.text('id') ?? '',
    number: read.number('number') ?? 0,
    at: read.text('at') ?? '',
    status: read.oneOf('status', PROPOSAL_STATUSES),
    edit: read.oneOf<EditKind>('edit', EDIT_KINDS),
    by: callerIn(read, 'by'),
    author: read.text('author') ?? '',
    reason: read.text('reason') ?? '',
    key: read.text('key'),
    request: read.text('request') ?? '',
    requestHash: read.text('requestHash') ?? '',
    effect: read.text('effect') ?? '',
    touchedIds: read.ids('touchedIds'),
    decidedBy: read.text('decidedBy'),
    decidedAt: read.text('decidedAt'),
    decisionReason: read.text('decisionReason'),
    revision: read.number('revision'),
  };
}

function callerIn(read: Properties, name: string): Caller {
  return { name: read.text(name) ?? '', role: read.oneOf('role', ROLES), how: read.oneOf('how', IDENTIFIED_BY) };
}

/** The properties of a node, whatever somebody made of them. */
class Properties {
  constructor(private readonly properties: unknown) {}

  text(name: string): string | null {
    const value = this.value(name);
    return typeof value === 'string' ? value : null;
  }

  number(name: string): number | null {
    const value = this.value(name);
    return typeof value === 'number' ? value : null;
  }

  ids(name: string): readonly EntityId[] {
    const value = this.value(name);
    return Array.isArray(value) ? value.map((id) => toId(String(id))) : [];
  }

  oneOf<T extends string>(name: string, words: readonly T[]): T {
    const value = this.value(name);
    const word = words.find((one) => one === value);
    if (word === undefined) {
      const message = `A record of the audit trail or a proposal in the graph database can't be read: its ${name} was changed.`;
      throw new GraphError('UNAVAILABLE', message);
    }
    return word;
  }

  private value(name: string): unknown {
    const { properties } = this;
    return typeof properties === 'object' && properties !== null ? Reflect.get(properties, name) : undefined;
  }
}
