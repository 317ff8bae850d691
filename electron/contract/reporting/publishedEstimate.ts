import { z } from 'zod';
import { sensitivityRow } from '../statistics/assumptions.ts';
import { crossCheck, quantiles, summary } from '../statistics/evidence.ts';
import { combined, counterfactualResult, estimate, refusal, unitResult } from '../statistics/estimate.ts';

/** An interval, and its middle where a single figure is published. */
export const publishedQuantiles = quantiles.extend({ p50: z.number().nullable() });
export type PublishedQuantiles = z.infer<typeof publishedQuantiles>;
const publishedSummary = summary.extend({ p50: z.number().nullable(), mean: z.number().nullable() });

const [estimatedCheck, refusedCheck] = crossCheck.options;
const publishedCheck = z.discriminatedUnion('status', [
  estimatedCheck.extend({ avoided: publishedSummary }),
  refusedCheck,
]);

const publishedUnit = estimate.extend({
  fan: z.array(publishedQuantiles.nullable()),
  avoided: publishedSummary,
  sceptic: publishedSummary.nullable().default(null),
  probabilityBelow: z.number().nullable(),
  productivity: publishedSummary.nullable().default(null),
  crossChecks: z.array(publishedCheck).default([]),
});
export type PublishedUnit = z.infer<typeof publishedUnit>;

const publishedTotal = combined.extend({
  fan: z.array(publishedQuantiles.nullable()),
  counterfactualNow: publishedQuantiles,
  avoided: publishedSummary,
  sceptic: publishedSummary.nullable().default(null),
  probabilityBelow: z.number().nullable(),
});

/**
 * An estimate as a file or the command line carries it: no middle where its grade shows no single figure, no probability where it shows none,
 * and none beyond 0.05 and 0.95.
 */
export const publishedEstimate = counterfactualResult.extend({
  units: z.array(unitResult.extend({ result: z.discriminatedUnion('status', [publishedUnit, refusal]) })),
  total: publishedTotal.nullable(),
  /** The range of the total, or of a single unit, if all closings without investigation followed one thing. */
  alternatives: z.array(sensitivityRow.pick({ scenario: true, value: true, low: true, high: true })).default([]),
});
export type PublishedEstimate = z.infer<typeof publishedEstimate>;
export type PublishedTotal = NonNullable<PublishedEstimate['total']>;
