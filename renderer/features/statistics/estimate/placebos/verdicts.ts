import type { Placebos, Summary } from '#contract/statistics/evidence';

export type Verdict = 'passed' | 'doubtful' | 'failed';

/** A funding that never was must change nothing: 80 % of the draws hold zero in four of five workspaces where all is well, 95 % in nineteen of twenty. */
export function judgeEarlyStart({ p025, p10, p90, p975 }: Summary): Verdict {
  if (p10 <= 0 && p90 >= 0) return 'passed';
  return p025 <= 0 && p975 >= 0 ? 'doubtful' : 'failed';
}

/** The first months of the pandemic must not carry the estimate: without them its mean stays inside the range that it had. */
export function judgePandemic({ avoided, avoidedMasked }: NonNullable<Placebos['withoutPandemic']>): Verdict {
  const { mean } = avoidedMasked;
  if (mean >= avoided.p10 && mean <= avoided.p90) return 'passed';
  return mean >= avoided.p025 && mean <= avoided.p975 ? 'doubtful' : 'failed';
}
