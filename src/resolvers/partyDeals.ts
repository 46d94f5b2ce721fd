import type { CloudRecord, CompanyRecord, DealRecord, DealType, PartyRole } from '../model/entity.js';
import { type EntityId, toId } from '../model/ids.js';
import type { Day, TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { ofKind } from './entities.js';
import { connectionOf } from './list.js';
import type { PageArgs } from './page.js';
import type { DealConnectionParent } from './parents.js';
import { timeOf } from './timeSlice.js';

interface PartyDealsArgs extends PageArgs {
  readonly role?: PartyRole | null | undefined;
  readonly types?: readonly DealType[] | null | undefined;
  readonly with?: string | null | undefined;
  readonly inForceOn?: Day | null | undefined;
}

/** The deals to which a company or cloud is a party. */
export async function dealsOf(
  ctx: Context,
  record: CompanyRecord | CloudRecord,
  args: PartyDealsArgs,
): Promise<DealConnectionParent> {
  const other = args.with ? toId(args.with) : null;
  const deals = await allDealsOf(ctx, timeOf(ctx, record), record.id);
  const wanted = deals.filter(
    (deal) =>
      isParty(deal, record.id, args.role ?? null) &&
      (!args.types || args.types.includes(deal.type)) &&
      (other === null || isParty(deal, other, null)) &&
      (!args.inForceOn || isInForce(deal, args.inForceOn)),
  );
  return connectionOf('deals', record.id, args, wanted);
}

/** All deals to which an entity is or was a party, by id. */
export async function allDealsOf(ctx: Context, at: TimeSlice, id: EntityId): Promise<readonly DealRecord[]> {
  return ofKind(ctx, 'deal', at, await ctx.loaders.dealsByParty.load(id));
}

function isParty(deal: DealRecord, id: EntityId, role: PartyRole | null): boolean {
  return deal.parties.some((party) => party.entity === id && (role === null || party.role === role));
}

function isInForce({ inForceFrom, inForceTo }: DealRecord, day: Day): boolean {
  return inForceFrom !== null && inForceFrom <= day && (inForceTo === null || day <= inForceTo);
}
