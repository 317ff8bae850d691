import type { CivilDate } from '#contract/ground/dates';
import { english } from './englishWords.ts';
import type { Habits } from './keepRegister.ts';
import type { Style } from './style.ts';

const style: Style = {
  words: english,
  received: [
    ['{Y}-{m}-{d}', 58],
    ['{Mon} {D}/{y}', 11],
    ['{Mon} {D}, {Y}', 3],
    ['{Mn} {D}/{y}', 2],
    ['{Mn} {D} {Y}', 1],
    ['{D} {Mon} {y}', 5],
    ['{Mon} {D}', 6],
    ['{Y}/{m}/{d}', 4],
    ['{d}-{Mon}-{y}', 3],
    ['{Y}-{M}-{D}', 2],
    ['{Month} {D} {Y}', 2],
    ['{Y}-{m}-{d} {time}', 2],
    ['{Y}-{m}-{d} (by fax)', 1],
    ['{Y}-{m}-{d} - after hrs', 0.7],
    ['{Y} {m} {d}', 0.5],
    ['{Monthslip} {D}, {Y}', 0.6],
    ['{YO}-{m}-{d}', 0.4],
    ['{Y}-{m}--{d}', 0.3],
    ['{Y}-{m}-{d}.', 0.3],
  ],
  undecidedReceived: ['{Mon} {Y}', '?', '', '{Y}-{m}-32', '{Month} {y}'],
  closed: [
    ['{Y}-{m}-{d}', 45],
    ['{Mon} {D}/{y}', 10],
    ['{Mon} {D}', 10],
    ['', 8],
    ['{Mon} {Y}', 5],
    ['{D} {Mon}', 4],
    ['{Y}-{m}-{d} {by}', 4],
    ['?', 3],
    ['{Y}-{m}', 3],
    ['unk', 2],
    ['{Y}', 2],
    ['{Y}-{m}-{d} - see notes', 2],
    ['{by} {Mon} {D}/{y}', 2],
    ['early {Month} {Y}', 1],
    ['yes', 0.5],
    ['{Monthslip} {D}, {Y}', 0.4],
  ],
  undecidedClosed: ['spring {Y}', 'approx {Mon} {D}/{y}', 'about a month later'],
  dayMonth: '{Mon} {D}',
  numbers: [
    ['{n}', 60],
    ['{n4}', 10],
    ['{Y}-{n5}', 15],
    ['#{n}', 6],
    ['tip {n}', 4],
    ['{n} / {other}', 1.5],
    ['{lost}', 0.7],
  ],
};

/** A rural detachment: one member keeps the log, month by month, and writes dates in any way. */
export const rural: Habits = {
  name: 'rural',
  units: ['U01'],
  separator: ',',
  rows: 340,
  perMonth: 12,
  from: '2022-01-04' as CivilDate,
  titles: ['ICE tips - detachment log (FICTITIOUS DATA - nobody here exists)', ''],
  monthTitle: '{MONTH} {Y}',
  monthTotal: ['Total', '{count}'],
  asides: ['*** rest of this month is in the blue binder ***', 'Cst. Fict on leave, entries by Cpl. Nobody'],
  forms: [
    {
      style,
      header: ['PROS #', "Rec'd", 'From whom', 'Tip #', 'Member', 'Gist', "Where it's at", 'Closed out', 'Notes'],
      columns: { receivedOn: 1, source: 2, externalNumber: 3, summary: 5, conclusion: 6, concludedOn: 7 },
      cells: ({ own, received, source, number, by, remark, outcome, closed }, chance) => {
        const facts = [own, received, source, number, by, remark];
        // Some members write how it ended where there is room.
        if (outcome !== '' && chance.happens(0.012)) return [...facts, '', '', `${outcome} ${closed}`.trim()];
        return [...facts, outcome, closed, ''];
      },
      ways: (cells) => (cells[8] === '' ? {} : { state: 'in the notes', ended: 'in the notes' }),
    },
  ],
  endings: ['', 'Updated as time permits', 'END'],
};
