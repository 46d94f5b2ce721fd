import { describe, expect, it } from 'vitest';
import { claim, edgesFrom, relation } from './facts.js';

const operates = relation('cloud:aws', 'operated_by', 'company:amazon', { saidOn: '2026-01-01' });

describe('edges about chips and their makers', () => {
  it('lets a chip need its makers since its release where no source dates them', () => {
    expect(
      edgesFrom([
        claim('chip:h100', 'released', '2022-09-20'),
        relation('chip:h100', 'designed_by', 'company:nvidia'),
        relation('chip:h100', 'fabricated_by', 'company:tsmc', { value: '5 nm' }),
        relation('chip:h100', 'memory_from', 'company:sk-hynix', { confidence: 'recalled' }),
      ]),
    ).toEqual([
      'DESIGN chip:h100 → nvidia 2022-09-20.. undated',
      'FABRICATION chip:h100 → tsmc 2022-09-20.. undated',
      'FABRICATION nvidia → tsmc 2022-09-20.. undated',
      'MEMORY chip:h100 → sk-hynix 2022-09-20.. undated recalled',
      'MEMORY nvidia → sk-hynix 2022-09-20.. undated recalled',
    ]);
  });

  it('lets a system inherit what its components need, at any depth', () => {
    expect(
      edgesFrom(
        [
          relation('chip:rack', 'component', 'chip:system'),
          relation('chip:system', 'component', 'chip:gpu'),
          relation('chip:gpu', 'fabricated_by', 'company:tsmc'),
          // A record that contains itself must not send the rule round in circles.
          relation('chip:gpu', 'component', 'chip:rack'),
        ],
        'COMPONENT',
        'FABRICATION',
      ).filter((line) => line.includes('FABRICATION')),
    ).toEqual([
      'FABRICATION chip:gpu → tsmc 2025-01-01.. undated',
      'FABRICATION chip:rack → tsmc 2025-01-01.. undated',
      'FABRICATION chip:system → tsmc 2025-01-01.. undated',
    ]);
  });

  it('lifts the foundry of many chips to their designer once, and once more where the first is only recalled', () => {
    const chips = [1, 2, 3].flatMap((n) => [
      claim(`chip:c${n}`, 'released', `202${n}-01-01`),
      relation(`chip:c${n}`, 'designed_by', 'company:google'),
      relation(`chip:c${n}`, 'fabricated_by', 'company:tsmc', { confidence: n === 1 ? 'recalled' : 'confirmed' }),
    ]);
    expect(edgesFrom(chips, 'FABRICATION').filter((line) => line.includes(' google '))).toEqual([
      'FABRICATION google → tsmc 2021-01-01.. undated recalled',
      'FABRICATION google → tsmc 2022-01-01.. undated',
    ]);
  });

  it('makes a cloud depend on the accelerators of its operator, not on its processors, and on none before its release', () => {
    const own = (slug: string, category: string, released: string) => [
      claim(`chip:${slug}`, 'category', category),
      claim(`chip:${slug}`, 'released', released),
      relation(`chip:${slug}`, 'designed_by', 'company:amazon', { saidOn: '2024-01-01' }),
    ];
    const chips = [...own('trainium3', 'asic', '2025-12-02'), ...own('graviton4', 'cpu', '2023-11-28')];
    expect(edgesFrom([...chips, operates], 'CHIPS', 'USES')).toEqual([
      'CHIPS cloud:aws → amazon 2024-01-01..2025-12-01 prospective undated',
      'CHIPS cloud:aws → amazon 2025-12-02..',
      'USES cloud:aws → chip:trainium3 2024-01-01..2025-12-01 prospective undated',
      'USES cloud:aws → chip:trainium3 2025-12-02..',
    ]);
  });

  it('makes the buyer of accelerators depend on the vendor, and with it the cloud that it runs', () => {
    expect(edgesFrom([relation('company:nvidia', 'supplies_chips_to', 'company:amazon'), operates], 'CHIPS')).toEqual([
      'CHIPS amazon → nvidia 2025-01-01.. undated',
      'CHIPS cloud:aws → nvidia 2025-01-01.. undated',
    ]);
  });

  it('reads a customer of a cloud as COMPUTE and a customer of a chip maker as CHIPS', () => {
    expect(
      edgesFrom([
        relation('company:meta', 'customer_of', 'cloud:coreweave'),
        relation('cloud:aws', 'customer_of', 'company:cerebras'),
      ]),
    ).toEqual([
      'CHIPS cloud:aws → cerebras 2025-01-01.. undated',
      'COMPUTE meta → cloud:coreweave 2025-01-01.. undated',
    ]);
  });

  it('points design, making and equipment from who needs to who supplies', () => {
    expect(
      edgesFrom([
        relation('company:google', 'codesigns_with', 'company:broadcom'),
        relation('company:amazon', 'develops_own_chips', 'chip:t4'),
        relation('company:amd', 'fabricates_at', 'company:tsmc'),
        relation('company:amd', 'packages_at', 'company:tsmc'),
        relation('company:micron', 'supplies_hbm_to', 'company:amd'),
        relation('company:arm', 'licenses_ip_to', 'company:amd'),
        relation('company:asml', 'supplies_euv_to', 'company:tsmc', { confidence: 'recalled' }),
        relation('company:zeiss', 'supplies_optics_to', 'company:asml'),
        relation('company:dell', 'supplies_servers_to', 'company:iren'),
      ]),
    ).toEqual([
      'DESIGN chip:t4 → amazon 2025-01-01.. undated',
      'DESIGN google → broadcom 2025-01-01.. undated',
      'EQUIPMENT asml → zeiss 2025-01-01.. undated',
      'EQUIPMENT tsmc → asml 2025-01-01.. undated recalled',
      'FABRICATION amd → tsmc 2025-01-01.. undated',
      'MEMORY amd → micron 2025-01-01.. undated',
      'PACKAGING amd → tsmc 2025-01-01.. undated',
      'SERVERS iren → dell 2025-01-01.. undated',
      'TOOLS amd → arm 2025-01-01.. undated',
    ]);
  });

  it('keeps memory under a letter of intent prospective', () => {
    expect(edgesFrom([relation('company:samsung', 'dram_loi_with', 'company:openai')])).toEqual([
      'MEMORY openai → samsung 2025-01-01.. prospective undated',
    ]);
  });

  it('gives the best claim of a share to the product that it is about, and no edge to a share of nothing', () => {
    const share = (maker: 'sk-hynix' | 'micron', value: number, saidOn: string) =>
      relation(`company:${maker}`, 'hbm4_share_of_rubin', 'company:nvidia', { value, unit: 'percent', saidOn });
    const shares = [
      share('sk-hynix', 70, '2026-01-01'),
      share('sk-hynix', 55, '2026-05-15'),
      share('micron', 0, '2026-05-15'),
      relation('chip:rubin', 'designed_by', 'company:nvidia'),
    ];
    expect(edgesFrom(shares, 'MEMORY')).toEqual(['MEMORY chip:rubin → sk-hynix 2026-05-15.. undated 55 %']);
  });

  it('derives nothing from labels, capacity figures and facts about oneself', () => {
    expect(
      edgesFrom([
        relation('cloud:aws', 'flagship_customer', 'company:openai'),
        relation('company:nvidia', 'cowos_wafers', 'company:tsmc', { value: 595_000, unit: 'wafers' }),
        relation('company:samsung', 'base_die_from', 'company:samsung'),
        relation('company:asml', 'sole_supplier_of', 'topic:euv'),
      ]),
    ).toEqual([]);
  });
});
