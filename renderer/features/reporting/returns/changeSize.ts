import { comparisonOf } from '#contract/reporting/comparison';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { valueOf } from './document/figures.ts';

export interface Change {
  readonly key: string;
  readonly code: string;
  readonly unitCode: string | null;
  readonly from: number;
  readonly to: number;
}

const sizeOf = ({ from, to }: Change): number => Math.abs(to - from) / Math.max(1, Math.abs(from));

function changesIn(content: ReturnContent, { unitCode, measures }: Check): readonly Change[] {
  return measures.flatMap((code): Change[] => {
    const value = valueOf(content, code, unitCode);
    const previous = value ? comparisonOf(content, value).previous : null;
    if (value?.value == null || previous === null) return [];
    return [{ key: `${code} ${unitCode ?? ''}`, code, unitCode, from: previous, to: value.value }];
  });
}

/** The changes that are still to be explained, the largest share of what was first. */
export function changesOf(content: ReturnContent, checks: readonly Check[]): readonly Change[] {
  return checks.flatMap((check) => changesIn(content, check)).toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

/** Checks of changes in the same order. */
export function bySize(content: ReturnContent, checks: readonly Check[]): readonly Check[] {
  const size = (check: Check): number => Math.max(0, ...changesIn(content, check).map(sizeOf));
  return checks.toSorted((a, b) => size(b) - size(a));
}
