import type { Bilingual } from '#contract/ground/common';
import { agreementComparison } from '#contract/reporting/comparison';
import type { AgreementFigure, ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { ownCode } from '../../indicators/framework.ts';
import { staffCodes } from '../agreementFigures.ts';
import { figureCells, figureColumns, rowFormat } from './figureTables.ts';
import { both, only, sheetColumn, type SheetTable } from '../../../documents/workbook/table.ts';

/** In the return of all, what each agreement reports of itself; its figures add up to those of the first sheet. */
export function agreementSheets(content: ReturnContent): readonly SheetTable[] {
  const figures = content.agreementFigures;
  if (figures.length === 0) return [];
  const source = ({ packId, status, code }: AgreementFigure): string => {
    if (packId !== null) return both(codeWords.sourceKind.return);
    if (status === 'not_available') return both({ en: 'Nothing received', fr: 'Rien reçu' });
    return staffCodes.includes(ownCode(content.framework, code))
      ? both({ en: 'Figures of its units', fr: 'Chiffres de ses unités' })
      : both({ en: 'Registers kept here', fr: 'Registres tenus ici' });
  };
  const marks = ({ unsigned, previousUnsigned }: AgreementFigure): readonly Bilingual[] => [
    ...(unsigned ? [headings.partlyUnsigned] : []),
    ...(previousUnsigned ? [headings.previousPartlyUnsigned] : []),
  ];
  return [
    {
      tab: 'Agreements - Ententes',
      title: headings.byAgreement,
      columns: [
        sheetColumn(headings.agreement, 14),
        sheetColumn(only('en', headings.recipient), 32),
        sheetColumn(only('fr', headings.recipient), 32),
        ...figureColumns,
        sheetColumn(headings.source, 32),
      ],
      rows: figures.map((each) => [
        each.agreementCode,
        each.recipient.en,
        each.recipient.fr,
        ...figureCells(content, each, agreementComparison(each)),
        [source(each), ...marks(each).map(both)].join('\n'),
      ]),
      rowFormats: figures.map((each) => rowFormat(content, each)),
    },
  ];
}
