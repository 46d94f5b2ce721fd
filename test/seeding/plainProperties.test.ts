import { describe, expect, it } from 'vitest';
import { REQUIRED_PROPERTIES } from '../../src/seeding/plainProperties.js';
import { RECORD_FORMS } from '../../src/seeding/recordForms.js';

describe('REQUIRED_PROPERTIES', () => {
  it('are the fields that the forms of the seeds demand', () => {
    for (const kind of [
      'cloud',
      'deal',
      'initiative',
      'policy',
      'company',
      'chip',
      'datacenter',
      'country',
      'topic',
    ] as const) {
      const demanded = Object.entries(RECORD_FORMS[kind].shape).flatMap(([field, form]) =>
        form.safeParse(undefined).success || ['id', 'name', 'sources'].includes(field) ? [] : [field],
      );
      expect([...(REQUIRED_PROPERTIES.get(kind)?.keys() ?? [])].sort()).toEqual(demanded.sort());
    }
  });
});
