import { expect, it } from 'vitest';
import type { RenewalPlan } from '#contract/reporting/renewal';
import { printedRenewal } from '../../../../db/reporting/renewal/report.ts';

const agreement = {
  ...{ code: 'AG-9', startsOn: '2025-04-01', endsOn: '2028-03-31', languages: ['en', 'fr'] },
  recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
  programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
};
const content = { agreement, marking: 'PROTECTED B', demonstration: false, years: [], results: [] };
const tested = (code: string, verdict: string) => ({ code, verdict, missed: 7, forecasts: 10 });
const plan = {
  ...{ name: 'Busier', lastMonth: '2026-09', backlogNow: 200, outlooks: [], notPlanned: [], inputsHash: '0' },
  units: [
    { code: 'U01', grade: 'C', asOf: '2026-09' },
    { code: 'U02', grade: 'B', asOf: '2026-06' },
  ],
  notApplied: {
    passed: { lines: [{ code: 'U01', from: '2026-04', fte: 2 }], step: null, agreementEnds: null },
    unplanned: [],
  },
  tested: [tested('U01', 'failed'), tested('U02', 'passed')],
};

it('a plan names units whose earlier forecasts failed or whose backlog is older, and what of it is not applied', () => {
  const html = (changes: object = {}) =>
    printedRenewal({
      content,
      plan: { ...plan, ...changes } as unknown as RenewalPlan,
      today: '2026-11-30',
    } as never).html.replaceAll('\u00a0', ' ');
  for (const text of [
    'For information only, actual backlogs too often outside the 80% interval',
    'U01 (7/10).',
    'À titre indicatif seulement, arriéré réel trop souvent hors',
    'Backlog and staff of U02 known up to June 2026.',
    'Arriéré et personnel de U02 connus jusqu’en juin 2026.',
    'Not applied, as the month has passed: 2 FTE from April 2026 (U01).',
    'Non appliqué, car le mois est passé : 2 ETP dès avril 2026 (U01).',
  ])
    expect(html()).toContain(text);
  expect(html()).toContain('Actual backlog, September 2026: 200');
  const older = plan.units.filter(({ code }) => code === 'U02');
  expect(html({ units: older })).toContain('Actual backlog, June 2026: 200');
  expect(html({ tested: null })).toContain('Not yet tested on earlier months.');
});
