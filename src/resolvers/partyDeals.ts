import type { CloudRecord, CompanyRecord, DealRecord, DealType, PartyRole } from '../model/entity.js';
import { type EntityId, toId } from '../model/ids.js';
import type { Day } from '../model/time.js';
import { announcedDeals } from './announcedDeals.js';
import type { Context } from './context.js';
import { connectionOf } from './list.js';
import { isGiven, type PageArgs } from './page.js';
import type { DealConnectionParent } from './parents.js';
import { timeOf } from './timeSlice.js';

interface PartyDealsArgs extends PageArgs {
  readonly role?: PartyRole | null | undefined;
  readonly types?: readonly DealType[] | null | undefined;
  readonly with?: string | null | undefined;
  readonly inForceOn?: Day | null | undefined;
}

/** The deals to which a company or cloud is a party, of those that had been announced by the day of the answer. */
export async function dealsOf(
  ctx: Context,
  record: CompanyRecord | CloudRecord,
  args: PartyDealsArgs,
): Promise<DealConnectionParent> {
  const other = isGiven(args.with) ? toId(args.with) : null;
  const at = timeOf(ctx, record);
  const deals = await announcedDeals(ctx, at, await ctx.loaders.dealsByParty(at.knownAt).load(record.id));
  const wanted = deals.filter(
    (deal) =>
      isParty(deal, record.id, args.role ?? null) &&
      (!args.types?.length || args.types.includes(deal.type)) &&
      (other === null || isParty(deal, other, null)) &&
      (!args.inForceOn || isInForce(deal, args.inForceOn)),
  );
  return connectionOf('deals', record.id, args, wanted);
}

function isParty(deal: DealRecord, id: EntityId, role: PartyRole | null): boolean {
  return deal.parties.some((party) => party.entity === id && (role === null || party.role === role));
}

function isInForce({ inForceFrom, inForceTo }: DealRecord, day: Day): boolean {
  return inForceFrom !== null && inForceFrom <= day && (inForceTo === null || day <= inForceTo);
}
