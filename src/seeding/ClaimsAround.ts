import { compareStatements } from '../model/applyChange.js';
import type { EntityId } from '../model/ids.js';
import type { Standing } from '../model/Standing.js';
import type { Statement, StatementRecord } from '../model/statement.js';
import type { ClaimChange } from './checkChange.js';
import type { PlacedStatement } from './makeStatements.js';

/** The claims that stand before and after a change, found by what they are about. */
export class ClaimsAround {
  constructor(
    private readonly current: Standing,
    private readonly change: Pick<ClaimChange, 'added' | 'retracted'>,
  ) {}

  /** Of the properties and about an entity, as they stood, in their order. */
  before(id: EntityId, properties: Iterable<string>): readonly PlacedStatement[] {
    return standingIn(Array.from(properties, (property) => this.current.about(id, property)).flat());
  }

  /** Of the properties and about an entity, as they will stand. */
  after(id: EntityId, properties: ReadonlySet<string>): readonly PlacedStatement[] {
    const added = this.change.added.filter(({ statement: s }) => s.subject === id && properties.has(s.property));
    return [...this.kept(this.before(id, properties)), ...added];
  }

  /** Of the properties and pointing at an entity, before or after. */
  pointingAt(id: EntityId, properties: ReadonlySet<string>): readonly PlacedStatement[] {
    const added = this.change.added.filter(({ statement: s }) => s.object === id && properties.has(s.property));
    // Chosen before they are put in order: at a hub many point.
    return [...standingIn(this.current.pointingAt(id).filter((s) => properties.has(s.property))), ...added];
  }

  /** Of the properties and about an entity or pointing at it, as they will stand. */
  around(id: EntityId, properties: ReadonlySet<string>): readonly Statement[] {
    return [...this.after(id, properties), ...this.kept(this.pointingAt(id, properties))].map(
      ({ statement }) => statement,
    );
  }

  /** Of a property, as they will stand. */
  ofProperty(property: string): readonly PlacedStatement[] {
    const added = this.change.added.filter(({ statement }) => statement.property === property);
    return [...this.kept(standingIn([...this.current.ofProperty(property)])), ...added];
  }

  /** Those of the ids that stand. */
  withdrawn(ids: ReadonlySet<string>): readonly PlacedStatement[] {
    return standingIn([...ids].flatMap((id) => this.current.statements.get(id) ?? []));
  }

  private kept(claims: readonly PlacedStatement[]): readonly PlacedStatement[] {
    return claims.filter(({ statement }) => !this.change.retracted.has(statement.id));
  }
}

function standingIn(claims: readonly StatementRecord[]): readonly PlacedStatement[] {
  const there = claims.filter((s) => s.retractedAt === null);
  return there.sort(compareStatements).map(standing);
}

/** A claim that stands, without a place in any file: its id tells it apart. */
export function standing(statement: Statement): PlacedStatement {
  return { statement, file: '', folder: 0, record: statement.id, field: '' };
}
