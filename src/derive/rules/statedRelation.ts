import type { DependencyKind } from '../../model/edge.js';
import type { Rule } from '../Rule.js';

/**
 * A rule for relations that say by themselves who depends on whom: `object` where the subject supplies the object
 * (supplies_euv_to), `subject` where the subject is supplied by it (fabricates_at).
 */
export function statedRelation(
  id: string,
  kind: DependencyKind,
  dependent: 'subject' | 'object',
  properties: readonly string[],
): Rule {
  return {
    id,
    kinds: [kind],
    inputs: properties,
    *derive(facts) {
      for (const property of properties) {
        for (const { subject, object, tie } of facts.relations(property)) {
          yield dependent === 'subject'
            ? { kind, from: subject, to: object, tie }
            : { kind, from: object, to: subject, tie };
        }
      }
    },
  };
}
