import type { CivilDate } from '#contract/ground/dates';
import { english } from './englishWords.ts';
import { french } from './frenchWords.ts';
import type { Habits } from './keepRegister.ts';
import type { Style } from './style.ts';
import { bothWords } from './words.ts';

const style: Style = {
  words: bothWords(english, french),
  received: [
    ['{Y}-{m}-{d}', 30],
    ['{De} {mois} {Y}', 15],
    ['{Month} {D}, {Y}', 15],
    ['{d}/{m}/{Y}', 12],
    ['{D} {Month} {Y}', 6],
    ['{De} {moi} {Y}', 4],
    ['{Mon} {D} {Y}', 4],
    ['{D}-{Mon}-{y}', 3],
    ['{D}-{moi}-{y}', 2],
    ['{De} {mois}', 2],
    ['{Month} {D}', 2],
    ['{mois} {D}, {Y}', 1],
    ['{d}/{m}/{y}', 2],
    ['{Y}-{m}-{d} (courriel/email)', 1],
    ['{D} {moislip} {Y}', 0.5],
    ['{Monthslip} {D}, {Y}', 0.5],
  ],
  undecidedReceived: ['{mois} {Y}', '{Month} {Y}', '?', '', 'n.d.'],
  closed: [
    ['{Y}-{m}-{d}', 30],
    ['{De} {mois} {Y}', 12],
    ['{Month} {D}, {Y}', 12],
    ['{d}/{m}/{Y}', 8],
    ['', 10],
    ['{d}/{m}', 4],
    ['{De} {mois}', 4],
    ['{Month} {D}', 4],
    ['{mois} {Y}', 3],
    ['{Month} {Y}', 3],
    ['?', 3],
    ['{Y}', 2],
    ['inconnu / unknown', 1],
    ['{Y}-{m}-{d} {by}', 2],
    ['fin {mois} {Y}', 1],
    ['late {Month} {Y}', 1],
  ],
  undecidedClosed: ['printemps {Y}', 'spring {Y}', 'approx. {Y}-{m}-{d}'],
  dayMonth: '{d}/{m}',
  numbers: [
    ['{n}', 60],
    ['{n4}', 10],
    ['{Y}-{n5}', 15],
    ['no {n}', 4],
    ['# {n}', 4],
    ['{n} et/and {other}', 1.5],
    ['{lost}', 0.7],
  ],
  units: {
    U01: ['U01', 'u01', 'Unit U01', 'U-01', 'Unité U01', 'U 01'],
    U02: ['U02', 'Unité U02', 'u02', 'U-02', 'Unit U02', 'U 02'],
  },
};

/** A bilingual unit that keeps the rows of two. */
export const bilingual: Habits = {
  name: 'bilingual',
  units: ['U01', 'U02'],
  separator: ';',
  rows: 450,
  perMonth: 18,
  from: '2022-09-02' as CivilDate,
  titles: ['Registre CEI / ICE register - DONNÉES FICTIVES / FICTITIOUS DATA', ''],
  monthTotal: ['Sous-total / Subtotal', '', '', '{count}'],
  asides: ['Voir courriel du chef / see chief’s e-mail', 'Reprise de la feuille B / from sheet B'],
  forms: [
    {
      style,
      header: [
        'Unité / Unit',
        'Reçu le / Received',
        'Source',
        'No ext. / Ext. no.',
        'Sommaire / Summary',
        'Enq. / Inv.',
        'Statut / Status',
        'Fermé le / Closed on',
      ],
      columns: { unitCode: 0, receivedOn: 1, source: 2, externalNumber: 3, summary: 4, conclusion: 6, concludedOn: 7 },
      cells: ({ unit, received, source, number, remark, by, outcome, closed }) => [
        unit,
        received,
        source,
        number,
        remark,
        by,
        outcome,
        closed,
      ],
    },
  ],
  endings: ['', 'TOTAL'],
};
