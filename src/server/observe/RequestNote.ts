import type { DocumentNode } from 'graphql';

/** What is known of one request for the log and the metrics; whoever learns something writes it in. Nothing secret. */
export class RequestNote {
  /** The name that the client gave the operation; null without one, and where the document was refused. */
  operation: string | null = null;
  /** `query` or `mutation`; null where the document was refused. */
  type: string | null = null;
  /** Parsed and valid, for its shape; null where it was refused. */
  document: DocumentNode | null = null;
  /** Of the first error, as the client sees it; null where there is none. */
  code: string | null = null;
  /** What the question was reckoned to cost before it ran; null where nobody reckoned. */
  cost: number | null = null;
  /** Whom the rate limit counts; null for who is not limited. */
  client: string | null = null;
  /** Calls of the store, without what was at hand. */
  storeCalls = 0;
  /** Where the request is traced. */
  traceId: string | null = null;

  constructor(
    /** Of the request, as the reply's header names it. */
    readonly id: string,
  ) {}
}
