import { GraphError } from '../model/errors.js';
import type { Decided, GraphReviewer, ProposalEffect } from './GraphReviewer.js';
import type { Page } from './GraphStore.js';
import type { Kept } from './ReviewLedger.js';

const NONE: Page<never> = { items: [], keys: [], hasNextPage: false, hasPreviousPage: false };

/** For a store that is only read: there are no proposals, and nothing was ever written. */
export class ReadOnlyReviewer implements GraphReviewer {
  async proposal(): Promise<null> {
    return null;
  }

  async proposals(): Promise<Page<never>> {
    return NONE;
  }

  async countProposals(): Promise<number> {
    return 0;
  }

  async audit(): Promise<Page<never>> {
    return NONE;
  }

  async countAudit(): Promise<number> {
    return 0;
  }

  async propose(): Promise<Kept> {
    throw readOnly();
  }

  async approve(): Promise<Decided> {
    throw readOnly();
  }

  async refuse(): Promise<Decided> {
    throw readOnly();
  }

  effectOf(): ProposalEffect {
    throw readOnly();
  }
}

function readOnly(): GraphError {
  return new GraphError('READ_ONLY', 'This graph is read from files: it takes no writes, and so no proposals.');
}
