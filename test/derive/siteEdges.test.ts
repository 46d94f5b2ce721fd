import { describe, expect, it } from 'vitest';
import { claim, deal, edgesFrom, relation } from './facts.js';

const operates = relation('cloud:azure', 'operated_by', 'company:microsoft');
const runs = relation('datacenter:atlanta', 'operated_by', 'company:microsoft', { saidOn: '2026-01-01' });
const hosts = relation('datacenter:atlanta', 'tenant', 'company:openai', { saidOn: '2026-01-01' });
const opened = (status: string, first: string, saidOn = '2025-12-01') => [
  claim('datacenter:atlanta', 'status', status, { saidOn }),
  claim('datacenter:atlanta', 'first_operational', first, { saidOn }),
];

describe('edges about datacenters', () => {
  it('makes tenant and cloud need the site, and the site its operator since it opened', () => {
    expect(edgesFrom([operates, runs, hosts, ...opened('operational', '2025-10-14')], 'SITE')).toEqual([
      'SITE cloud:azure → datacenter:atlanta 2025-10-14.. undated',
      'SITE datacenter:atlanta → microsoft 2025-10-14.. undated',
      'SITE openai → datacenter:atlanta 2026-01-01.. undated',
    ]);
  });

  it('is prospective until the site opens', () => {
    expect(edgesFrom([hosts, ...opened('operational', '2026-07')])).toEqual([
      'SITE openai → datacenter:atlanta 2026-01-01..2026-07-30 prospective undated',
      'SITE openai → datacenter:atlanta 2026-07-31..',
    ]);
  });

  it('stays prospective while the site is not said to run, whatever date was projected', () => {
    for (const status of ['planned', 'under_construction', 'paused']) {
      expect(edgesFrom([hosts, ...opened(status, '2026-07')])).toEqual([
        'SITE openai → datacenter:atlanta 2026-01-01.. prospective undated',
      ]);
    }
  });

  it('ends when the site is cancelled', () => {
    const cancelled = claim('datacenter:atlanta', 'status', 'cancelled', { validFrom: '2026-03-01' });
    expect(edgesFrom([hosts, ...opened('planned', '2027'), cancelled])).toEqual([
      'SITE openai → datacenter:atlanta 2026-01-01..2026-02-28 prospective undated',
    ]);
  });

  it('makes the cloud of a site depend on the vendor of its chips; the sole tenant uses them', () => {
    const counted = relation('datacenter:atlanta', 'chip_count', 'chip:gb200', {
      value: 300_000,
      saidOn: '2026-02-01',
    });
    const designed = relation('chip:gb200', 'designed_by', 'company:nvidia');
    const site = [operates, runs, hosts, ...opened('operational', '2025-10-14'), counted, designed];
    expect(edgesFrom(site, 'CHIPS', 'USES')).toEqual([
      'CHIPS cloud:azure → nvidia 2026-02-01.. undated',
      'USES cloud:azure → chip:gb200 2026-02-01.. undated',
      'USES datacenter:atlanta → chip:gb200 2026-02-01.. undated',
      'USES openai → chip:gb200 2026-02-01.. undated',
    ]);
    const shared = relation('datacenter:atlanta', 'tenant', 'company:mistral');
    expect(edgesFrom([...site, shared], 'USES')).not.toContain('USES openai → chip:gb200 2026-02-01.. undated');
  });

  it('is prospective until chips planned for a date are due', () => {
    const planned = { value: 300_000, saidOn: '2026-02-01', refersTo: '2027' };
    expect(edgesFrom([relation('datacenter:atlanta', 'chip_count', 'chip:gb200', planned)], 'USES')).toEqual([
      'USES datacenter:atlanta → chip:gb200 2026-02-01..2027-12-30 prospective undated',
      'USES datacenter:atlanta → chip:gb200 2027-12-31..',
    ]);
  });

  it('makes the cloud that delivers a deal from a site need that site', () => {
    const delivers = deal('d', {
      form: 'COMPUTE_PURCHASE',
      parties: ['customer openai', 'provider cloud:oci'],
      announced: '2025-07-22',
      sites: ['datacenter:atlanta'],
    });
    expect(edgesFrom([...delivers, ...opened('operational', '2025-10-14')], 'SITE')).toEqual([
      'SITE cloud:oci → datacenter:atlanta 2025-07-22..2025-10-13 prospective',
      'SITE cloud:oci → datacenter:atlanta 2025-10-14..',
    ]);
  });

  it('makes the site depend on who powers it', () => {
    const power = relation('datacenter:atlanta', 'energy_from', 'company:southern', { scope: 'grid' });
    expect(edgesFrom([power])).toEqual(['ENERGY datacenter:atlanta → southern 2025-01-01.. undated']);
  });
});

describe('edges about ownership and programmes', () => {
  it('reads a stake above half as ownership and any other as capital', () => {
    const stake = (owned: 'arm' | 'intel', value: number) =>
      relation('company:softbank', 'owns_stake_in', `company:${owned}`, { value, unit: 'percent' });
    expect(edgesFrom([stake('arm', 90), stake('intel', 2), relation('company:pif', 'owns', 'company:humain')])).toEqual(
      [
        'CAPITAL intel → softbank 2025-01-01.. undated',
        'OWNERSHIP arm → softbank 2025-01-01.. undated',
        'OWNERSHIP humain → pif 2025-01-01.. undated',
      ],
    );
  });

  it('reads the only known owner as owner, and several of unknown stake as funders', () => {
    const owners = ['reliance', 'brookfield'] as const;
    const joint = owners.map((owner) => relation('company:joint', 'owned_by', `company:${owner}`));
    expect(edgesFrom([...joint, relation('company:sole', 'owned_by', 'company:parent')])).toEqual([
      'CAPITAL joint → brookfield 2025-01-01.. undated',
      'CAPITAL joint → reliance 2025-01-01.. undated',
      'OWNERSHIP sole → parent 2025-01-01.. undated',
    ]);
  });

  it('ties a cloud to its operator for as long as either is known', () => {
    expect(edgesFrom([operates])).toEqual(['OWNERSHIP cloud:azure → microsoft ever.. undated']);
  });

  it('makes a programme depend on its suppliers and sites while it runs', () => {
    expect(
      edgesFrom([
        claim('initiative:i', 'start', '2025-05-15'),
        claim('initiative:i', 'end', '2029'),
        claim('initiative:i', 'status', 'active'),
        relation('initiative:i', 'supplier', 'company:nvidia', { scope: 'GPU supplier' }),
        relation('initiative:i', 'participant', 'company:tsmc', { scope: 'user' }),
        relation('initiative:i', 'datacenter', 'datacenter:atlanta'),
        ...opened('operational', '2025-10-14'),
      ]),
    ).toEqual([
      'PROGRAMME initiative:i → datacenter:atlanta 2025-05-15..2025-10-13 prospective',
      'PROGRAMME initiative:i → datacenter:atlanta 2025-10-14..2029-12-31',
      'PROGRAMME initiative:i → nvidia 2025-05-15..2029-12-31',
    ]);
  });

  it('keeps a proposed programme prospective', () => {
    const supplier = relation('initiative:i', 'supplier', 'company:nvidia');
    expect(edgesFrom([supplier, claim('initiative:i', 'status', 'proposed')])).toEqual([
      'PROGRAMME initiative:i → nvidia 2025-01-01.. prospective undated',
    ]);
  });
});
