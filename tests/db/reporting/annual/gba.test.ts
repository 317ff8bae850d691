import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quarterNumbers } from '#contract/ground/dates';
import type { AnnualContent, AnnualIndicator } from '#contract/reporting/annual';
import type { IndicatorValue } from '#contract/reporting/returns';
import { languages } from '../../../../db/documents/page/language.ts';
import { annualReport, annualTables } from '../../../../db/reporting/annual/report.ts';
import { sheetsOf } from '../../../../db/documents/report/report.ts';
import { gbaGroups, type QuarterTotal } from '../../../../db/reporting/annual/gba.ts';
import { gbaPart } from '../../../../db/reporting/annual/gbaTable.ts';

const categories = ['woman_girl', 'man_boy', 'non_binary', 'unknown', 'not_asked'] as const;
const victims = { code: 'V1', name: { en: 'Victims', fr: 'Victimes' }, definitionChanged: false } as AnnualIndicator;
const draw = () => 0.5;

/** A quarter's total: so many of each category, and so many in units that do not break it down. */
function totalOf(quarter: number, counts: readonly number[], rest: number): QuarterTotal {
  const value = counts.reduce((sum, each) => sum + each, rest);
  const parts = categories.map((category, index) => ({
    ...{ by: 'gender' as const, category, value: counts[index]!, numerator: null, denominator: null },
  }));
  const figure = {
    ...{ code: 'V1', unitCode: null, value, parts, unitsCovered: 3, unitsAsked: 3 },
    breakdowns: [{ by: 'gender' as const, unitsCovered: rest > 0 ? 2 : 3 }],
  } as unknown as IndicatorValue;
  return { quarter: quarterNumbers[quarter]!, figure, named: [] };
}
const groupOf = (totals: readonly QuarterTotal[]) => gbaGroups([victims], () => totals, draw)[0]!;

describe('the GBA Plus section', () => {
  it('adds up what the returns break down, keeps what they do not apart, and tells the shares unknown and not asked', () => {
    const group = groupOf([totalOf(0, [10, 20, 0, 5, 15], 30), totalOf(1, [20, 0, 0, 15, 15], 0)]);
    expect(group).toMatchObject({ code: 'V1', by: 'gender', whole: 130, unknownShare: 20, notAskedShare: 30 });
    expect(group.parts).toEqual([
      { category: 'woman_girl', value: 30 },
      { category: 'man_boy', value: 20 },
      { category: 'non_binary', value: 0 },
      { category: 'unknown', value: 20 },
      { category: 'not_asked', value: 30 },
      { category: 'not_broken_down', value: 30 },
    ]);
    expect(group.quarters).toEqual([
      { quarter: 1, covered: 2, asked: 3 },
      { quarter: 2, covered: 3, asked: 3 },
    ]);
  });

  it('prints no count of 1 to 4, nothing that gives one back, and no share of what is suppressed', () => {
    const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(9) });
    const quarter = fc.tuple(fc.array(count, { minLength: 5, maxLength: 5 }), fc.constantFrom(0, 0, 3, 6));
    fc.assert(
      fc.property(fc.array(quarter, { minLength: 1, maxLength: 4 }), (quarters) => {
        const { parts, whole, unknownShare } = groupOf(quarters.map(([counts, rest], at) => totalOf(at, counts, rest)));
        const naive = (index: number) => quarters.reduce((sum, [counts]) => sum + counts[index]!, 0);
        const shown = parts.filter(({ value }) => value !== null);
        for (const { category, value } of shown) {
          expect(value! === 0 || value! > 4).toBe(true);
          const index = categories.indexOf(category as (typeof categories)[number]);
          if (index >= 0) expect(value).toBe(naive(index));
        }
        // The whole is printed: what is left of it once the printed parts are taken away is of two parts at least, or nothing.
        const hidden = parts.length - shown.length;
        expect(hidden).not.toBe(1);
        const left = whole - shown.reduce((sum, { value }) => sum + value!, 0);
        if (hidden > 1) expect(left).toBeGreaterThanOrEqual(1);
        if (parts.some(({ category, value }) => category === 'unknown' && value === null))
          expect(unknownShare).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out a count that no return breaks down, and one whose definition changed', () => {
    const bare = totalOf(0, [0, 0, 0, 0, 0], 9);
    const figure = { ...bare.figure, breakdowns: [], parts: [] };
    expect(gbaGroups([victims], () => [{ ...bare, figure }], draw)).toEqual([]);
    const changed = { ...victims, definitionChanged: true };
    expect(gbaGroups([changed], () => [totalOf(0, [9, 9, 9, 9, 9], 0)], draw)).toEqual([]);
  });

  it('gives the barriers in one number where no unit gave types, and says so', () => {
    const barriers = { code: 'G1', name: { en: 'Barriers met', fr: 'Obstacles rencontrés' }, value: 40, quarters: 4 };
    const contentOf = (value: number | null) =>
      ({
        ...{
          quarters: [],
          gba: [],
          otherSources: [],
          notes: [],
          estimate: null,
          agreement: { languages: ['en', 'fr'] },
        },
        indicators: [{ ...barriers, value, cells: [], basis: 'sum', unitOfMeasure: barriers.name, status: 'complete' }],
      }) as unknown as AnnualContent;
    const [english, french] = [languages.en, languages.fr].map((each) => gbaPart(contentOf(40)).page!(each)!.text);
    expect(english).toContain('By type: not available.');
    expect(french).toMatch(/Par type.: non disponible\./);
    const rows = (value: number | null) =>
      sheetsOf(annualReport({ content: contentOf(value), locked: null })).find(
        ({ tab }) => tab === 'GBA Plus - ACS Plus',
      )!.rows;
    expect(rows(40).map((row) => [row[0], row[4]])).toEqual([
      ['G1', null],
      ['G1', 40],
    ]);
    expect(String(rows(40)[0]![3])).toContain('No unit gave types');
    expect(rows(null)).toEqual([]);
    expect(gbaPart(contentOf(null)).page!(languages.en)!.text).not.toContain('By type');
  });

  it('has the unit of measure and the units that it covers in every row of its table', () => {
    const group = groupOf([totalOf(0, [10, 20, 0, 5, 15], 30), totalOf(1, [20, 0, 0, 15, 15], 0)]);
    const content = {
      ...{
        fiscalYear: 2025,
        quarters: [],
        otherSources: [],
        estimate: null,
        agreement: { code: 'AG-1' },
        gba: [group],
      },
      indicators: [{ ...victims, unitOfMeasure: { en: 'victims', fr: 'victimes' }, cells: [], basis: 'sum' }],
    } as unknown as AnnualContent;
    const table = annualTables(content, 'comma').find(({ file }) => file.name === 'annual-gba.csv')!;
    const [, ...rows] = Buffer.from(table.file.bytes).toString().trim().split('\r\n');
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.endsWith(',victims,victimes,"2/3, 3/3"'))).toBe(true);
    expect(table.fields.at(-1)).toMatchObject({ name: 'units_by_quarter', type: 'string' });
  });
});
