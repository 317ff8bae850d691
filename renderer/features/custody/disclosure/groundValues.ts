import type { PaperRecord } from '#contract/custody/disclosure';

export interface GroundValues {
  readonly decision: { readonly ground: string; readonly remark: string };
}

export function startingGround(record: PaperRecord | undefined): GroundValues {
  return { decision: { ground: record?.ground ?? '', remark: record?.remark ?? '' } };
}
