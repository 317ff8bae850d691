import type { ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { headings } from '#contract/words/headings';
import { closingBalance, openingBalance } from '#contract/words/terms';
import { captioned } from '../../../documents/figures/picture.ts';
import { markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { sheetOf } from '../../../documents/report/table.ts';
import { formats, monthEnd, sheetColumn, type SheetTable } from '../../../documents/workbook/table.ts';
import { backlogFigure, unitChangeFigure, unitChanges } from '../figures/backlog.ts';
import { closingsOf, type Closings } from '../figures/closings.ts';
import type { ReturnPart } from './part.ts';

const monthColumn = sheetColumn(headings.asOf, 11, formats.day);

/** Two years of closing backlogs; the total is of the months that every unit reports. */
function closingSheets(closings: Closings): readonly SheetTable[] {
  const months = closings.months.map(monthEnd);
  return [
    {
      tab: 'Backlog - Arriéré',
      title: pair('Closing balance by month', 'Solde de clôture par mois'),
      columns: [monthColumn, sheetColumn(headings.allUnits, 12, formats.whole)],
      rows: months.map((month, index) => [month, closings.total[index] ?? null]),
      picture: { number: 1, draw: (language) => backlogFigure(closings, language) },
    },
    {
      tab: 'By unit - Par unité',
      title: pair('Closing balance by month and unit', 'Solde de clôture par mois et par unité'),
      columns: [
        monthColumn,
        ...closings.units.map(({ code }) => sheetColumn({ en: code, fr: code }, 9, formats.whole)),
      ],
      rows: months.map((month, index) => [month, ...closings.units.map(({ closing }) => closing[index] ?? null)]),
    },
  ];
}

function changeSheet(content: ReturnContent): SheetTable {
  return sheetOf<ReturnType<typeof unitChanges>[number]>(
    {
      title: pair('Opening and closing balance of the quarter', 'Soldes d’ouverture et de clôture du trimestre'),
      columns: [
        column.text('unit', headings.unit, ({ code }) => code),
        column.whole('opening', openingBalance, ({ before }) => before),
        column.whole('closing', closingBalance, ({ after }) => after),
        column.whole('change', headings.change, ({ before, after }) =>
          before === null || after === null ? null : after - before,
        ),
      ],
      rows: unitChanges(content),
    },
    { tab: 'Change - Variation', picture: { number: 2, draw: (language) => unitChangeFigure(content, language) } },
  );
}

/** Figures on the page, and in the workbook the tables that they are drawn from. */
export function backlogPart(content: ReturnContent): ReturnPart {
  const closings = closingsOf(content);
  return {
    id: 'backlog',
    title: headings.backlog,
    page: (language) => {
      const figures = [backlogFigure(closings, language), unitChangeFigure(content, language)];
      return markup`${figures.map((each, index) => each && captioned(index + 1, each))}`;
    },
    sheets: [...closingSheets(closings), changeSheet(content)],
  };
}
