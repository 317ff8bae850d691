import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../electron/contract/ground/dates.ts';
import { addDays } from '../../../db/ground/kernel/days.ts';
import { readDay, type Tense } from '../../../renderer/lib/readDay.ts';

const tuesday = '2026-12-01' as CivilDate;

/** Days that can be meant; none where it is no day. */
function daysOf(text: string, tense: Tense = 'past', today = tuesday): readonly string[] {
  const read = readDay(text, today, tense);
  if (read === null) return [];
  return 'day' in read ? [read.day] : read.choices;
}

describe('on Tuesday 1 December 2026, in a field of a past fact', () => {
  test.each([
    ['20261127', '2026-11-27'],
    ['2026/11/27', '2026-11-27'],
    ['2026-1-5', '2026-01-05'],
    ['today', '2026-12-01'],
    ["aujourd'hui", '2026-12-01'],
    ['Aujourd\u2019hui', '2026-12-01'],
    [' Yesterday ', '2026-11-30'],
    ['hier', '2026-11-30'],
    ['tomorrow', '2026-12-02'],
    ['demain', '2026-12-02'],
    ['the day before yesterday', '2026-11-29'],
    ['avant-hier', '2026-11-29'],
    ['après-demain', '2026-12-03'],
    ['+30', '2026-12-31'],
    ['-3', '2026-11-28'],
    ['\u22123 j', '2026-11-28'],
    ['+2w', '2026-12-15'],
    ['+2 sem', '2026-12-15'],
    ['+6 mois', '2027-06-01'],
    ['+1 m', '2027-01-01'],
    ['2 mois', '2026-10-01'],
    ['a month ago', '2026-11-01'],
    ['il y a 3 mois', '2026-09-01'],
    ['in 3 months', '2027-03-01'],
    ['dans 3 mois', '2027-03-01'],
    ['3 j', '2026-11-28'],
    ['3d', '2026-11-28'],
    ['il y a 3 jours', '2026-11-28'],
    ['il y a deux semaines', '2026-11-17'],
    ['three days ago', '2026-11-28'],
    ['a week ago', '2026-11-24'],
    ['dans 10 jours', '2026-12-11'],
    ['in 2 weeks', '2026-12-15'],
    ['friday', '2026-11-27'],
    ['ven.', '2026-11-27'],
    ['last friday', '2026-11-27'],
    ['vendredi dernier', '2026-11-27'],
    ['lundi dernier', '2026-11-30'],
    ['next monday', '2026-12-07'],
    ['27 nov', '2026-11-27'],
    ['Nov. 27', '2026-11-27'],
    ['27-Nov-2026', '2026-11-27'],
    ['27 nov 26', '2026-11-27'],
    ['5 janvier', '2026-01-05'],
    ['25 December', '2025-12-25'],
    ['Feb 29', '2024-02-29'],
    ['the 27th of November 2026', '2026-11-27'],
    ['le 27 novembre', '2026-11-27'],
    ['mar. 3 mars 2026', '2026-03-03'],
    ['vendredi le 27 novembre 2026', '2026-11-27'],
    ['le vendredi 27 novembre 2026', '2026-11-27'],
    ['Friday, November 27, 2026', '2026-11-27'],
    ['1er août 1958', '1958-08-01'],
    ['27/11/2026', '2026-11-27'],
    ['11/27/2026', '2026-11-27'],
    ['27/11', '2026-11-27'],
    ['5/5/2026', '2026-05-05'],
  ])('%s is %s', (text, day) => {
    expect(daysOf(text)).toEqual([day]);
  });

  test.each([
    ['3/4', '2026-04-03', '2026-03-04'],
    ['03/04/2026', '2026-04-03', '2026-03-04'],
    ['3-4-2026', '2026-04-03', '2026-03-04'],
    ['03.04.26', '2026-04-03', '2026-03-04', '2003-04-26'],
    ['3 mars 68', '1968-03-03', '2068-03-03'],
    ['tuesday', '2026-12-01', '2026-11-24'],
    ['last monday', '2026-11-30', '2026-11-23'],
    ['next friday', '2026-12-04', '2026-12-11'],
    ['vendredi prochain', '2026-12-04', '2026-12-11'],
  ])('%s is asked: %s or %s', (text, ...days) => {
    expect(daysOf(text)).toEqual(days);
  });

  test.each([
    ...[
      '',
      '3',
      '27th',
      '2026',
      'nov 2026',
      'mars',
      'tomorrow maybe',
      'hier soir',
      'last week',
      'a few days ago',
      'il y a',
    ],
    ...[
      'in 3 days ago',
      '+3 days ago',
      '-27 nov',
      '3.5 j',
      '13/13',
      '31/2/2026',
      '2026-02-31',
      '31 novembre 2026',
      '20261301',
    ],
    ...[
      'Friday 26 November 2026',
      '27 jui 2026',
      '1/1/1899',
      'yesterday 3 pm',
      '2 moi',
      'last friday prochain',
      '+99999 mois',
    ],
  ])('%s is no day', (text) => {
    expect(daysOf(text)).toEqual([]);
  });
});

test('a field of a due date reads ahead, and one of either kind asks', () => {
  const read = (tense: Tense) => ['3 j', 'friday', '5 janvier', '+30', 'hier'].map((text) => daysOf(text, tense));
  expect(read('ahead')).toEqual([['2026-12-04'], ['2026-12-04'], ['2027-01-05'], ['2026-12-31'], ['2026-11-30']]);
  expect(read('either')).toEqual([
    ['2026-11-28', '2026-12-04'],
    ['2026-11-27', '2026-12-04'],
    ['2026-01-05', '2027-01-05'],
    ['2026-12-31'],
    ['2026-11-30'],
  ]);
});

test.each([
  ['2026-12-31', '+30', ['2027-01-30']],
  ['2026-12-31', '+1', ['2027-01-01']],
  ['2027-01-31', '+1 mois', ['2027-02-28']],
  ['2028-01-31', '+1 month', ['2028-02-29']],
  ['2028-02-29', '+12 months', ['2029-02-28']],
  ['2027-03-01', '-1', ['2027-02-28']],
  ['2027-01-31', 'next month', []],
  ['2027-01-31', 'le mois prochain', []],
  ['2027-01-31', '29 feb 2027', []],
  ['2027-01-31', '29 févr. 2028', ['2028-02-29']],
  ['2027-01-31', '29 février', ['2028-02-29']],
] as const)('at the end of a month or a year, on %s %s is %j', (today, text, days) => {
  expect(daysOf(text, 'ahead', today as CivilDate)).toEqual(days);
});

test.each([
  ['31/4/28', '2031-04-28'],
  ['29/2/27', '2029-02-27'],
  ['26-02-30', '2030-02-26'],
] as const)('%s, which in one order is no day, is asked', (text, only) => {
  expect(readDay(text, '2026-12-03' as CivilDate, 'ahead')).toEqual({ choices: [only] });
});

test('28/12/26, which is a day in two orders, is asked between them', () => {
  expect(readDay('28/12/26', '2026-12-03' as CivilDate, 'ahead')).toEqual({ choices: ['2026-12-28', '2028-12-26'] });
});

const day = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01' as CivilDate, days));
const tense = fc.constantFrom<Tense>('past', 'ahead', 'either');

const formats = ['en-CA', 'fr-CA', 'en-US', 'en-GB', 'fr-FR'].flatMap((locale) =>
  (['full', 'long', 'medium'] as const).map(
    (dateStyle) => new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }),
  ),
);

const written = (...orders: string[][]) =>
  orders.flatMap((parts) => ['-', '/', '.', ' '].map((mark) => parts.join(mark)));

test('every day in the usual forms of both languages is read as it, or asked, and never as another', () => {
  fc.assert(
    fc.property(day, day, tense, (civil, now, when) => {
      const read = (text: string) => daysOf(text, when, now);
      const [year = '', month = '', number = ''] = civil.split('-');
      const short = year.slice(2);
      const clear = formats.map((format) => format.format(new Date(civil)));
      for (const text of [...clear, ...written([year, month, number]), year + month + number])
        expect(read(text), text).toEqual([civil]);
      const isAsked = Number(number) <= 12 && number !== month;
      for (const text of written([number, month, year], [month, number, year]))
        expect(read(text).toSorted(), text).toEqual(
          (isAsked ? [civil, `${year}-${number}-${month}`] : [civil]).toSorted(),
        );
      for (const text of written([number, month, short], [month, number, short], [short, month, number]))
        expect(
          read(text).map((each) => each.slice(2)),
          text,
        ).toContain(civil.slice(2));
    }),
    { numRuns: 200 },
  );
});

test('a day without its year is asked among the days of that number and month', () => {
  fc.assert(
    fc.property(day, tense, (civil, when) => {
      const [, month, number] = civil.split('-');
      for (const text of [`${number ?? ''}/${month ?? ''}`, `${month ?? ''}/${number ?? ''}`]) {
        const days = daysOf(text, when);
        expect(
          days.map((each) => each.slice(5)),
          text,
        ).toContain(civil.slice(5));
        for (const each of days)
          expect([`${month ?? ''}-${number ?? ''}`, `${number ?? ''}-${month ?? ''}`]).toContain(each.slice(5));
      }
    }),
  );
});

test('a number with its sign is so many days from today', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -9999, max: 9999 }), (today, count) => {
      const sign = count < 0 ? '' : '+';
      const expected = new Date(Date.parse(today) + count * 86_400_000).toISOString().slice(0, 10);
      const days = daysOf(`${sign}${String(count)}`, 'past', today);
      expect(days).toEqual(expected < '1900-01-01' ? [] : [expected]);
    }),
  );
});
