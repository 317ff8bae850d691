import { describe, expect, it } from 'vitest';
import type { Month } from '../../../../electron/contract/ground/dates.ts';
import { noChange, type Projection } from '../../../../electron/contract/statistics/plans.ts';
import { planLines } from '../../../../db/entry/cli/planLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';

const files = { p025: 1, p10: 2, p25: 3, p50: 4, p75: 5, p90: 6, p975: 7, mean: 4 };
const mark = {
  ...{ ahead: 12, month: '2027-09' as Month, backlog: files, inflow: files, investigated: files },
  ...{ administrative: files, monthsOfWork: null },
};
const outlook = { fan: [], marks: [mark] };
const projection = {
  ...{ draws: 1000, lastMonth: '2026-09' as Month, months: ['2026-10' as Month], notPlanned: [], backlogNow: 4 },
  ...{ units: [{}], growthObserved: null, plansSaved: 0, noChange: outlook, drawn: outlook, renewal: null },
} as unknown as Projection;
const marks = (plan: typeof noChange): number =>
  planLines(wordsOf('en'), plan, projection).filter((line) => line.includes('2027-09')).length;

describe('what is said of a plan', () => {
  it('does not say twice what stays as it is', () => {
    expect(marks(noChange)).toBe(1);
    expect(marks({ ...noChange, growth: 0.1 })).toBe(2);
  });

  it('says that there is no unit to plan', () => {
    const none = { ...projection, units: [] };
    expect(planLines(wordsOf('en'), noChange, none).at(-1)).toBe('No unit to plan in 2026-09.');
    expect(planLines(wordsOf('fr'), noChange, none).at(-1)).toBe('Aucune unité à planifier en 2026-09.');
  });
});
