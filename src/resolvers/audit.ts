import type { Resolvers } from '../generated/schema.js';
import type { AuditRecord } from '../model/audit.js';
import { ROLES } from './enums.js';
import { connect, pageRequest } from './page.js';
import { requireRole } from './requireRole.js';

export const audit: Resolvers = {
  Role: ROLES,
  Query: {
    audit: async (_parent, { author = null, since = null, ...args }, ctx) => {
      requireRole(ctx, 'admin', 'Reading the audit trail');
      const { reviewer, reader } = ctx.reviewing;
      const filter = { author, since };
      const list = { kind: 'audit', filter, order: null };
      const page = await reviewer.audit(filter, pageRequest(args, list), reader());
      const toEdge = (node: AuditRecord) => ({ node });
      return connect(list, page, toEdge, () => reviewer.countAudit(filter, reader()));
    },
  },
  AuditRecord: {
    name: ({ caller }) => caller.name,
    role: ({ caller }) => caller.role,
    how: ({ caller }) => caller.how,
    proposal: ({ proposal }, _args, { reviewing }) =>
      proposal === null ? null : reviewing.reviewer.proposal(proposal, reviewing.reader()),
  },
};
