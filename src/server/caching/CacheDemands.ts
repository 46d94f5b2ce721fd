/** What a request says about keeping its answer. */
export interface CacheDemands {
  /** Stands for the text of the document. */
  readonly queryHash: string;
  /** Only an answer to a GET is kept outside of this process. */
  readonly isGet: boolean;
  /** Whether everybody would be answered the same. */
  readonly isAnonymous: boolean;
  /** The answers that the client has, by their ETags; null where it names none. */
  readonly ifNoneMatch: string | null;
  /** The snapshot that the client's URL is about; null where it names none. */
  readonly snapshot: string | null;
}

/** As Apollo gives it. */
interface Http {
  readonly method: string;
  readonly headers: { get(name: string): string | null | undefined };
}

/** Whoever sends one of them may be shown more than others, or be meant by what comes back. */
const PERSONAL = ['authorization', 'cookie', 'x-api-key', 'graph-bookmark', 'graph-revision-at-least', 'graph-cost'];

/** `extensions`: of the GraphQL request; its `snapshot` is what an ETag begins with. */
export function readCacheDemands(
  queryHash: string,
  http: Http,
  extensions: Readonly<Record<string, unknown>> | undefined,
): CacheDemands {
  const snapshot = extensions?.snapshot;
  return {
    queryHash,
    isGet: http.method === 'GET',
    isAnonymous: !PERSONAL.some((name) => typeof http.headers.get(name) === 'string'),
    ifNoneMatch: http.headers.get('if-none-match') ?? null,
    snapshot: typeof snapshot === 'string' ? snapshot : null,
  };
}
