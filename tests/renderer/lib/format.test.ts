import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { FiscalQuarter, FiscalYear, Month } from '../../../electron/contract/ground/dates.ts';
import * as format from '../../../renderer/lib/format.ts';
import { joinFrench } from '../../../renderer/i18n/typography.ts';

const plain = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u2060', '').replaceAll('\u2011', '-');

describe('formats of both languages', () => {
  test('numbers, shares and changes', () => {
    expect(plain(format.formatNumber(1204.5, 'en', 1))).toBe('1,204.5');
    expect(plain(format.formatNumber(1204.5, 'fr', 1))).toBe('1_204,5');
    expect(plain(format.formatPercent(0.223, 'en'))).toBe('22%');
    expect(plain(format.formatPercent(0.223, 'fr', true))).toBe('+22_%');
    expect(plain(format.formatChange(31, 'en'))).toBe('+31');
    expect(plain(format.formatChange(0, 'fr'))).toBe('0');
    expect(plain(format.formatChange(-99, 'fr'))).toBe('\u221299');
    expect(plain(format.formatMoney(-123450, 'en', true))).toBe('\u2212$1,234.50');
    expect([3, 2.5, 19.25, 0.1 + 0.2].map((fte) => format.formatFte(fte, 'fr'))).toEqual(['3', '2,5', '19,25', '0,3']);
  });

  test('days and months, without a zone', () => {
    expect(plain(format.formatDay('2026-11-23', 'en'))).toBe('November_23,_2026');
    expect(plain(format.formatWeekday('2026-11-20', 'en'))).toBe('Friday,_November_20,_2026');
    expect(plain(format.formatWeekday('2026-05-01', 'fr'))).toBe('vendredi_1er_mai_2026');
    expect(plain(format.formatDay('2026-11-23', 'fr'))).toBe('23_novembre_2026');
    expect(plain(format.formatDay('2026-05-01', 'fr'))).toBe('1er_mai_2026');
    expect(plain(format.formatMonth('2026-02' as Month, 'fr'))).toBe('février_2026');
    expect(plain(format.formatShortMonth('2026-02' as Month, 'en'))).toBe('Feb_2026');
  });

  test('every month keeps its name and year whatever the zone of the computer', () => {
    const months = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }));
    const names = 'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(months, ([year, month]) => {
        const civil = `${String(year)}-${String(month).padStart(2, '0')}` as Month;
        expect(plain(format.formatMonth(civil, 'en'))).toBe(`${names[month - 1] ?? ''}_${String(year)}`);
      }),
    );
  });

  test('fiscal quarters', () => {
    const quarter = { fiscalYear: 2026 as FiscalYear, quarter: 3 as FiscalQuarter };
    expect(plain(format.formatQuarter(quarter, 'en'))).toBe('FY_2026-27_Q3');
    expect(plain(format.formatQuarter(quarter, 'fr'))).toBe('T3_2026-2027 (exercice)');
    expect(plain(format.formatBareYear(quarter.fiscalYear, 'en'))).toBe('2026-27');
    expect(plain(format.formatBareYear(quarter.fiscalYear, 'fr'))).toBe('2026-2027');
  });

  test('sizes, durations and sections of law', () => {
    expect(plain(format.formatBytes(1_540_000, 'en'))).toBe('1.5 MB');
    expect(plain(format.formatBytes(1_540_000, 'fr'))).toBe('1,5_Mo');
    expect(plain(format.formatBytes(0, 'en'))).toBe('0 bytes');
    expect(plain(format.formatBytes(150, 'fr'))).toBe('150_octets');
    expect(plain(format.formatDuration(400, 'en'))).toBe('1 sec');
    expect(plain(format.formatDuration(125_000, 'fr'))).toBe('2_min');
    expect(plain(format.formatSection('163.1(4)(a)', 'en'))).toBe('s._163.1(4)(a)');
    expect(plain(format.formatSection('163.1(4)(a)', 'fr'))).toBe('al._163.1(4)a)');
    expect(plain(format.formatSection('163.1(4.1)', 'fr'))).toBe('par._163.1(4.1)');
    expect(plain(format.formatSection('151', 'fr'))).toBe('art._151');
    for (const typed of ['Customs Act 159', 's. 163.1 (4)', 'Loi sur les douanes, art. 159'])
      expect(format.formatSection(typed, 'fr')).toBe(typed);
  });
});

test('French punctuation keeps its spaces on the line', () => {
  expect(plain(joinFrench('« Nom » : 22 % ; suite'))).toBe('«_Nom_»_: 22_% ; suite');
});
