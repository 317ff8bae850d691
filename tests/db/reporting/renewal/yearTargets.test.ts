import { describe, expect, it } from 'vitest';
import type { AnnualIndicator } from '#contract/reporting/annual';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import type { RenewalContent } from '#contract/reporting/renewal';
import { languages } from '../../../../db/documents/page/language.ts';
import { sheetsOf } from '../../../../db/documents/report/report.ts';
import type { HeldTarget } from '../../../../db/reporting/frameworks/targets.ts';
import { printedRenewal, renewalReport } from '../../../../db/reporting/renewal/report.ts';
import { codesOfYear, yearTargetsOf } from '../../../../db/reporting/renewal/yearTargets.ts';

const definition = (code: string, direction: string, total = 'sum') =>
  ({ code, direction, total, source: 'entered', collection: 'entered' }) as unknown as IndicatorDefinition;
const definitions = [
  definition('X1', 'up'),
  definition('X2', 'down'),
  definition('X3', 'up'),
  definition('X4', 'up', 'ratio'),
  definition('X5', 'neither'),
];
const held = (code: string, target: number | null, per = 'year') => ({ code, target, per }) as HeldTarget;
const indicator = (code: string, value: number | null, status = 'complete') =>
  ({ code, value, status }) as AnnualIndicator;
const judged = (targets: readonly HeldTarget[], indicators: readonly AnnualIndicator[], inProgress = false) =>
  yearTargetsOf({ held: targets, definitions, indicators, inProgress });

describe('a target of a whole year', () => {
  it('is met or missed by the sum of its quarters, in the direction that is better', () => {
    const targets = [held('X1', 100_00), held('X2', 100_00), held('X3', 50_50)];
    const found = judged(targets, [indicator('X1', 100), indicator('X2', 101), indicator('X3', 50)]);
    expect(found).toEqual({
      met: [{ code: 'X1', value: 100, target: 100 }],
      missed: [
        { code: 'X2', value: 101, target: 100 },
        { code: 'X3', value: 50, target: 50.5 },
      ],
      ...{ partial: [], unknown: [] },
    });
  });

  it('is not judged in a year that lacks a quarter, is in progress, or has no figure or direction', () => {
    const targets = [held('X1', 1_00), held('X3', 1_00), held('X5', 1_00)];
    const indicators = [indicator('X1', 50, 'partial'), indicator('X3', null, 'not_available'), indicator('X5', 9)];
    const codes = ({ met, missed, partial, unknown }: ReturnType<typeof judged>) =>
      [met, missed, partial, unknown].map((each) => each.map(({ code }) => code));
    expect(codes(judged(targets, indicators))).toEqual([[], [], ['X1'], ['X3', 'X5']]);
    expect(codes(judged(targets, indicators, true))).toEqual([[], [], ['X1', 'X3', 'X5'], []]);
  });

  it('is none of a quarter, of a share, or without a number', () => {
    const targets = [held('X1', 1_00, 'quarter'), held('X2', null), held('X4', 1_00), held('X3', 1_00)];
    expect(codesOfYear({ held: targets, definitions })).toEqual(['X3']);
  });

  it('is in the annex and its workbook', () => {
    const yearTargets = judged([held('X1', 1200_00)], [indicator('X1', 1240)]);
    const year = {
      ...{ fiscalYear: 2025, sources: [], asked: 4, inProgress: false, budget: null, spent: null, opening: null },
      ...{ closing: null, estimate: null, targets: null, yearTargets, positions: null },
    };
    const agreement = { code: 'AG-1', recipient: { en: 'R', fr: 'R' }, programme: { en: 'P', fr: 'P' } };
    const content = {
      agreement: { ...agreement, startsOn: '2025-04-01', endsOn: '2027-03-31', languages: ['en', 'fr'] },
      ...{ marking: '', demonstration: false, years: [year], results: [] },
    } as unknown as RenewalContent;
    const { html } = printedRenewal({ content, plan: null, today: '2026-11-24' });
    for (const { number } of Object.values(languages)) expect(html).toContain(`X1 ${number(1240)} / ${number(1200)}`);
    const without = { ...content, years: [{ ...year, yearTargets: judged([], []) }] } as unknown as RenewalContent;
    expect(printedRenewal({ content: without, plan: null, today: '2026-11-24' }).html).not.toContain('whole year');
    const [sheet] = sheetsOf(renewalReport({ content: content, plan: null, today: '2026-11-24' }));
    const column = sheet!.columns.findIndex(({ label }) => label.en === 'Met over the year');
    expect(sheet!.rows[0]![column]).toBe('X1 1240 / 1200');
    expect(sheet!.rows.every((row) => row.length === sheet!.columns.length)).toBe(true);
  });
});
