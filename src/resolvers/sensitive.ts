import { type Moved, movedMost } from '../analysis/sensitivity.js';
import type { ClaimChoice } from '../generated/schema.js';
import { Loaders } from '../loaders.js';
import { type Contested, withChosen } from '../model/contested.js';
import { GraphError } from '../model/errors.js';
import type { StatementRecord } from '../model/statement.js';
import type { TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { sizeOf } from './page.js';
import { timed } from './timeSlice.js';
import { asked, type WorldArgs } from './world.js';

/** Contested amounts of which the effect is worked out at most: each takes the analysis twice more. */
const MOST_CONTESTED = 50;
const DEFAULT_SHOWN = 10;

type Amount = Contested<StatementRecord>;

/** What questions have in common whose amounts may be contested. */
interface SensitiveArgs extends WorldArgs {
  readonly claims?: ClaimChoice | null | undefined;
}

/** What their answers carry besides. */
export interface Sensitive {
  readonly claims: ClaimChoice;
  /** Worked out when it is first asked for. */
  readonly moved: () => Promise<readonly Moved<Amount>[]>;
  readonly at: TimeSlice;
}

/**
 * The resolver of a question that is answered by the best, the lowest or the highest claim of each amount. `figure` is what
 * its `movedBy` tells of the answer: by how much one contested amount moves it. Throws QUERY_TOO_EXPENSIVE there.
 */
export function sensitive<A extends SensitiveArgs, R extends object>(
  answer: (ctx: Context, at: TimeSlice, args: A) => Promise<R>,
  figure: (result: R, amount: Amount) => number | null,
) {
  return asked(async (ctx: Context, at: TimeSlice, args: A): Promise<R & Sensitive> => {
    const claims = args.claims ?? 'BEST';
    const choice = CHOICES[claims];
    const result = await answer(choice === null ? ctx : choosing(ctx, at, choice), at, args);
    let moved: Promise<readonly Moved<Amount>[]> | undefined;
    return {
      ...result,
      claims,
      at,
      moved: () => {
        moved ??= movedBy(ctx, at, (world) => answer(world, at, args), figure);
        return moved;
      },
    };
  });
}

/** The fields of every answer that is {@link Sensitive}. */
export const sensitiveFields = {
  movedBy: async ({ moved, at }: Sensitive, { first }: { readonly first?: number | null }, ctx: Context) => {
    const shown = (await moved()).slice(0, sizeOf(first, DEFAULT_SHOWN));
    return shown.map(({ amount, low, high, effect }) => ({
      claim: timed(ctx, amount.best, at),
      lowClaim: timed(ctx, amount.low, at),
      highClaim: timed(ctx, amount.high, at),
      low,
      high,
      effect,
    }));
  },
  movedByCount: async ({ moved }: Sensitive) => (await moved()).length,
};

const CHOICES: Readonly<Record<ClaimChoice, ((amount: Amount) => StatementRecord) | null>> = {
  BEST: null,
  LOW: ({ low }) => low,
  HIGH: ({ high }) => high,
};

/** The context in which one claim of each contested amount is read. */
function choosing(ctx: Context, { asOf }: TimeSlice, choose: (amount: Amount) => StatementRecord): Context {
  const { store, meta, standard, options } = ctx;
  const chosen = (claims: readonly StatementRecord[]) => withChosen(claims, asOf, meta.rates, choose);
  const loaders = new Loaders(store, meta, standard, options.materialiseAt, chosen, options.observeBatch);
  return { ...ctx, loaders };
}

/** One amount after the other at its lowest and highest claim; all at once, so that a database is asked for them together. */
async function movedBy<R>(
  ctx: Context,
  at: TimeSlice,
  answer: (world: Context) => Promise<R>,
  figure: (result: R, amount: Amount) => number | null,
): Promise<readonly Moved<Amount>[]> {
  const met = new Map<string, Amount>();
  const noting = (amount: Amount) => {
    met.set(amount.identity, amount);
    return amount.best;
  };
  await answer(choosing(ctx, at, noting));
  if (met.size > MOST_CONTESTED) {
    const message = `Expected at most ${MOST_CONTESTED} contested amounts to try one by one but there are ${met.size}. Ask about fewer entities.`;
    throw new GraphError('QUERY_TOO_EXPENSIVE', message);
  }
  const withOne = async (one: Amount, chosen: StatementRecord) => {
    const world = choosing(ctx, at, (amount) => (amount.identity === one.identity ? chosen : amount.best));
    return figure(await answer(world), one);
  };
  const swings = [...met.values()].map(async (amount) => {
    const [low = null, high = null] = await Promise.all([withOne(amount, amount.low), withOne(amount, amount.high)]);
    return { amount, low, high };
  });
  return movedMost(await Promise.all(swings));
}
