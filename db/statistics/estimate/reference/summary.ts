import type { ReferenceSummary } from '#contract/statistics/laboratory';
import type { VerifiedReference } from './verify.ts';

/** What a reference says of itself, without its draws. */
export function summaryOf({
  payload,
  fingerprint,
  sha256,
}: Omit<VerifiedReference, 'signedText' | 'succession'>): ReferenceSummary {
  const { firstMonth, months, units, draws } = payload.reference;
  return {
    workspaceName: payload.workspace.name,
    fingerprint,
    sha256,
    exportedAt: payload.exportedAt,
    lastMonth: payload.lastMonth,
    firstMonth,
    months,
    units,
    draws: draws.length,
    methodVersion: payload.methodVersion,
    productivity: payload.productivity,
  };
}
