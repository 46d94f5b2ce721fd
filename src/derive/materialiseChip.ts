import type { ChipRecord, EntityHead } from '../model/entity.js';
import { type ClaimReader, textIn } from './ClaimReader.js';

export function materialiseChip(head: EntityHead<'chip'>, read: ClaimReader): ChipRecord {
  const exported = read.latest('export_status');
  return {
    ...head,
    country: null,
    category: read.text('category'),
    designer: read.object('designed_by'),
    released: read.date('released'),
    memoryGb: read.number('memory_gb'),
    memoryType: read.text('memory_type'),
    memoryBandwidthTbs: read.number('memory_bandwidth_tbs'),
    tdpW: read.number('tdp_w'),
    denseBf16Tflops: read.number('peak_bf16_tflops'),
    denseFp8Tflops: read.number('peak_fp8_tflops'),
    foundries: read
      .best('fabricated_by')
      .flatMap((claim) => (claim.object === null ? [] : [{ company: claim.object, node: textIn(claim) }])),
    memorySuppliers: read.objects('memory_from'),
    components: read.objects('component'),
    exportStatus: exported === null ? null : String(exported.value),
    exportStatusSince: exported?.validFrom ?? null,
  };
}
