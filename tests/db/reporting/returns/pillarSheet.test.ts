import { expect, it } from 'vitest';
import type { ReturnContent } from '#contract/reporting/returns';
import { fundingPart } from '../../../../db/reporting/returns/parts/funding.ts';

const registers = { cash: [], positions: [], training: [], equipment: [], activities: [], risks: [], amendments: [] };
const line = (code: string, cells: object) => ({ code, category: 'tools', budget: 0, ...cells });

function pillarSheet(budget: readonly object[], pillars?: readonly object[]) {
  const funding = { ...registers, budget, ...(pillars && { pillars }) };
  const others = { values: [], attestations: [], framework: { indicators: [] } };
  const content = { ...others, funding, quarter: { fiscalYear: 2026, quarter: 2 } } as unknown as ReturnContent;
  return fundingPart(content)?.sheets.find(({ tab }) => tab === 'Pillars - Piliers');
}

it('gives the year of a return to its quarter by pillar in dollars, lines without one and the total after the others', () => {
  const sheet = pillarSheet(
    [
      line('A', { pillar: 'P1', toProject: 'yes', q1Actual: 7_550, q3Actual: 999 }),
      line('B', { pillar: 'P1', toProject: 'no', q1Actual: 2_450 }),
      line('C', { pillar: null, toProject: null, q1Actual: null }),
    ],
    [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }],
  );
  expect(sheet?.rows.map((row) => row.slice(1))).toEqual([
    ['P1 First / Premier', 2, 100, 75.5, 24.5, 0, 0.755, '2/4'],
    ['No pillar named / Aucun pilier nommé', 1, null, null, null, null, null, '0/2'],
    ['Total', 3, 100, 75.5, 24.5, null, 0.755, '2/6'],
  ]);
});

it('is no sheet of a return whose lines name no pillar', () => {
  expect(pillarSheet([line('A', { q1Actual: 1 })])).toBeUndefined();
});
