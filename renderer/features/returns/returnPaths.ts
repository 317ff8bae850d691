import { quarter, type Quarter } from '#contract/dates';
import type { AgreementId } from '#contract/ids';

export const steps = ['data', 'checks', 'preview', 'lock', 'export'] as const;
export type Step = (typeof steps)[number];

export function returnPath(agreementId: AgreementId, of: Quarter, step: Step): string {
  return `/returns/${agreementId}/${String(of.fiscalYear)}-Q${String(of.quarter)}/${step}`;
}

/** '2026-Q3' of an address; null where it is none. */
export function quarterFromPath(text: string): Quarter | null {
  const parts = /^(\d{4})-Q([1-4])$/.exec(text);
  const parsed = quarter.safeParse({ fiscalYear: Number(parts?.[1]), quarter: Number(parts?.[2]) });
  return parsed.success ? parsed.data : null;
}

export function stepFromPath(text: string): Step | null {
  return steps.find((step) => step === text) ?? null;
}
