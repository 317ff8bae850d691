import type { AgreementFigure, ReturnContent } from '#contract/reporting/returns';
import { staffCodes } from '../agreementFigures.ts';
import { figureCells, figureColumns, rowFormat } from './figureTables.ts';
import { both, label, type SheetTable } from '../../../documents/workbook/table.ts';

/** In the return of all, what each agreement reports of itself; its figures add up to those of the first sheet. */
export function agreementSheets(content: ReturnContent): readonly SheetTable[] {
  const figures = content.agreementFigures;
  if (figures.length === 0) return [];
  const source = ({ packId, status, code }: AgreementFigure): string => {
    if (packId !== null) return both({ en: 'Signed return', fr: 'Rapport signé' });
    if (status === 'not_available') return both({ en: 'Nothing received', fr: 'Rien reçu' });
    return staffCodes.includes(code)
      ? both({ en: 'Figures of its units', fr: 'Chiffres de ses unités' })
      : both({ en: 'Registers kept here', fr: 'Registres tenus ici' });
  };
  return [
    {
      tab: 'Agreements - Ententes',
      title: { en: 'Indicators by agreement', fr: 'Indicateurs par entente' },
      columns: [
        label('Agreement', 'Entente', 14),
        label('Recipient', 'Recipient', 32),
        label('Bénéficiaire', 'Bénéficiaire', 32),
        ...figureColumns,
        label('Source', 'Source', 32),
      ],
      rows: figures.map((each) => [
        each.agreementCode,
        each.recipient.en,
        each.recipient.fr,
        ...figureCells(content, each),
        source(each),
      ]),
      rowFormats: figures.map(rowFormat),
    },
  ];
}
