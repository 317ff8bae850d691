import { noChange, type PlanBacktest, type PlanOutlook, type Projection } from '#contract/statistics/plans';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../db/documents/page/language.ts';
import { assumedPart } from '../../../../db/statistics/plans/annex/assumed.ts';
import { annexPage } from '../../../../db/statistics/plans/annex/document.ts';
import { planFigure } from '../../../../db/statistics/plans/annex/figure.ts';
import { outlookTable } from '../../../../db/statistics/plans/annex/outlooks.ts';
import { testedPart } from '../../../../db/statistics/plans/annex/tested.ts';

const notApplied = { passed: { lines: [], step: null, agreementEnds: null }, unplanned: [] };
const nothingElse = { notApplied, compared: [] };
const scores = { forecasts: 8, cover50: 0.5, cover80: 0.8, cover95: 0.95, crps: 24.66, lastValue: 30, seasonal: 31.25 };

describe('what a plan rests on', () => {
  const projection = { units: [{ code: 'U01', grade: 'C' }], notPlanned: [], growthObserved: 0.1, ...nothingElse };
  const lines = (sceptic: Projection['sceptic'], locale: 'en' | 'fr') =>
    assumedPart(noChange, { ...projection, sceptic } as unknown as Projection, languages[locale]).text;

  it('says that there is no sceptic’s answer, and gives the one that there is', () => {
    expect(lines(null, 'en')).toContain('starting from no effect of funded staff: not available.');
    expect(lines(null, 'fr')).toContain('en partant d’un effet nul du personnel financé');
    const sceptic = { estimate: { low: 10, high: 20 }, sceptic: { low: 3, high: 12 } };
    expect(lines(sceptic, 'en')).toContain('10 to 20; starting from no effect of funded staff, 3 to 12.');
  });

  it('says of which units the files fewer are, where some are behind', () => {
    const sceptic = { estimate: { low: 10, high: 20 }, sceptic: { low: 3, high: 12 } };
    const said = (months: readonly string[], locale: 'en' | 'fr') => {
      const units = months.map((asOf, k) => ({ code: `U0${String(k)}`, asOf, grade: 'C' }));
      const of = { ...projection, units, sceptic, lastMonth: '2026-09' } as unknown as Projection;
      return assumedPart(noChange, of, languages[locale]).text.replaceAll('\u00a0', ' ');
    };
    const behind = ['2026-09', '2026-06'];
    expect(said(behind, 'en')).toContain(
      'Files fewer by now, units known to the end of September 2026 (80%): 10 to 20',
    );
    expect(said(behind, 'fr')).toContain('à ce jour, unités connues jusqu’à fin septembre 2026 (80 %) : 10 à 20');
    expect(said(['2026-06', '2026-06'], 'en')).toContain('Files fewer by now (80%): 10 to 20');
  });
});

describe('the vacancies that a plan rests on', () => {
  const units = [
    { unitId: '1', code: 'U01', grade: 'C', ownVacancyShare: 0.23 },
    { unitId: '2', code: 'U02', grade: 'C', ownVacancyShare: null },
    { unitId: '3', code: 'U03', grade: 'C', ownVacancyShare: 0 },
  ];
  const line = (unitId: string, fte = 1) => ({
    unitId,
    from: '2027-04',
    to: null,
    fte,
    funded: fte > 0,
    rampMonths: 0,
  });
  const text = (plan: object, locale: 'en' | 'fr') => {
    const found = { units, notPlanned: [], growthObserved: null, sceptic: null, ...nothingElse };
    const projection = found as unknown as Projection;
    return assumedPart({ ...noChange, ...plan }, projection, languages[locale]).text.replaceAll(/\s/g, ' ');
  };

  it('are each unit’s own, and none where none is known, of the units to which staff come', () => {
    const plan = { lines: ['1', '2', '3', '1'].map((unitId) => line(unitId)) };
    expect(text(plan, 'en')).toContain('each unit’s own of the last 12 months: U01 (23%), U03 (0%).');
    expect(text(plan, 'en')).toContain('No vacant share is known from a register of positions, so 0%: U02.');
    expect(text(plan, 'fr')).toContain('propre à chaque unité, 12 derniers mois : U01 (23 %), U03 (0 %).');
    expect(text(plan, 'fr')).toContain('Aucun registre des postes n’indique de part vacante, donc 0 % : U02.');
    expect(text({ lines: [line('1', -1)] }, 'en')).not.toContain('acant');
  });

  it('are what the plan sets, zero too', () => {
    expect(text({ vacancyShare: 1, lines: [line('1')] }, 'en')).toContain('Vacant share of new positions: 100%.');
    expect(text({ vacancyShare: 0, lines: [line('1')] }, 'fr')).toContain('Part vacante des nouveaux postes : 0 %.');
    expect(text({ vacancyShare: 0 }, 'en')).not.toContain('each unit’s own');
  });
});

describe('what of the plans is not applied', () => {
  it('is named, that of a compared plan by its name', () => {
    const step = { from: '2026-04', share: 0.3 };
    const own = { ...notApplied, unplanned: [{ code: 'U07', from: '2027-04', fte: 2 }] };
    const other = { ...notApplied, passed: { ...notApplied.passed, step } };
    const found = { units: [], notPlanned: [], growthObserved: null, sceptic: null, notApplied: own };
    const projection = { ...found, compared: [{ name: 'Busier', notApplied: other }] } as unknown as Projection;
    const text = (locale: 'en' | 'fr') =>
      assumedPart(noChange, projection, languages[locale]).text.replaceAll('\u00a0', ' ');
    expect(text('en')).toContain('Not counted, as the unit has no plan: 2 FTE from April 2027 (U07).');
    expect(text('en')).toContain('Busier: Not applied, as the month has passed: inflow +30% from April 2026.');
    expect(text('fr')).toContain('Non compté, car l’unité n’a pas de plan : 2 ETP dès avril 2027 (U07).');
    expect(text('fr')).toContain('Busier : Non appliqué, car le mois est passé : entrées +30 % dès avril 2026.');
  });

  it('is said with the sentence of the plan where a unit is behind', () => {
    const units = [
      { code: 'U01', asOf: '2026-09', grade: 'C' },
      { code: 'U07', asOf: '2026-06', grade: 'C' },
    ];
    const outlook = { fan: [], marks: [] };
    const projection = {
      ...{ units, notPlanned: [], growthObserved: null, sceptic: null, ...nothingElse, lastMonth: '2026-09' },
      ...{ history: { months: ['2026-09'], backlog: [null] }, months: ['2026-10'], backlogNow: 200, renewal: null },
      ...{ noChange: outlook, drawn: outlook, draws: 1000, inputsHash: '0', plansSaved: 0 },
    } as unknown as Projection;
    const html = (locale: 'en' | 'fr') =>
      annexPage({
        ...{ language: languages[locale], marking: '', demonstration: false, about: '', today: '2026-11-30' },
        ...{ plan: noChange, projection, backtest: { units: [], ahead6: null, ahead12: null } },
      }).html.replaceAll('\u00a0', ' ');
    expect(html('en')).toContain('Backlog and staff of U07 known up to June 2026.');
    expect(html('fr')).toContain('Arriéré et personnel de U07 connus jusqu’en juin 2026.');
  });
});

describe('how earlier forecasts did', () => {
  it('writes all errors of a column with one decimal', () => {
    const backtest: PlanBacktest = { ahead6: scores, ahead12: { ...scores, crps: 40 }, units: [] };
    const cells = (locale: 'en' | 'fr') =>
      [
        ...testedPart(backtest, [], languages[locale])
          .map(({ text }) => text)
          .join('')
          .matchAll(/<td[^>]*>(\d+[.,]\d)<\/td>/g),
      ].map(([, cell]) => cell);
    expect(cells('en')).toEqual(['24.7', '30.0', '31.3', '40.0', '30.0', '31.3']);
    expect(cells('fr')).toEqual(['24,7', '30,0', '31,3', '40,0', '30,0', '31,3']);
  });
});

describe('the figure of a plan', () => {
  it('names the units whose forecasts failed the test, and none where all passed', () => {
    const outlook = { fan: [{ p025: 1, p10: 2, p25: 3, p50: 4, p75: 5, p90: 6, p975: 7 }], marks: [] };
    const history = { months: ['2026-09'], backlog: [4] };
    const projection = { history, months: ['2026-10'], noChange: outlook, drawn: outlook, backlogNow: 4 };
    const caption = (locale: 'en' | 'fr', forInformation: readonly string[]) => {
      const drawn = { ends: null, isChanged: false, alternative: '', forInformation };
      return planFigure({ ...drawn, projection: projection as unknown as Projection }, languages[locale]).caption;
    };
    expect(caption('en', ['U01', 'U03'])).toContain(' For information only: U01, U03.');
    expect(caption('fr', ['U01']).replaceAll(/\s/g, ' ')).toContain(' À titre indicatif seulement : U01.');
    expect(caption('en', [])).not.toContain('nformation');
  });
});

describe('the plans side by side', () => {
  it('writes all months of work with one decimal', () => {
    const range = (p50: number) => ({ p025: 1, p10: 1, p25: 1, p50, p75: 99, p90: 99, p975: 99, mean: p50 });
    const mark = (ahead: number, work: number | null) => ({
      ...{ ahead, month: '2028-03' as const, backlog: range(40), administrative: range(7) },
      monthsOfWork: work === null ? null : range(work),
    });
    const outlook = { marks: [mark(12, 24.63), mark(24, 30), mark(36, null)] } as unknown as PlanOutlook;
    const projection = { noChange: outlook, renewal: null, compared: [] } as unknown as Projection;
    const [table] = outlookTable(projection, noChange, languages.fr);
    // A long name is written once: three times, it pushed the table over the page.
    expect(table!.text.match(/<th scope="rowgroup" rowspan="3"[^>]*>Sans changement<\/th>/g)).toHaveLength(1);
    expect(table!.text.match(/Sans changement/g)).toHaveLength(1);
    expect([...table!.text.matchAll(/<td[^>]*>([\d,]+|\.\.)<\/td>/g)].map(([, cell]) => cell)).toEqual([
      ...['24,6', '7', '30,0', '7', '..', '7'],
    ]);
  });
});
