import { deriveEdges } from '../../src/derive/deriveEdges.js';
import type { Facts } from '../../src/model/dataset.js';
import type { Edge } from '../../src/model/edge.js';
import type { EntityId } from '../../src/model/ids.js';
import type { Statement } from '../../src/model/statement.js';
import { type StatementSpec, smallDataset, statement } from '../support/smallDataset.js';

/** A relation, said on 2025-01-01 unless told otherwise. */
export function relation(subject: EntityId, property: string, object: EntityId, more: Partial<Statement> = {}) {
  return { subject, property, object, ...more };
}

/** A figure, text or date. */
export function claim(subject: EntityId, property: string, value: string | number, more: Partial<Statement> = {}) {
  return { subject, property, value, ...more };
}

export interface DealSpec {
  readonly form: string;
  /** `['customer company:openai', 'provider cloud:aws']` */
  readonly parties: readonly string[];
  readonly announced?: string;
  readonly status?: string;
  readonly start?: string;
  readonly end?: string;
  readonly termYears?: number;
  readonly chips?: readonly EntityId[];
  readonly sites?: readonly EntityId[];
  readonly more?: readonly StatementSpec[];
}

/** The statements of a deal that is active from its announcement, unless told otherwise. */
export function deal(slug: string, spec: DealSpec): StatementSpec[] {
  const id: EntityId = `deal:${slug}`;
  const { announced = '2025-03-01' } = spec;
  const dates: [string, string | number | undefined][] = [
    ['announced', announced],
    ['start', spec.start],
    ['end', spec.end],
    ['term_years', spec.termYears],
  ];
  return [
    claim(id, 'form', spec.form),
    claim(id, 'status', spec.status ?? 'ACTIVE', { validFrom: announced }),
    ...spec.parties.map((party) => {
      const [title = '', entity = ''] = party.split(' ');
      return relation(id, 'party', idOf(entity), { scope: title });
    }),
    ...dates.flatMap(([property, value]) => (value === undefined ? [] : [claim(id, property, value)])),
    ...(spec.chips ?? []).map((chip) => relation(id, 'chip', chip)),
    ...(spec.sites ?? []).map((site) => relation(id, 'datacenter', site)),
    ...(spec.more ?? []).map((more) => ({ ...more, subject: id })),
  ];
}

/** Facts of just these statements; entities are those that they mention. */
export function facts(specs: readonly StatementSpec[]): Facts {
  const { meta, entities } = smallDataset({ statements: specs });
  return { meta, entities, statements: specs.map((spec, order) => statement({ order, ...spec })) };
}

/** The edges that follow, as `KIND from → to 2025-03-01.. prospective`, sorted; `only` keeps one kind. */
export function edgesFrom(specs: readonly StatementSpec[], ...only: readonly string[]): string[] {
  const edges = deriveEdges(facts(specs)).filter((e) => only.length === 0 || only.includes(e.kind));
  return edges.map(show).sort();
}

export function show(edge: Edge): string {
  const words = [
    edge.kind,
    short(edge.from),
    '→',
    short(edge.to),
    `${edge.validFrom ?? 'ever'}..${edge.validTo ?? ''}`,
    edge.prospective ? 'prospective' : '',
    edge.startUnknown ? 'undated' : '',
    edge.confidence === 'recalled' ? 'recalled' : '',
    edge.sharePercent === null ? '' : `${edge.sharePercent} %`,
  ];
  return words.filter((word) => word !== '').join(' ');
}

function short(id: EntityId): string {
  return id.replace('company:', '');
}

function idOf(text: string): EntityId {
  const [kind, slug] = text.split(':');
  if (slug === undefined) return `company:${kind}`;
  return kind === 'cloud' ? `cloud:${slug}` : `company:${slug}`;
}
