import type { z } from 'zod';
import { DEPENDENCY_KINDS, type Edge } from '../model/edge.js';
import type { EntityId } from '../model/ids.js';
import { CONFIDENCES, QUALIFIERS, type StatementRecord } from '../model/statement.js';
import { edgeForm, flaggedForm } from './derivedForms.js';
import { instant, text } from './factForm.js';

/** A row as JSON gives it: the right names, perhaps, and anything under them. */
export type Loose<T> = Readonly<Partial<Record<keyof T, unknown>>>;

/** Texts that have a form, each looked at once: the same dates, times and words come again and again. */
class Texts {
  readonly #met = new Set<unknown>();
  #last: unknown;

  constructor(private readonly form: z.ZodType) {}

  has(value: unknown): boolean {
    if (value === this.#last) return true;
    if (this.#met.has(value)) {
      this.#last = value;
      return true;
    }
    if (!this.form.safeParse(value).success) return false;
    if (this.#met.size < REMEMBERED) this.#met.add(value);
    return true;
  }

  hasOrNull(value: unknown): boolean {
    return value === null || this.has(value);
  }
}

const REMEMBERED = 100_000;
const STATEMENT = 'statement:';
const EDGE = 'edge:';
const DIGITS = 16;

/**
 * Says of most rows that they have their form, in a tenth of the time that `flaggedForm` and `edgeForm` take; what it does not
 * accept, these look at. It accepts nothing that they refuse.
 */
export class RowGuards {
  private readonly dates = new Texts(flaggedForm.shape.saidOn);
  private readonly days = new Texts(edgeForm.shape.validFrom);
  private readonly times = new Texts(instant);
  private readonly texts = new Texts(text);
  private readonly units = new Texts(flaggedForm.shape.unit);
  private readonly properties = new Texts(flaggedForm.shape.property);
  private readonly values = new Texts(flaggedForm.shape.value);

  constructor(private readonly entities: { has(id: unknown): id is EntityId }) {}

  isStatement(row: Loose<StatementRecord>): row is StatementRecord {
    const { sources } = row;
    return (
      Object.keys(row).length === STATEMENT_FIELDS &&
      isHashed(row.id, STATEMENT) &&
      this.entities.has(row.subject) &&
      this.properties.has(row.property) &&
      this.texts.hasOrNull(row.scope) &&
      this.values.has(row.value) &&
      (row.object === null || this.entities.has(row.object)) &&
      this.units.has(row.unit) &&
      isOneOf(row.qualifier, QUALIFIERS) &&
      this.dates.hasOrNull(row.validFrom) &&
      this.dates.hasOrNull(row.validTo) &&
      this.dates.has(row.saidOn) &&
      this.dates.hasOrNull(row.refersTo) &&
      this.times.has(row.recordedAt) &&
      this.times.hasOrNull(row.retractedAt) &&
      isOneOf(row.confidence, CONFIDENCES) &&
      Array.isArray(sources) &&
      sources.length > 0 &&
      sources.every((id) => this.entities.has(id) && id.startsWith('source:')) &&
      this.texts.hasOrNull(row.note) &&
      isCount(row.order) &&
      typeof row.best === 'boolean' &&
      typeof row.conflicting === 'boolean' &&
      isCount(row.publishers)
    );
  }

  isEdge(row: Loose<Edge>): row is Edge {
    const { statementIds } = row;
    return (
      Object.keys(row).length === EDGE_FIELDS &&
      isHashed(row.id, EDGE) &&
      isOneOf(row.kind, DEPENDENCY_KINDS) &&
      this.texts.has(row.rule) &&
      this.entities.has(row.from) &&
      this.entities.has(row.to) &&
      this.days.has(row.validFrom) &&
      this.days.has(row.validTo) &&
      typeof row.startUnknown === 'boolean' &&
      this.times.has(row.knownFrom) &&
      this.times.hasOrNull(row.knownTo) &&
      typeof row.prospective === 'boolean' &&
      isOneOf(row.confidence, CONFIDENCES) &&
      (row.sharePercent === null || Number.isFinite(row.sharePercent)) &&
      (row.deal === null || (this.entities.has(row.deal) && row.deal.startsWith('deal:'))) &&
      Array.isArray(statementIds) &&
      statementIds.length > 0 &&
      statementIds.every((id) => isHashed(id, STATEMENT))
    );
  }
}

const STATEMENT_FIELDS = Object.keys(flaggedForm.shape).filter((name) => name !== 'saidNotBefore').length;
const EDGE_FIELDS = Object.keys(edgeForm.shape).length;

/** Whether it is the prefix and sixteen hex digits: looked at one by one, twice as fast as by an expression. */
function isHashed(value: unknown, prefix: string): boolean {
  if (typeof value !== 'string' || value.length !== prefix.length + DIGITS || !value.startsWith(prefix)) return false;
  for (let i = prefix.length; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return false;
  }
  return true;
}

function isOneOf(value: unknown, words: readonly unknown[]): boolean {
  return words.includes(value);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
