import { randomUUID } from 'node:crypto';
import { addMonths, type Month } from '#contract/ground/dates';
import { canonicalJson } from '../../../../../db/ground/kernel/canonicalJson.ts';
import { signText, type SigningKey } from '../../../../../db/ground/kernel/signing.ts';
import type { ReferencePayload } from '../../../../../db/statistics/estimate/referenceFormat.ts';

type Posterior = ReferencePayload['reference'];

/** A reference within all bounds, every draw alike. */
export function posteriorOf(months = 12, draws = 50, firstMonth = '2025-10'): Posterior {
  const draw: Posterior['draws'][number] = {
    centre: 0.8,
    spread: 0.2,
    rampMonths: 6,
    size: 12.5,
    deviation: 0.1,
    logMeanRate: 1.25,
    logShape: 3,
    closings: { inflow: { mean: 0.1, shape: 2 }, work: { mean: 0.05, shape: 2 }, queue: { mean: 0.01, shape: 2 } },
    logMonth: Array.from({ length: months }, (_, index) => index / 100),
  };
  return {
    firstMonth: firstMonth as Month,
    months,
    units: 24,
    draws: Array.from({ length: draws }, () => draw),
  };
}

export function payloadOf(reference = posteriorOf(), changes: Partial<ReferencePayload> = {}): ReferencePayload {
  return {
    workspace: { id: randomUUID(), name: 'National coordination', demonstration: false },
    lastMonth: addMonths(reference.firstMonth, reference.months - 1),
    exportedAt: 1_790_000_000_000,
    application: '0.1.0',
    schema: '0002_laboratory',
    methodVersion: 2,
    productivity: { p025: 0.4, p10: 0.5, p25: 0.6, p50: 0.7, p75: 0.8, p90: 0.9, p975: 1, mean: 0.7 },
    reference,
    ...changes,
  };
}

/** The file that a workspace with this key would write. */
export function referenceText(payload: unknown, key: SigningKey, head: object = {}): string {
  const signature = signText(key, canonicalJson(payload));
  return canonicalJson({ format: 'vigie-reference', version: 1, payload, signature, ...head });
}
