import type { Edit } from '../../store/GraphEditor.js';
import type { Decided, GraphReviewer } from '../../store/GraphReviewer.js';

/** The same reviewer, whose decisions are noted as they are made: `edit` what was written, `keep` what leads to what was kept. */
export function notingDecisions(
  reviewer: GraphReviewer,
  edit: (edit: Edit) => void,
  keep: (bookmark: string | null) => void,
): GraphReviewer {
  const noted = async (decides: Promise<Decided>): Promise<Decided> => {
    const decided = await decides;
    if (decided.edit) edit(decided.edit);
    keep(decided.bookmark);
    return decided;
  };
  return {
    propose: (...args) => reviewer.propose(...args),
    approve: (...args) => noted(reviewer.approve(...args)),
    refuse: (...args) => noted(reviewer.refuse(...args)),
    effectOf: (proposal) => reviewer.effectOf(proposal),
    proposal: (...args) => reviewer.proposal(...args),
    proposals: (...args) => reviewer.proposals(...args),
    countProposals: (...args) => reviewer.countProposals(...args),
    audit: (...args) => reviewer.audit(...args),
    countAudit: (...args) => reviewer.countAudit(...args),
  };
}
