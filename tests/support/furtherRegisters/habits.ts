import type { CivilDate } from '#contract/ground/dates';
import { keepRegister, type Habits } from '../otherRegisters/keepRegister.ts';
import type { OtherRegister } from '../otherRegisters/kinds.ts';
import type { Style } from '../otherRegisters/style.ts';
import { coast, rive } from './words.ts';

const coastStyle: Style = {
  words: coast,
  received: [
    ['{d}-{Mon}-{Y}', 40],
    ['{D} {Month} {Y}', 15],
    ['{Y}.{m}.{d}', 10],
    ['{Y}{m}{d}', 8],
    ['{Month} {D} {Y}', 8],
    ['{d}-{Mon}', 6],
    ['{Day} {d}-{Mon}-{Y}', 3],
    ['{d}-{Mon}-{Y} ({time})', 2],
    ['{d}-{Mon}-{Y}, by email', 1],
    ['email {d}-{Mon}-{Y}', 1],
    ['{d}-{Mon}-{YO}', 0.5],
    ['{d} -{Mon}- {Y}', 0.5],
  ],
  undecidedReceived: ['{Month} {Y}', '?', '', '{Y}'],
  closed: [
    ['{d}-{Mon}-{Y}', 40],
    ['{d}-{Mon}', 12],
    ['', 12],
    ['{Y}.{m}.{d}', 8],
    ['{Mon}-{Y}', 6],
    ['{Y}', 4],
    ['mid {Month} {Y}', 2],
    ['end of {Month} {Y}', 2],
    ['unknown', 2],
    ['closed {d}-{Mon}-{Y}', 2],
    ['{d}-{Mon}-{Y} per {by}', 2],
    ['done', 1],
  ],
  undecidedClosed: ['fall {Y}', 'on or about {d}-{Mon}-{Y}', 'before {Month} {Y}', 'approx {Month} {Y}'],
  dayMonth: '{d}-{Mon}',
  numbers: [
    ['{n}', 50],
    ['NC{n}', 15],
    ['{Y}/{n5}', 10],
    ['No. {n}', 5],
    ['{n}-A', 5],
    ['CT-{n5}', 5],
    ['{n}, {other}', 1],
    ['{lost}', 1],
  ],
};

/** The clerk's own number after the source's, sections by year, the state in two letters' worth of words. */
const coastUnit: Habits = {
  name: 'coast',
  units: ['U01'],
  separator: ',',
  rows: 360,
  perMonth: 11,
  from: '2021-11-03' as CivilDate,
  titles: ['FICTITIOUS - Island ICE', 'Intake log', ''],
  monthTitle: '{Month} {Y}',
  monthTotal: ['# of files: {count}'],
  asides: ['(cont’d)', 'Log moved to new binder'],
  forms: [
    {
      style: coastStyle,
      header: [
        'Incoming',
        'Complainant / agency',
        'Their ref',
        'Our file',
        'Lead',
        'Disposition',
        'Disp. date',
        'Particulars',
      ],
      columns: { receivedOn: 0, source: 1, externalNumber: 2, conclusion: 5, concludedOn: 6, summary: 7 },
      cells: ({ received, source, number, own, by, outcome, closed, remark }) => [
        ...[received, source, number, `IS-${own}`, by],
        ...[outcome, closed, remark],
      ],
    },
    {
      style: coastStyle,
      header: ['Our file', 'Incoming', 'Origin', 'External #', 'Outcome', 'Ended', 'Officer', 'Remarks'],
      columns: { receivedOn: 1, source: 2, externalNumber: 3, conclusion: 4, concludedOn: 5, summary: 7 },
      cells: ({ received, source, number, own, by, outcome, closed, remark }) => [
        ...[`IS-${own}`, received, source, number],
        ...[outcome, closed, by, remark],
      ],
    },
  ],
  endings: ['', 'Total for the period', 'Prepared by clerk'],
};

const riveStyle: Style = {
  words: rive,
  received: [
    ['{d}/{m}/{Y}', 35],
    ['{d}/{m}', 20],
    ['{De} {mois} {Y}', 15],
    ['{D} {mo}. {Y}', 8],
    ['{Y}-{m}-{d}', 8],
    ['{jour} {De} {mois}', 3],
    ['{d}/{m}/{Y} à {time}', 2],
    ['{d}/{m}/{Y} (courriel)', 2],
    ['courriel du {d}/{m}/{Y}', 1],
    ['{d}/{m}/{YO}', 0.5],
    ['{d}/{m}//{Y}', 0.5],
  ],
  undecidedReceived: ['{mois} {Y}', '?', '', '{Y}'],
  closed: [
    ['{d}/{m}/{Y}', 40],
    ['{d}/{m}', 15],
    ['', 12],
    ['{De} {mois} {Y}', 8],
    ['{mois} {Y}', 5],
    ['{Y}', 4],
    ['mi-{mois} {Y}', 2],
    ['fin de {mois} {Y}', 2],
    ['jour inconnu', 2],
    ['{d}/{m}/{Y} par {by}', 2],
    ['fermé le {d}/{m}/{Y}', 2],
  ],
  undecidedClosed: ['automne {Y}', 'autour du {d}/{m}/{Y}', 'avant {mois} {Y}', 'vers {mois} {Y}'],
  dayMonth: '{d}/{m}',
  numbers: [
    ['{n}', 50],
    ['CN-{n}', 15],
    ['{Y}/{n5}', 10],
    ['N° {n}', 8],
    ['{n4}', 5],
    ['{n}, {other}', 1],
    ['{lost}', 1],
  ],
};

/** A small service whose months follow each other under a title, without many headings that say what they mean. */
const riveUnit: Habits = {
  name: 'rive',
  units: ['U01', 'U02'],
  separator: ';',
  rows: 340,
  perMonth: 13,
  from: '2022-02-02' as CivilDate,
  titles: ['Fictif - suivi des signalements', ''],
  monthTitle: '{mois} {Y}',
  monthTotal: ['', 'Nombre : {count}'],
  asides: ['suite à la page suivante', 'Vérifié par la commis'],
  forms: [
    {
      style: { ...riveStyle, units: { U01: ['U01', 'Équipe U01', 'u-01'], U02: ['U02', 'Équipe U02', 'u-02'] } },
      header: [
        'Équipe',
        'Signalé le',
        'Reçu de',
        'Réf. externe',
        'Réf. interne',
        'Responsable',
        'Situation',
        'Date',
        'Précisions',
      ],
      columns: { unitCode: 0, receivedOn: 1, source: 2, externalNumber: 3, conclusion: 6, concludedOn: 7, summary: 8 },
      cells: ({ unit, received, source, number, own, by, outcome, closed, remark }) => [
        ...[unit, received, source, number, own, by],
        ...[outcome, closed, remark],
      ],
    },
  ],
  endings: ['', 'Total'],
};

/** State and closing day are one column, and what is not in its own is in the remark. */
const noteUnit: Habits = {
  name: 'notes',
  units: ['U01'],
  separator: '\t',
  rows: 300,
  perMonth: 16,
  from: '2022-06-01' as CivilDate,
  titles: [],
  asides: [],
  forms: [
    {
      style: coastStyle,
      header: ['#', 'In', 'Who', 'Ref', 'Result / closed', 'Comment'],
      columns: { receivedOn: 1, source: 2, externalNumber: 3, conclusion: 4, summary: 5 },
      cells: ({ own, received, source, number, outcome, closed, remark }, chance) => {
        const end = [outcome, /\d/.test(closed) ? closed : ''].filter((text) => text !== '').join(' ');
        const first = [String(Number(own.slice(-4)) - 100), received, source, number];
        return chance.happens(0.15) ? [...first, '', `${remark} ${end}`.trim()] : [...first, end, remark];
      },
    },
  ],
  endings: [],
};

const units = { coast: coastUnit, rive: riveUnit, notes: noteUnit };
export type FurtherUnit = keyof typeof units;
export const furtherUnits = Object.keys(units) as FurtherUnit[];

/** Registers that were written after the reader, with words and forms that it was not made for. */
export const furtherRegister = (unit: FurtherUnit, seed: number): OtherRegister => keepRegister(units[unit], seed);
