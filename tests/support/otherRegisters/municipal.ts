import type { CivilDate } from '#contract/ground/dates';
import { english } from './englishWords.ts';
import type { Form, Habits } from './keepRegister.ts';
import type { Style } from './style.ts';

const numbers: Style['numbers'] = [
  ['{n}', 70],
  ['{n4}', 6],
  ['{Y}-{n5}', 12],
  ['CT{n}', 6],
  ['{n} (2 of 2)', 1],
  ['{n} & {other}', 1],
  ['{lost}', 0.6],
];

const oldStyle: Style = {
  words: english,
  received: [
    ['{M}/{D}/{Y}', 70],
    ['{m}/{d}/{Y}', 10],
    ['{M}/{D}/{y}', 9],
    ['{Mon} {D}, {Y}', 3],
    ['{M}-{D}-{y}', 2],
    ['{M}/{D}/{Y} {time}', 2],
    ['{M}/{D}', 2],
    ['{M}/{D}//{Y}', 0.4],
    ['{M}/{D}/{Y} pm', 0.6],
  ],
  undecidedReceived: ['{Mon} {Y}', '?', '', '{M}/32/{Y}'],
  closed: [
    ['{M}/{D}/{Y}', 55],
    ['{M}/{D}/{y}', 10],
    ['', 12],
    ['{M}/{D}', 8],
    ['{Mon} {Y}', 4],
    ['?', 3],
    ['{Y}', 2],
    ['{M}/{D}/{Y} {by}', 3],
    ['n/k', 1],
    ['{M}/{Y}', 1],
  ],
  undecidedClosed: ['summer {Y}', '~{M}/{D}/{Y}'],
  dayMonth: '{M}/{D}',
  numbers,
};

const newStyle: Style = {
  words: english,
  received: [
    ['{d}/{m}/{Y}', 78],
    ['{D}/{M}/{Y}', 6],
    ['{d}/{m}/{y}', 6],
    ['{D} {Mon} {Y}', 4],
    ['{Y}-{m}-{d}', 3],
    ['{d}/{m}/{Y} {time}', 2],
    ['{d}/{m}/ {Y}', 0.4],
    ['{d}/{m}', 1],
  ],
  undecidedReceived: ['{Mon} {Y}', '?', '', '32/{m}/{Y}'],
  closed: [
    ['{d}/{m}/{Y}', 60],
    ['', 12],
    ['{d}/{m}', 8],
    ['{D} {Mon} {Y}', 5],
    ['{Mon} {Y}', 4],
    ['?', 3],
    ['{d}/{m}/{Y} {by}', 3],
    ['{Y}', 2],
    ['unknown', 1],
  ],
  undecidedClosed: ['summer {Y}', '~{d}/{m}/{Y}'],
  dayMonth: '{d}/{m}',
  numbers,
};

const oldForm: Form = {
  style: oldStyle,
  header: ['Date In', 'Agency', 'Agency File', 'GO #', 'Investigator', 'Status', 'Date Out', 'Comments'],
  columns: { receivedOn: 0, source: 1, externalNumber: 2, conclusion: 5, concludedOn: 6, summary: 7 },
  cells: ({ received, source, number, own, by, outcome, closed, remark }) => [
    received,
    source,
    number,
    own,
    by,
    outcome,
    closed,
    remark,
  ],
};

const newForm: Form = {
  style: newStyle,
  header: [
    'Our GO #',
    'Ref. No.',
    'Received (D/M/Y)',
    'Referred by',
    'Assigned to',
    'Disposition',
    'Concluded (D/M/Y)',
    'Remarks',
  ],
  columns: { externalNumber: 1, receivedOn: 2, source: 3, conclusion: 5, concludedOn: 6, summary: 7 },
  cells: ({ own, number, received, source, by, outcome, closed, remark }) => [
    own,
    number,
    received,
    source,
    by,
    outcome,
    closed,
    remark,
  ],
};

/** A municipal unit that changed forms in mid-year: other columns, other words, and the day before the month. */
export const municipal: Habits = {
  name: 'municipal',
  units: ['U01'],
  separator: '\t',
  rows: 780,
  perMonth: 30,
  from: '2022-05-10' as CivilDate,
  titles: ['City Police - ICE referrals (fictitious, for tests)'],
  monthTotal: ['Month total', '', '', '{count}'],
  asides: ['Page 2 of 9', 'continued from last page', '--- new clerk from here on ---'],
  forms: [oldForm, newForm],
  endings: ['', 'Grand total', 'Printed by records'],
};
