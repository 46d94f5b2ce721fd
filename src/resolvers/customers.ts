import { commitments } from '../analysis/commitments.js';
import { wheneverSaid } from '../loaders.js';
import { holdsOn, isSaidBy } from '../model/claims.js';
import type { CloudRecord } from '../model/entity.js';
import { compareIds, type EntityId } from '../model/ids.js';
import type { Statement } from '../model/statement.js';
import type { Day, TimeSlice } from '../model/time.js';
import type { Context } from './context.js';
import { dealsOfAll } from './dealInputs.js';
import { type Connection, type ConnectionEdge, connect, type PageArgs, pageOf, pageRequest, placeKey } from './page.js';
import { listTime } from './timeSlice.js';

/** A customer of a cloud, within an answer of a time. */
export interface Customer {
  readonly node: EntityId;
  readonly at: TimeSlice;
  readonly flagship: boolean;
  readonly roles: readonly string[];
  readonly contractedUsd: number | null;
  readonly deals: readonly EntityId[];
  readonly statementIds: readonly string[];
}

export type CustomerConnection = Connection<EntityId, ConnectionEdge<EntityId> & Customer>;

const FLAGSHIP = 'flagship_customer';
const BY_DEAL = 'customer';
/** Relations whose object is the cloud. */
const RELATIONS = ['customer_of', 'hosts_on'] as const;

/** Who uses a cloud: flagship customers first, then by contracted amount, then by id. */
export async function customersOf(
  ctx: Context,
  cloud: CloudRecord,
  at: TimeSlice,
  args: PageArgs,
): Promise<CustomerConnection> {
  const list = { kind: 'customers', filter: { of: cloud.id, at: listTime(ctx, at) }, order: null };
  const request = pageRequest(args, list);
  const customers = await gather(ctx, cloud, at);
  const page = pageOf(customers, (_customer, place) => placeKey(place), request);
  return connect(
    list,
    page,
    (customer) => customer,
    () => customers.length,
  );
}

async function gather(ctx: Context, cloud: CloudRecord, at: TimeSlice): Promise<readonly Customer[]> {
  const known = wheneverSaid(at.knownAt);
  const of = new Set([cloud.id]);
  const [flagships, ...relations] = await Promise.all([
    ctx.loaders.statementsBySubject(FLAGSHIP, known).load(cloud.id),
    ...RELATIONS.map((property) => ctx.loaders.statementsByObject(property, known).load(cloud.id)),
  ]);
  const deals = (await dealsOfAll(ctx, at, false, of)).filter(
    ({ terms }) => terms.type === 'COMPUTE' && terms.inForce && terms.binding && provides(terms.parties, cloud.id),
  );
  const sum = commitments({
    deals,
    of,
    role: 'PROVIDER',
    types: ['COMPUTE'],
    includeCeilings: false,
    includeNonBinding: false,
    rates: ctx.meta.rates,
  });
  const amounts = new Map(sum.byCounterparty.map(({ entity, amountUsd }) => [entity, amountUsd]));
  const book = new CustomerBook();
  for (const { id, terms } of deals) {
    for (const party of terms.parties) if (party.role === 'CUSTOMER') book.of(party.entity, BY_DEAL).deals.push(id);
  }
  for (const claim of [...relations.flat(), ...flagships].filter((c) => isCustomerOn(at.asOf, c))) {
    const customer = claim.property === FLAGSHIP ? claim.object : claim.subject;
    if (customer) book.of(customer, claim.property).statementIds.push(claim.id);
  }
  return book
    .entries()
    .map(([node, { roles, deals: own, statementIds }]) => ({
      node,
      at,
      flagship: roles.has(FLAGSHIP),
      roles: [...roles].sort(),
      contractedUsd: amounts.get(node) ?? null,
      deals: own.sort(compareIds),
      statementIds,
    }))
    .sort(compareCustomers);
}

/** As dependencies hold: a dated relation for its dates, an undated one from when it was said. */
function isCustomerOn(asOf: Day, claim: Statement): boolean {
  return holdsOn(claim, asOf) && (claim.validFrom !== null || isSaidBy(claim, asOf));
}

function compareCustomers(a: Customer, b: Customer): number {
  return (
    Number(b.flagship) - Number(a.flagship) ||
    (b.contractedUsd ?? -1) - (a.contractedUsd ?? -1) ||
    compareIds(a.node, b.node)
  );
}

function provides(parties: readonly { readonly entity: EntityId; readonly role: string }[], id: EntityId): boolean {
  return parties.some((party) => party.entity === id && party.role === 'PROVIDER');
}

interface Entry {
  readonly roles: Set<string>;
  readonly deals: EntityId[];
  readonly statementIds: string[];
}

/** What is known about each customer. */
class CustomerBook {
  readonly #entries = new Map<EntityId, Entry>();

  of(customer: EntityId, role: string): Entry {
    const entry = this.#entries.get(customer) ?? { roles: new Set(), deals: [], statementIds: [] };
    entry.roles.add(role);
    this.#entries.set(customer, entry);
    return entry;
  }

  entries(): [EntityId, Entry][] {
    return [...this.#entries];
  }
}
