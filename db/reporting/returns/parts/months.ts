import { ledgerSign, ledgerTerm, staffingMeasure } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import { quarterMonths, type Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { unsignedUnits } from '#contract/reporting/unsigned';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { formats } from '../../../documents/workbook/table.ts';
import { minorLine, type ReturnPart } from './part.ts';

interface MonthRow {
  readonly unitCode: string;
  readonly month: Month;
}

/** By unit and month; whose figures come from a form that nothing signs is said below their name, or in a last column. */
function monthTable<Row extends MonthRow>(
  { checks, quarter }: ReturnContent,
  { title, columns, rows }: ReportTable<Row>,
  { tab, text, ...section }: Pick<ReturnPart, 'id' | 'sideways'> & { readonly tab: string; readonly text?: Bilingual },
): ReturnPart {
  const unsigned = unsignedUnits(checks);
  const table: ReportTable<Row> = {
    title,
    columns: [
      column.text('unit_and_month', headings.unitAndMonth, ({ unitCode }) => unitCode, {
        page: ({ unitCode, month }, { say }) =>
          unsigned.has(unitCode)
            ? markup`${unitCode}, ${month}${minorLine(say(headings.unsigned))}`
            : `${unitCode}, ${month}`,
        on: ['page'],
      }),
      column.text('unit', headings.unit, ({ unitCode }) => unitCode, { width: 9, on: ['sheet'] }),
      column.month('month', headings.month, ({ month }) => month, { width: 10, on: ['sheet'] }),
      ...columns,
      ...(unsigned.size > 0
        ? [
            column.words(
              'signature',
              headings.signature,
              ({ unitCode }: Row) => (unsigned.has(unitCode) ? headings.unsigned : null),
              { width: 22, on: ['sheet'] },
            ),
          ]
        : []),
    ],
    rows,
  };
  return {
    ...section,
    title,
    page: (language) => {
      const caption = `${language.say(title)}, ${language.quarter(quarter)}`;
      return markup`${text ? markup`<p>${language.say(text)}</p>` : null}${pageOf(table, language, { caption })}`;
    },
    sheets: [sheetOf(table, { tab, isElsewhere: true })],
  };
}

type LedgerRow = ReturnContent['ledger'][number];

/** The sign with which a term enters the balance is before its name. */
function termColumn(term: (typeof ledgerTerm.options)[number]): ReportColumn<LedgerRow> {
  const sign = term === 'reclassified' ? '±' : ledgerSign[term] > 0 ? '+' : '\u2212';
  const { en, fr } = codeWords.ledger[term];
  const label = pair(`${sign}\u00a0${en}`, `${sign}\u00a0${fr}`);
  return column.whole(term, label, ({ line }) => line.terms[term], { width: 13.5 });
}

export const ledgerPart = (content: ReturnContent): ReturnPart =>
  monthTable<LedgerRow>(
    content,
    {
      title: headings.ledger,
      columns: [
        column.whole('opening', codeWords.ledger.opening, ({ line }) => line.opening),
        ...ledgerTerm.options.map(termColumn),
        column.whole('closing', codeWords.ledger.closing, ({ line }) => line.closing),
        column.yes('balanced', headings.balanced, ({ line }) => line.balanced, { width: 12 }),
      ],
      rows: content.ledger,
    },
    {
      id: 'ledger',
      sideways: true,
      tab: 'Ledger - Registre',
      text: {
        en: 'The opening balance, plus files in, less files out, is the closing balance. “Reclassified” carries its own sign.',
        fr: 'Le solde d’ouverture, plus les entrées, moins les sorties, donne le solde de clôture. « Reclassés » porte son propre signe.',
      },
    },
  );

export function staffPart(content: ReturnContent): ReturnPart {
  const cells = new Map(content.panel.map((each) => [`${each.unitCode} ${each.month} ${each.measure}`, each.value]));
  return monthTable<MonthRow>(
    content,
    {
      title: headings.staff,
      columns: staffingMeasure.options.map((measure) =>
        column.number(
          measure,
          codeWords.measure[measure],
          ({ unitCode, month }) => cells.get(`${unitCode} ${month} ${measure}`) ?? null,
          { width: 26, format: formats.tenth },
        ),
      ),
      rows: content.units.flatMap(({ code: unitCode }) =>
        quarterMonths(content.quarter).map((month) => ({ unitCode, month })),
      ),
    },
    { id: 'staff', tab: 'Staff - Personnel' },
  );
}
