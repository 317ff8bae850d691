import type { PublishedEstimate } from '#contract/reporting/publishedEstimate';
import type { Quantiles } from '#contract/statistics/evidence';
import type { ReturnContent } from '#contract/reporting/returns';
import { headings } from '#contract/words/headings';
import { closingBalance, openingBalance } from '#contract/words/terms';
import { publishesAvoided } from '../avoided.ts';
import { backlogFigure, unitChangeFigure, unitChanges } from '../figures/backlog.ts';
import { closingsOf } from '../figures/closings.ts';
import { totalFan } from '../figures/fan.ts';
import {
  formats,
  sheetColumn,
  monthEnd,
  type SheetColumn,
  type SheetTable,
} from '../../../documents/workbook/table.ts';

const monthColumn = sheetColumn(headings.asOf, 11, formats.day);

/** Two years of closing backlogs; the total is of the months that every unit reports. */
export function backlogSheets(content: ReturnContent): readonly SheetTable[] {
  const closings = closingsOf(content);
  const months = closings.months.map(monthEnd);
  return [
    {
      tab: 'Backlog - Arriéré',
      title: { en: 'Closing balance by month', fr: 'Solde de clôture par mois' },
      columns: [monthColumn, sheetColumn(headings.allUnits, 12, formats.whole)],
      rows: months.map((month, index) => [month, closings.total[index] ?? null]),
      picture: { number: 1, draw: (language) => backlogFigure(closings, language) },
    },
    {
      tab: 'By unit - Par unité',
      title: { en: 'Closing balance by month and unit', fr: 'Solde de clôture par mois et par unité' },
      columns: [
        monthColumn,
        ...closings.units.map(({ code }) => sheetColumn({ en: code, fr: code }, 9, formats.whole)),
      ],
      rows: months.map((month, index) => [month, ...closings.units.map(({ closing }) => closing[index] ?? null)]),
    },
  ];
}

export function changeSheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Change - Variation',
    title: { en: 'Opening and closing balance of the quarter', fr: 'Soldes d’ouverture et de clôture du trimestre' },
    columns: [
      sheetColumn(headings.unit, 12),
      sheetColumn(openingBalance, 12, formats.whole),
      sheetColumn(closingBalance, 12, formats.whole),
      sheetColumn(headings.change, 12, formats.whole),
    ],
    rows: unitChanges(content).map(({ code, before, after }) => [
      code,
      before,
      after,
      before === null || after === null ? null : after - before,
    ]),
    picture: { number: 2, draw: (language) => unitChangeFigure(content, language) },
  };
}

const bounds = [
  ['p025', '95', 'low', 'inf.'],
  ['p10', '80', 'low', 'inf.'],
  ['p25', '50', 'low', 'inf.'],
  ['p75', '50', 'high', 'sup.'],
  ['p90', '80', 'high', 'sup.'],
  ['p975', '95', 'high', 'sup.'],
] as const satisfies readonly (readonly [keyof Quantiles, string, string, string])[];

const boundColumn = ([, level, en, fr]: (typeof bounds)[number]): SheetColumn =>
  sheetColumn({ en: `Without, ${level}%, ${en}`, fr: `Sans, ${level}\u00a0%, ${fr}` }, 9, formats.whole);

/** By month, the units with an estimate together; none where no total was estimated. A median only where one is claimed. */
export function fanSheets({ values }: ReturnContent, result: PublishedEstimate): readonly SheetTable[] {
  const { total } = result;
  if (!total) return [];
  const claimed = publishesAvoided(values, null);
  return [
    {
      tab: 'By month - Par mois',
      title: {
        en: 'Backlog estimated without the Strategy-funded staff and overtime, by month',
        fr: 'Arriéré estimé sans le personnel et les heures supplémentaires financés par la Stratégie, par mois',
      },
      columns: [
        monthColumn,
        sheetColumn(headings.actualBacklog, 9, formats.whole),
        sheetColumn({ en: 'Estimated, median', fr: 'Estimé, médiane' }, 9, formats.whole),
        ...bounds.map(boundColumn),
      ],
      rows: total.months.map((month, index) => {
        const fan = total.fan[index];
        return [
          monthEnd(month),
          total.backlog[index] ?? null,
          claimed ? (fan?.p50 ?? null) : null,
          ...bounds.map(([quantile]) => fan?.[quantile] ?? null),
        ];
      }),
      picture: { number: 3, draw: (language) => totalFan(result, claimed, language) },
    },
  ];
}
