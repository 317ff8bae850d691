import { agreementComparison } from '#contract/reporting/comparison';
import type { ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../../documents/page/table.ts';
import { column } from '../../../documents/report/column.ts';
import { sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { both } from '../../../documents/workbook/table.ts';
import { ownCode } from '../../indicators/framework.ts';
import { staffCodes } from '../agreementFigures.ts';
import { codeColumn, figureColumns, figureRow, rowFormat } from './figures.ts';
import { markedFigure, marksText, valueCell, withCode } from './crossed.ts';
import type { ReturnPart } from './part.ts';

type AgreementFigure = ReturnContent['agreementFigures'][number];

/** Where an agreement's figure comes from, and whether it rests on forms that nothing signs. */
function sourceOf({ framework }: ReturnContent, figure: AgreementFigure): string {
  const { packId, status, code, unsigned, previousUnsigned } = figure;
  const kept = staffCodes.includes(ownCode(framework, code))
    ? pair('Figures of its units', 'Chiffres de ses unités')
    : pair('Registers kept here', 'Registres tenus ici');
  const received = status === 'not_available' ? pair('Nothing received', 'Rien reçu') : kept;
  return [
    packId !== null ? codeWords.sourceKind.return : received,
    ...(unsigned ? [headings.partlyUnsigned] : []),
    ...(previousUnsigned ? [headings.previousPartlyUnsigned] : []),
  ]
    .map(both)
    .join('\n');
}

/** In the return of all, what each agreement reports of itself; its figures add up to those of the first sheet. Null of one agreement. */
export function byAgreementPart(content: ReturnContent) {
  const { agreementFigures: figures, framework, quarter } = content;
  if (figures.length === 0) return null;
  const rows = figures.map((each) => ({ ...figureRow(content, each, agreementComparison(each)), of: each }));
  const table: ReportTable<(typeof rows)[number]> = {
    title: headings.byAgreement,
    columns: [
      column.text('agreement', headings.agreement, ({ of }) => of.agreementCode, { width: 14 }),
      column.texts('recipient', headings.recipient, ({ of }) => of.recipient, { width: 32 }),
      codeColumn,
      ...figureColumns(content),
      column.text('source', headings.source, ({ of }) => sourceOf(content, of), { width: 32 }),
    ],
    rows,
  };
  const indicators = framework.indicators.filter(({ code }) => figures.some((each) => each.code === code));
  const agreements = new Map(figures.map((each) => [each.agreementCode, each.recipient]));
  return {
    id: 'by-agreement',
    title: headings.byAgreement,
    sideways: true,
    page: (language) => {
      const { say } = language;
      const cell = (agreementCode: string, code: string): PaperCell => {
        const figure = figures.find((each) => each.agreementCode === agreementCode && each.code === code);
        return markedFigure(content, figure, figure?.unsigned === true, language);
      };
      return markup`<p>${say(marksText)}</p>${paperTable(language, {
        caption: `${say(headings.byAgreement)}, ${language.quarter(quarter)}`,
        columns: [
          textColumn(headings.agreement),
          wideColumn(headings.recipient),
          ...indicators.map((indicator) => numberColumn(withCode(indicator))),
        ],
        rows: [
          ...[...agreements].map(([code, recipient]) => [
            code,
            say(recipient),
            ...indicators.map((each) => cell(code, each.code)),
          ]),
          [say(headings.total), '', ...indicators.map((each) => valueCell(content, null, each.code, language))],
        ],
        totalled: true,
      })}`;
    },
    sheets: [
      sheetOf(table, {
        tab: 'Agreements - Ententes',
        rowFormats: figures.map((each) => rowFormat(content, each)),
      }),
    ],
  } satisfies ReturnPart;
}
