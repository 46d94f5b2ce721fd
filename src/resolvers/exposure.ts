import { exposure as exposureOf } from '../analysis/exposure.js';
import type { ExposureBasis, Resolvers } from '../generated/schema.js';
import type { DependencyKind } from '../model/edge.js';
import type { EntityRecord } from '../model/entity.js';
import { badInput } from '../model/errors.js';
import { anyRef, entitiesOf, existing } from './entities.js';
import { exposureParts } from './exposureParts.js';
import { sizeOf } from './page.js';
import { sensitive, sensitiveFields } from './sensitive.js';
import { timed, timeOf } from './timeSlice.js';
import { scenarioOf } from './world.js';

const SITE_BASES: readonly ExposureBasis[] = ['CHIP_COUNT', 'MEGAWATT'];
const BASES: readonly ExposureBasis[] = ['CONTRACTED_USD', 'COUNT', ...SITE_BASES];
const NONE = { known: 0, total: 0 };
const ASKABLE: ReadonlySet<string> = new Set(['company', 'cloud', 'initiative', 'country', 'datacenter']);
const TARGETS: ReadonlySet<string> = new Set(['company', 'cloud', 'chip', 'datacenter']);
const VIA: readonly DependencyKind[] = ['COMPUTE', 'CHIPS'];

export const exposure: Resolvers = {
  Query: {
    exposure: sensitive(
      async (ctx, at, args) => {
        const [of, to] = await Promise.all([existing(ctx, args.of, at), existing(ctx, args.to, at)]);
        if (!ASKABLE.has(of.kind)) {
          throw badInput('the id of a company, cloud, initiative, country or datacenter as of', of.id);
        }
        if (!TARGETS.has(to.kind)) throw badInput('the id of a company, cloud, chip or datacenter as to', to.id);
        if (of.id === to.id) throw badInput(`another entity than "${of.id}" as to`, to.id);
        const via = args.via && args.via.length > 0 ? args.via : VIA;
        const bases = basesOf(of);
        const basis = args.basis ?? bases[0] ?? 'CONTRACTED_USD';
        if (!bases.includes(basis)) throw badInput(`basis ${bases.join(' or ')} for a ${of.kind}`, basis);
        const prospective = args.prospective ?? false;
        const question = { of, to, via, prospective };
        const measure = async (asked: ExposureBasis) =>
          exposureOf(await exposureParts(ctx, at, { ...question, basis: asked }));
        const answer = await measure(basis);
        return { ...answer, ...at, question, basis, measure };
      },
      ({ low, high }) => (low === undefined || high === undefined ? null : (low + high) / 2),
    ),
  },
  Exposure: {
    scenario: scenarioOf,
    ...sensitiveFields,
    low: ({ low }) => low ?? null,
    high: ({ high }) => high ?? null,
    of: ({ question }) => question.of,
    to: ({ question }) => question.to,
    via: ({ question }) => question.via,
    unconditional: ({ unconditional }) => unconditional ?? null,
    coverage: ({ coverage }) => coverage ?? NONE,
    chains: ({ chains, at }, { first }, ctx) =>
      (chains ?? []).slice(0, sizeOf(first)).map((chain) => timed(ctx, chain, at)),
    chainCount: ({ chains }) => chains?.length ?? 0,
    bases: ({ question, measure }) => {
      return Promise.all(
        basesOf(question.of).map(async (basis) => {
          const found = await measure(basis);
          const { low = null, high = null, coverage = NONE } = found ?? {};
          return { basis, low, high, coverage };
        }),
      );
    },
  },
  ExposureChain: {
    nodes: (chain, _args, ctx, info) => entitiesOf(ctx, timeOf(ctx, chain), chain.nodes, info),
    item: (chain, _args, ctx, info) => anyRef(ctx, timeOf(ctx, chain), chain.item, info),
  },
};

/** What an entity's parts can be measured in: contracts are made by organisations and programmes alone. */
function basesOf({ kind }: EntityRecord): readonly ExposureBasis[] {
  return kind === 'country' || kind === 'datacenter' ? SITE_BASES : BASES;
}
