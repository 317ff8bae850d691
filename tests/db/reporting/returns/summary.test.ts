import { describe, expect, it } from 'vitest';
import { ledgerTerm } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { summaryOf } from '../../../../db/reporting/returns/summary/summary.ts';
import { contentOf, type UnitStory } from '../../../support/releasedReturns.ts';

const none = Object.fromEntries(ledgerTerm.options.map((term) => [term, 0]));
const terms = { ...none, received: 10 } as UnitStory['months'][number]['terms'];
const month = { terms, bundled: 0, acts: [1, 1, 1, 1], shares: [1, 1, 1] } as const;
const unit = (code: string): UnitStory => ({ code, opening: 5, months: Array.from({ length: 40 }, () => month) });
const content = contentOf([unit('U01'), unit('U02')], { fiscalYear: 2026, quarter: 2 } as ReturnContent['quarter']);
const line = (budget: number | null, q2Actual: number | null) => ({
  ...{ category: 'salary', pillar: 'p1', budget, q1Forecast: 100_00, q1Actual: 90_00 },
  ...{ q2Forecast: 100_00, q2Actual, q3Forecast: 100_00, q3Actual: null, q4Forecast: 100_00, q4Actual: null },
});

function linesOf(changed: object, title: string): readonly string[] {
  const found = summaryOf({ ...content, ...changed }).find((each) => each.title.en === title);
  return (found?.lines ?? []).map(({ en }) => en.replaceAll('\u00a0', ' '));
}

describe('the first page', () => {
  it('gives no amount for the quarter where a line of the budget has none, and says of how many', () => {
    const funding = {
      ...{ cash: [], positions: [], training: [], equipment: [], activities: [], risks: [], amendments: [] },
    };
    const money = (...actuals: (number | null)[]) =>
      linesOf(
        { funding: { ...funding, budget: actuals.map((actual) => line(400_00, actual)) } },
        'Spending against budget',
      );
    expect(money(80_00, 20_00)).toEqual([
      'Quarter: spent $100.00, forecast $200.00.',
      'Year to date: spent $280.00 of $800.00; expected to lapse $120.00.',
    ]);
    expect(money(80_00, null)).toEqual([
      'Quarter: spent .., forecast $200.00.',
      'Year to date: spent $260.00 of $800.00; expected to lapse $40.00.',
      'Spending not entered for the quarter: 1 of 2 budget lines.',
    ]);
    expect(money(350_00, 150_00)[1]).toBe(
      'Year to date: spent $680.00 of $800.00; expected to exceed the budget by $280.00.',
    );
    const lastQuarter = { ...content.quarter, quarter: 4 };
    const whole = { funding: { ...funding, budget: [line(400_00, 80_00)] }, quarter: lastQuarter };
    expect(linesOf(whole, 'Spending against budget')[1]).toMatch(/^Year: spent \$170\.00 of/);
  });

  it('gives what agreements spent together in the return of all, and of how many it is known', () => {
    const spent = (value: number | null, covered: number) => ({
      ...{ ...content.values[0]!, code: 'F1', unitCode: null, value, numerator: value, denominator: 1_100.5 },
      agreements: { covered, asked: 6 },
    });
    const all = (each: object) => linesOf({ consolidated: true, values: [each] }, 'Spending against budget');
    expect(all(spent(974.25, 5))).toEqual([
      'Quarter: spent $974.25, forecast $1,100.50; known of 5 of 6 agreements.',
      'The return of each agreement has its budget.',
    ]);
    expect(all(spent(null, 0))).toEqual(['No agreement gives its spending for the quarter.']);
  });

  it('counts a target whose figure is not known as neither met nor missed, and names it', () => {
    const aimed = ['R1', 'Z9'].map((code) => ({
      ...content.framework.indicators[0]!,
      ...{ code, direction: 'up', target: { value: 50, on: '2027-03-31' } },
    }));
    const framework = { ...content.framework, indicators: aimed };
    const lines = linesOf({ framework }, 'Targets');
    expect(lines[0]).toMatch(/^Met: 1 \(R1 .*\)\. Missed: 0\.$/);
    expect(lines[1]).toBe('With a target but no figure: Z9.');
  });

  it('calls no target missed before its date', () => {
    const linesBy = (on: string) => {
      const aimed = { ...content.framework.indicators[0]!, code: 'R1', direction: 'up', target: { value: 1e6, on } };
      return linesOf({ framework: { ...content.framework, indicators: [aimed] } }, 'Targets');
    };
    expect(linesBy('2027-03-31')[0]).toBe('Not reached, due later: R1 (March 31, 2027).');
    expect(linesBy('2026-04-30')[0]).toMatch(/^Met: 0\. Missed: 1 \(R1 .*\)\.$/);
  });

  const quantiles = { p025: 1, p10: 441.2, p25: 3, p75: 5, p90: 499.8, p975: 7 };
  const estimateOf = (p50: number | null) => ({
    units: [{ result: { status: 'estimated' } }, { result: { status: 'refused' } }],
    total: {
      ...{ backlogNow: 333, counterfactualNow: { ...quantiles, p50 }, evidence: { grade: 'B' } },
      avoided: { p10: 108.4, p90: 166.6 },
    },
  });

  it('sets what is beside what would have been, with a single figure only where one is published', () => {
    const values = [...content.values, { ...content.values[0]!, code: 'K1', unitCode: null, value: 136 }];
    const heading = summaryOf({ ...content, counterfactual: estimateOf(469) } as unknown as ReturnContent)[1]!.title.en;
    expect(linesOf({ counterfactual: estimateOf(469), values }, heading)).toEqual([
      'Actual 333. Estimated without funded staff and overtime: 469 (441 to 500).',
      'About 136 fewer (80% interval 108 to 167).',
      'Reliability B; 1 of 2 units estimated.',
    ]);
    expect(linesOf({ counterfactual: estimateOf(null) }, heading)).toEqual([
      'Actual 333. Estimated without funded staff and overtime: 441 to 500.',
      '108 to 167 fewer (80% interval); no single figure.',
      'Reliability B; 1 of 2 units estimated.',
    ]);
  });

  it('asks for nothing in one plain sentence of each language', () => {
    const last = summaryOf({ ...content, actualsStatus: 'final' }).at(-1);
    expect(last).toEqual({
      title: { en: 'Follow-up requested', fr: 'Suites demandées' },
      lines: [{ en: 'No follow-up requested.', fr: 'Aucune suite demandée.' }],
    });
  });
});
