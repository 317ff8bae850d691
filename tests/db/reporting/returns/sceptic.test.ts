import { describe, expect, it } from 'vitest';
import type { ReturnContent } from '#contract/reporting/returns';
import { publishedEstimate } from '#contract/reporting/publishedEstimate';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import { languages } from '../../../../db/documents/page/language.ts';
import { avoidedValues } from '../../../../db/reporting/returns/avoided.ts';
import { publishedOf } from '../../../../db/reporting/returns/published.ts';
import { estimatePart } from '../../../../db/reporting/returns/parts/estimate.ts';
import { estimateFigures, estimateLines } from '../../../../db/reporting/returns/summary/estimate.ts';
import { dictionaryCodes } from '../../../../db/reporting/returns/dictionaryLabels.ts';
import { counterfactualTable } from '../../../../db/reporting/returns/files/tidyEstimate.ts';

const last = '2026-09' as Month;
const spread = (middle: number) => ({
  ...{ p025: middle - 30, p10: middle - 20, p25: middle - 10, p50: middle },
  ...{ p75: middle + 10, p90: middle + 20, p975: middle + 30 },
});
const summary = (middle: number) => ({ ...spread(middle), mean: middle });
const shared = { months: [last], backlog: [300], backlogNow: 300, probabilityBelow: 0.9 };
const result = {
  ...shared,
  ...{ status: 'estimated', asOf: last, fundingStart: '2024-04', fan: [spread(341)], avoided: summary(41) },
  ...{ sceptic: summary(27), grade: 'B', gradeReasons: [], cautions: [] },
  ...{ monthsBefore: 24, monthsAfter: 12, starvedShare: 0, residualShare: 0, inflowSplitRecorded: true },
  ...{ fundedFte: 6, fundedOvertimeHours: 0, backlogChange: null, inflowChange: null },
};
const unitId = '00000000-0000-4000-8000-000000000001';

function estimateOf(grade: 'B' | 'C' | 'D', sceptic: ReturnType<typeof summary> | null = summary(93)) {
  const total = {
    ...{ ...shared, unitsCovered: 2, unitsAsked: 2, covered: [2], fan: [spread(441)] },
    ...{ counterfactualNow: spread(441), avoided: summary(141), sceptic },
    evidence: { grade, reason: 'borne', borneShare: 1, borneGrade: grade, leftOutShare: 0 },
  };
  const units = ['U01', 'U02'].map((code) => ({
    ...{ unitId, code },
    result: { ...result, sceptic: sceptic && result.sceptic, grade },
  }));
  const found = publishedEstimate.parse({
    ...{ method: 'A', basis: 'estimated', seed: 1, draws: 800, assumptions: defaultAssumptions, lastMonth: last },
    ...{ units, total, inputsHash: 'x' },
  });
  const published = publishedOf(found, last);
  return { found: published, values: avoidedValues('1', published, last) };
}

const oneFramework = { version: '1', indicators: [] } as unknown as ReturnContent['framework'];
type Made = ReturnType<typeof estimateOf>;
const content = ({ found, values }: Made) =>
  ({ counterfactual: found, values, checks: [] }) as unknown as ReturnContent;
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
const page = (made: Made, locale: 'en' | 'fr') => plain(estimatePart(content(made))!.page(languages[locale]).text);

function sheetOf(made: Made): Record<string, unknown>[] {
  const { columns, rows } = estimatePart(content(made))!.sheets[0]!;
  return rows.map((row) => Object.fromEntries(columns.map(({ label }, index) => [label.en, row[index]])));
}

describe('a sceptic’s answer beside the estimate', () => {
  it('is in the workbook, as an interval alone', () => {
    const rows = sheetOf(estimateOf('B'));
    const [low, high] = ['From no effect, 80%, low', 'From no effect, 80%, high'];
    expect(rows.map((row) => [row[low], row[high]])).toEqual([
      [7, 47],
      [7, 47],
      [73, 113],
    ]);
    expect(JSON.stringify(rows)).not.toContain('93');
  });

  it('stands with a probability that claims no certainty', () => {
    const name = 'Probability of a lower backlog';
    expect(sheetOf(estimateOf('B')).map((row) => row[name])).toEqual([0.9, 0.9, 0.9]);
    expect(sheetOf(estimateOf('C')).map((row) => row[name])).toEqual([0.9, 0.9, 0.9]);
    expect(sheetOf(estimateOf('D')).map((row) => row[name])).toEqual([null, null, null]);
    const { found, values } = estimateOf('B');
    const sure = {
      ...found,
      units: found.units.map((each) => ({ ...each, result: { ...each.result, probabilityBelow: 1 } })),
    };
    expect(sheetOf({ found: publishedOf(sure, last), values })[0]?.[name]).toBe('over 95% / plus de 95\u00a0%');
  });

  it('is in the printed return in both languages', () => {
    expect(page(estimateOf('B'), 'en')).toContain('>73 to 113<');
    expect(page(estimateOf('B'), 'fr')).toContain('>de 73 à 113<');
    expect(page(estimateOf('B', null), 'en')).toContain('>..<');
  });

  it('is in counterfactual.csv, as an interval alone, and its code is in the dictionary', () => {
    const rowsOf = (made: Made) =>
      counterfactualTable({ ...content(made), framework: oneFramework })
        .filter((row) => row.disaggregation === 'avoided_from_no_effect')
        .map((row) => [row.unit_code, row.category_code, row.value, row.period_end, row.covered]);
    const found = (unit: string | null, low: number, high: number, covered: number) => [
      [unit, 'p10', low, '2026-09-30', covered],
      [unit, 'p90', high, '2026-09-30', covered],
    ];
    const all = [...found('U01', 7, 47, 1), ...found('U02', 7, 47, 1), ...found(null, 73, 113, 2)];
    expect(rowsOf(estimateOf('B'))).toEqual(all);
    expect(rowsOf(estimateOf('D'))).toEqual(all);
    expect(rowsOf(estimateOf('B', null))).toEqual([]);
    const known = dictionaryCodes.find(({ column }) => column === 'disaggregation')!.codes;
    expect(known['avoided_from_no_effect']?.fr).toContain('effet nul');
  });

  it('is on the first page, and where there is none nothing is said', () => {
    const lines = (made: Made) =>
      estimateLines(estimateFigures(content(made))!).map(({ en, fr }) => plain(`${en} ${fr}`));
    expect(lines(estimateOf('B')).at(-1)).toBe(
      'Starting from no effect of funded staff: 73 to 113 fewer (80% interval). En partant d’un effet nul du personnel financé : de 73 à 113 de moins (intervalle de 80 %).',
    );
    expect(lines(estimateOf('B', null)).join(' ')).not.toContain('no effect');
  });

  it('has no middle of the estimate at C, in no sheet, page or file, and says why', () => {
    const made = estimateOf('C');
    const [sheet] = sheetOf(made);
    expect(sheet).toMatchObject({ 'Backlog avoided (K1)': null, 'Without funded staff, median': null });
    expect(String(sheet!['Remarks'])).toContain('the records leave too much open for a single figure');
    for (const locale of ['en', 'fr'] as const) expect(page(made, locale)).not.toMatch(/median \d|médiane \d/);
    const figures = estimateFigures(content(made))!;
    expect([figures.point, figures.without.p50]).toEqual([null, null]);
    const lines = estimateLines(figures).map(({ en, fr }) => plain(`${en} ${fr}`));
    expect(lines.join(' ')).not.toMatch(/About|Environ/);
    expect(lines).toContain(
      'Range only: the records leave too much open for a single figure. Plage seulement : les données laissent trop d’inconnues pour un chiffre unique.',
    );
    const rows = counterfactualTable({ ...content(made), framework: oneFramework });
    const cells = (category: string) =>
      rows.filter((row) => row.category_code === category).map((row) => [row.value, row.status_code]);
    const none = [null, 'interval_only'];
    // By unit and for the total: of the backlog without funding, then of what was avoided.
    expect(cells('p50')).toEqual(Array(6).fill(none));
    expect(cells('mean')).toEqual(Array(3).fill(none));
    expect(cells('probability_below')).toEqual(Array(3).fill([0.9, 'complete']));
    const atD = counterfactualTable({ ...content(estimateOf('D')), framework: oneFramework });
    expect(atD.find((row) => row.category_code === 'probability_below')).toMatchObject({
      value: null,
      status_code: 'interval_only',
    });
  });

  it('has no middle where no single figure is published', () => {
    const made = estimateOf('D');
    expect(made.found.total?.sceptic).toMatchObject({ p10: 73, p50: null, p90: 113, mean: null });
    expect(sheetOf(made).at(-1)).toMatchObject({ 'From no effect, 80%, low': 73 });
  });
});
