import { marketConcentration as concentrationOf, marketScopeOf } from '../analysis/marketConcentration.js';
import type { Resolvers } from '../generated/schema.js';
import { badInput, GraphError } from '../model/errors.js';
import { compareIds } from '../model/ids.js';
import type { StatementRecord } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import { ANY_STATEMENT, type StatementQuery } from '../store/GraphStore.js';
import type { Context } from './context.js';
import { ofKind, required } from './entities.js';
import { readAt, timed, timeOf } from './timeSlice.js';
import { asked, scenarioOf } from './world.js';

const PAGE = 100;
/** Claims of shares that are read at most. */
const MOST_CLAIMS = 5_000;
/** Markets or periods that an error names. */
const NAMED = 20;

const ANY_SHARE: StatementQuery = { ...ANY_STATEMENT, property: 'market_share' };

export const marketConcentration: Resolvers = {
  Query: {
    marketConcentration: asked(async (ctx, at, { market, period }) => {
      const claims = await shareClaims(ctx, at);
      const ofMarket = claims.filter((claim) => marketScopeOf(claim).market === market);
      if (ofMarket.length === 0) {
        throw badInput(`a market (${listed(claims.map((claim) => marketScopeOf(claim).market))})`, market);
      }
      const results = concentrationOf(ofMarket).filter((one) => !period || one.period === period);
      if (results.length === 0) {
        throw badInput(`a period of ${market} (${listed(ofMarket.map((claim) => claim.refersTo ?? 'none'))})`, period);
      }
      return { ...at, market, results: results.map((result) => timed(ctx, result, at)) };
    }),
  },
  MarketConcentration: { scenario: scenarioOf },
  MarketResult: {
    leader: (result, _args, ctx, info) => required(ctx, timeOf(ctx, result), result.leader, info),
    shares: (result, _args, ctx) => result.shares.map((share) => timed(ctx, share, timeOf(ctx, result))),
    sources: (result, _args, ctx) => {
      const ids = new Set(result.shares.flatMap((share) => share.statements.flatMap((claim) => claim.sources)));
      return ofKind(ctx, 'source', timeOf(ctx, result), [...ids].sort(compareIds));
    },
  },
  MarketShare: {
    entity: (share, _args, ctx, info) => required(ctx, timeOf(ctx, share), share.entity, info),
    evidence: (share, _args, ctx) => share.statements.map((claim) => timed(ctx, claim, timeOf(ctx, share))),
  },
};

async function shareClaims(ctx: Context, at: TimeSlice): Promise<readonly StatementRecord[]> {
  const claims: StatementRecord[] = [];
  for (let after: string | undefined; ; ) {
    const page = await ctx.loaders.listStatements(ANY_SHARE, readAt(at), { first: PAGE, ...(after ? { after } : {}) });
    claims.push(...page.items);
    after = page.keys.at(-1);
    if (!page.hasNextPage) return claims;
    if (claims.length >= MOST_CLAIMS) {
      throw new GraphError(
        'QUERY_TOO_EXPENSIVE',
        `Expected at most ${MOST_CLAIMS} claims of market shares but the dataset holds more.`,
      );
    }
  }
}

function listed(words: readonly string[]): string {
  const different = [...new Set(words)].sort(compareIds);
  const shown = different.slice(0, NAMED).join(', ');
  return different.length > NAMED ? `${shown}, …` : shown;
}
