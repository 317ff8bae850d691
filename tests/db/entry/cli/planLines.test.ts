import { describe, expect, it } from 'vitest';
import type { Month } from '../../../../electron/contract/ground/dates.ts';
import { noChange, type Plan, type Projection } from '../../../../electron/contract/statistics/plans.ts';
import { foundStaffLines, planLines } from '../../../../db/entry/cli/planLines.ts';
import { wordsOf } from '../../../../db/entry/cli/texts.ts';

const files = { p025: 1, p10: 2, p25: 3, p50: 4, p75: 5, p90: 6, p975: 7, mean: 4 };
const mark = {
  ...{ ahead: 12, month: '2027-09' as Month, backlog: files, inflow: files, investigated: files },
  ...{ administrative: files, monthsOfWork: null },
};
const outlook = { fan: [], marks: [mark] };
const notApplied = { passed: { lines: [], step: null, agreementEnds: null }, unplanned: [] };
const projection = {
  ...{ draws: 1000, lastMonth: '2026-09' as Month, months: ['2026-10' as Month], notPlanned: [], backlogNow: 4 },
  ...{ units: [{}], growthObserved: null, plansSaved: 0, tested: [], noChange: outlook, drawn: outlook, renewal: null },
  ...{ notApplied, compared: [] },
} as unknown as Projection;
const marks = (plan: typeof noChange): number =>
  planLines(wordsOf('en'), plan, projection).filter((line) => line.includes('2027-09')).length;

const found = { fte: 2.5, low: 1, high: 4, probability: 0.8, probabilityWithNone: 0.1, probabilityWithMost: 1 };
const answer = { found: { ...found, reached: null, delay: null }, refusal: null };
const asked = { lastMonth: '2026-09' as Month, from: '2027-01' as Month, by: '2028-01' as Month, plan: noChange };

describe('what is said of a plan', () => {
  it('does not say twice what stays as it is', () => {
    expect(marks(noChange)).toBe(1);
    expect(marks({ ...noChange, growth: 0.1 })).toBe(2);
  });

  it('names the units whose forecasts of earlier months failed, or says that none were made yet', () => {
    const said = (tested: readonly object[] | null, locale: 'en' | 'fr' = 'en') =>
      planLines(wordsOf(locale), noChange, { ...projection, tested } as unknown as Projection).join('\n');
    const unit = (code: string, verdict: string) => ({ code, verdict, missed: 7, forecasts: 10 });
    expect(said(null)).toContain('Not yet tested on earlier months.');
    expect(said(null, 'fr')).toContain('Pas encore vérifié sur des mois passés.');
    const some = [unit('U01', 'failed'), unit('U02', 'passed'), unit('U03', 'too_short')];
    expect(said(some)).toContain(
      'For information only, actual backlogs too often outside the 80% interval of forecasts made a year before (outside/forecasts): U01 (7/10).',
    );
    expect(said(some)).toContain('For information only, too few earlier months to test: U03 (7/10).');
    expect(said([unit('U02', 'passed')])).not.toMatch(/tested|nformation only/);
  });

  it('names what of the plan has passed, staff of units without a plan, and units that are behind', () => {
    const passed = { lines: [{ code: 'U03', from: '2026-04', fte: 2 }], step: null, agreementEnds: '2026-06' };
    const unplanned = [{ code: 'U07', from: '2027-04', fte: 1.25 }];
    const units = [
      { code: 'U01', asOf: '2026-09' },
      { code: 'U02', asOf: '2026-06' },
    ];
    const said = (locale: 'en' | 'fr', of: object) =>
      planLines(wordsOf(locale), noChange, { ...projection, notApplied: { passed, unplanned }, ...of } as never)
        .join('\n')
        .replaceAll('\u00a0', ' ');
    for (const text of [
      'Not applied, as the month has passed: 2 FTE from April 2026 (U03); end of the agreement, June 2026. Change the month to plan it again.',
      'Not counted, as the unit has no plan: 1.25 FTE from April 2027 (U07).',
    ]) {
      expect(said('en', { units })).toContain(text);
      expect(said('en', { units: [] })).toContain(text);
    }
    expect(said('fr', { units })).toContain(
      'Non appliqué, car le mois est passé : 2 ETP dès avril 2026 (U03); fin de l’entente, juin 2026. Changez le mois',
    );
    expect(said('fr', { units })).toContain('Non compté, car l’unité n’a pas de plan : 1,25 ETP dès avril 2027 (U07).');
    expect(said('en', { units })).toContain('Backlog and staff of U02 known up to June 2026.');
    expect(said('fr', { units })).toContain('Arriéré et personnel de U02 connus jusqu’en juin 2026.');
  });

  it('writes growth as a change, with its sign', () => {
    const said = (locale: 'en' | 'fr', growthObserved: number) =>
      planLines(wordsOf(locale), noChange, { ...projection, growthObserved }).join('\n');
    expect(said('en', 0.052)).toContain('on the 12 before: +5.2%');
    expect(said('fr', 0.05)).toContain('+5\u00a0%');
    expect(said('en', -0.1)).toContain('\u221210%');
  });

  it('names the share of the positions that come which stay empty, and whose it is', () => {
    const unit = (code: string, ownVacancyShare: number | null) => ({ unitId: code, code, ownVacancyShare });
    const of = { ...projection, units: [unit('U01', 0.23), unit('U02', null)] } as unknown as Projection;
    const line = (unitId: string) => ({ unitId, from: '2027-01', to: null, fte: 1, funded: true, rampMonths: null });
    const plan = { ...noChange, lines: [line('U01'), line('U02')] } as unknown as typeof noChange;
    const said = (locale: 'en' | 'fr', share: number | null = null) =>
      planLines(wordsOf(locale), { ...plan, vacancyShare: share }, of).join('\n');
    expect(said('en')).toContain('Vacant share of new positions, each unit’s own of the last 12 months: U01 (23%)');
    expect(said('en')).toContain('No vacant share is known from a register of positions, so 0%: U02');
    expect(said('fr')).toContain('propre à chaque unité, 12 derniers mois\u00a0: U01 (23\u00a0%)');
    expect(said('fr')).toContain('Aucun registre des postes n’indique de part vacante, donc 0\u00a0%\u00a0: U02');
    expect(said('en', 0)).toContain('Vacant share of new positions: 0%');
    expect(said('fr', 1)).toContain('Part vacante des nouveaux postes\u00a0: 100\u00a0%');
    expect(planLines(wordsOf('en'), noChange, of).join()).not.toContain('acant');
  });

  it('names the share of the staff found that stays empty, where one does', () => {
    const said = (locale: 'en' | 'fr', vacancyShare: number) =>
      foundStaffLines(wordsOf(locale), answer, { ...asked, vacancyShare });
    expect(said('en', 0.23)).toContain('Of these positions, 23% stay vacant.');
    expect(said('fr', 0.23)).toContain('De ces postes, 23\u00a0% restent vacants.');
    expect(said('en', 0).join()).not.toContain('vacant');
    const none = { found: { ...answer.found, fte: null }, refusal: null };
    const search = { ...asked, vacancyShare: 0.23 };
    expect(foundStaffLines(wordsOf('en'), none, search)).toContain('Of these positions, 23% stay vacant.');
  });

  it('says of the staff found, or of none found, when they leave with the agreement', () => {
    const said = (locale: 'en' | 'fr', plan: Partial<Plan>, fte: number | null = 2.5) =>
      foundStaffLines(
        wordsOf(locale),
        { ...answer, found: { ...found, fte, reached: null, delay: null } },
        { ...asked, plan: { ...noChange, ...plan }, vacancyShare: 0 },
      );
    const ended = { agreementEnds: '2027-06' as Month, renewed: false };
    const words = 'Funded staff leave with the agreement, at the end of 2027-06.';
    expect(said('en', ended)).toContain(words);
    expect(said('en', ended, null)).toContain(words);
    expect(said('fr', ended)).toContain('Le personnel financé part avec l’entente, à la fin de 2027-06.');
    expect(said('en', { ...ended, renewed: true })).not.toContain(words);
    expect(said('en', { ...ended, agreementEnds: '2028-01' as Month }).join()).not.toContain('leave with');
    // An end that has passed is not applied.
    expect(said('en', { ...ended, agreementEnds: '2026-09' as Month }).join()).not.toContain('leave with');
  });

  it('says that there is no unit to plan', () => {
    const none = { ...projection, units: [] };
    expect(planLines(wordsOf('en'), noChange, none).at(-1)).toBe('No unit to plan in 2026-09.');
    expect(planLines(wordsOf('fr'), noChange, none).at(-1)).toBe('Aucune unité à planifier en 2026-09.');
  });
});
