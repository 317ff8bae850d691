import { describe, expect, it } from 'vitest';
import { noChange, plan as planSchema, type Plan } from '#contract/statistics/plans';
import { appliedPlan, stillToCome } from '../../../../db/statistics/plans/appliedPlan.ts';

const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const last = '2026-09' as never;
const line = (from: string, unitId: string = one, to: string | null = null) =>
  ({ unitId, from, to, fte: 2, funded: true, rampMonths: null }) as unknown as Plan['lines'][number];
const planOf = (changes: object): Plan => planSchema.parse({ ...noChange, ...changes });

describe('what of a plan is still to come', () => {
  it('begins after the last known month, which itself has passed', () => {
    const lines = [line('2026-04', one, '2027-12'), line('2026-09'), line('2026-10')];
    const { plan, passed } = stillToCome(planOf({ lines, overtimeBase: 10, growth: 0.1 }), last);
    expect(plan).toEqual(planOf({ lines: [line('2026-10')], overtimeBase: 10, growth: 0.1 }));
    expect(passed).toEqual({ lines: lines.slice(0, 2), step: null, agreementEnds: null });
  });

  it('is neither a step of the inflow nor an end of the agreement that has passed, and both where they come', () => {
    const step = (from: string) => ({ from, share: 0.3 });
    const gone = planOf({ step: step('2026-09'), agreementEnds: '2026-09', renewed: false });
    expect(stillToCome(gone, last)).toEqual({
      plan: noChange,
      passed: { lines: [], step: step('2026-09'), agreementEnds: '2026-09' },
    });
    const coming = planOf({ step: step('2026-10'), agreementEnds: '2026-10', renewed: false });
    const none = { lines: [], step: null, agreementEnds: null };
    expect(stillToCome(coming, last)).toEqual({ plan: coming, passed: none });
  });
});

it('a plan is applied without what has passed and without staff of units that have no plan, each named', () => {
  const lines = [line('2026-04'), line('2027-01'), line('2027-01', two)];
  const codes = new Map<string, string>([
    [one, 'U01'],
    [two, 'U02'],
  ]);
  expect(appliedPlan(planOf({ lines }), last, [{ unitId: one }], codes)).toEqual({
    applied: planOf({ lines: [line('2027-01')] }),
    notApplied: {
      passed: { lines: [{ code: 'U01', from: '2026-04', fte: 2 }], step: null, agreementEnds: null },
      unplanned: [{ code: 'U02', from: '2027-01', fte: 2 }],
    },
  });
});
