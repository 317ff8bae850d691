import type { CivilDate } from '#contract/ground/dates';
import type { Chance } from './chance.ts';
import { english } from './englishWords.ts';
import type { Habits } from './keepRegister.ts';
import type { Texts } from './kinds.ts';
import type { Style } from './style.ts';

const style: Style = {
  words: english,
  received: [
    ['{Y}-{m}-{d}', 80],
    ['{D} {Mon} {Y}', 10],
    ['{Mon} {D}/{y}', 8],
    ['{d}-{Mon}-{y}', 2],
  ],
  undecidedReceived: ['{Mon} {Y}', '?', ''],
  closed: [
    ['{D} {Mon} {Y}', 50],
    ['{Y}-{m}-{d}', 20],
    ['{Mon} {D}', 14],
    ['', 8],
    ['{Mon} {Y}', 6],
    ['{Y}', 2],
  ],
  undecidedClosed: [],
  dayMonth: '{Mon} {D}',
  numbers: [
    ['{n}', 70],
    ['{Y}-{n5}', 20],
    ['{n4}', 10],
  ],
};

/** The sheet of headquarters has a column for each, and the clerk fills those that fit a habit of years: most rows are one remark. */
function cells(texts: Texts, chance: Chance): readonly string[] {
  const { own, received, source, number, outcome, closed, by, remark } = texts;
  const ending = `${outcome === '' ? 'no change' : outcome}${closed === '' || closed === '-' ? '' : ` ${closed}`}`;
  const numbered = number === '' ? '' : ` ${number}`;
  const how = chance.below(10);
  if (how < 6) return [own, received, '', '', '', '', `${source}${numbered}. Assigned ${by}. ${remark} ${ending}`];
  if (how < 8) return [own, received, source, number, '', '', `${by} / ${remark} / ${ending}`];
  if (how < 9) return [own, received, `${source}${numbered}`, '', '', '', `${remark}\n${ending}`];
  return [own, received, source, number, outcome, closed, remark];
}

/** What is not in its own column is in the remark, or beside the source. */
function ways([, , source = '', number = '', outcome = '', , remark = '']: readonly string[]) {
  const inRemark = 'in the remark';
  const isRemark = outcome === '' && !english.remarks.includes(remark);
  return {
    ...(source === '' && { source: inRemark, externalNumber: inRemark }),
    ...(source !== '' &&
      number === '' &&
      /\d{4}/.test(source) && { source: 'with its number', externalNumber: 'with the source' }),
    ...(isRemark && { state: inRemark, ended: inRemark }),
  };
}

/** A unit whose clerk keeps everything in one remark column. */
export const remarks: Habits = {
  name: 'remarks',
  units: ['U01'],
  separator: ',',
  rows: 300,
  perMonth: 14,
  from: '2023-01-09' as CivilDate,
  titles: ['Referral tracking sheet v3 (FICTITIOUS)'],
  asides: [],
  forms: [
    {
      style,
      header: ['File', 'Date received', 'Source', 'Source no.', 'Status', 'Date closed', 'Remarks'],
      columns: { receivedOn: 1, source: 2, externalNumber: 3, conclusion: 4, concludedOn: 5, summary: 6 },
      cells,
      ways,
    },
  ],
  endings: [],
};
