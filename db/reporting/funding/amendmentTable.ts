import type { Amendment } from '#contract/reporting/amendments';
import { fiscalYearName } from '#contract/ground/period';
import type { FiscalYear } from '#contract/ground/dates';
import { both as pair } from '#contract/words/both';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { languages, type Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { both, type SheetTable } from '../../documents/workbook/table.ts';
import { dollarsName } from './pillarTable.ts';

const words = {
  signedOn: pair('Signed on', 'Signé le'),
  notSigned: pair('not signed', 'non signé'),
  changes: pair('Changes', 'Modifie'),
  newEnd: pair('New end', 'Nouvelle fin'),
  end: pair('end of the agreement', 'fin de l’entente'),
  amount: pair('Amount', 'Montant'),
  units: pair('units', 'unités'),
  other: pair('other', 'autre'),
  description: pair('Description', 'Objet'),
  fileReference: pair('File reference', 'Référence au dossier'),
} as const;

/** What it changes, one after the other; the amounts are those of whole fiscal years after it. */
function changesOf({ newEndsOn, amounts, changesUnits, changesOther }: Amendment, { say, day, money }: Language) {
  const { end, units, other } = words;
  return [
    ...(newEndsOn === null ? [] : [say({ en: `${end.en}: ${day(newEndsOn)}`, fr: `${end.fr} : ${day(newEndsOn)}` })]),
    ...amounts.map(({ fiscalYear, cents }) => {
      const { en, fr } = fiscalYearName(fiscalYear as FiscalYear);
      return say({ en: `${en}: ${money(cents)}`, fr: `${fr} : ${money(cents)}` });
    }),
    ...(changesUnits === true ? [say(units)] : []),
    ...(changesOther === true ? [say(other)] : []),
  ].join('; ');
}

interface AmendmentRow extends Amendment {
  /** Of one fiscal year, in the file for programs alone. */
  readonly amount?: Amendment['amounts'][number];
}

const answerNote = pair('1: yes; 0: no; blank: not entered', '1 : oui; 0 : non; vide : non saisi');

const columnsOf = (agreementCode: string): readonly ReportColumn<AmendmentRow>[] => [
  agreementColumn(agreementCode),
  column.text<AmendmentRow>('number', fields.number, ({ number }) => number, { width: 10 }),
  column.day<AmendmentRow>('signed_on', words.signedOn, ({ signedOn }) => signedOn, {
    note: pair('Blank: not signed, so that it changes nothing', 'Vide : non signé, donc sans effet'),
    width: 14,
    sheet: ({ signedOn }) => signedOn ?? both(words.notSigned),
    page: ({ signedOn }, { say, day }) => (signedOn === null ? say(words.notSigned) : day(signedOn)),
  }),
  column.day<AmendmentRow>('in_force_on', headings.inForceFrom, ({ inForceOn }) => inForceOn, {
    width: 14,
    sheet: ({ inForceOn }) => inForceOn,
  }),
  column.texts<AmendmentRow>(
    'changes',
    words.changes,
    (row) => pair(changesOf(row, languages.en), changesOf(row, languages.fr)),
    {
      on: ['sheet', 'page'],
    },
  ),
  column.day<AmendmentRow>('new_end', words.newEnd, ({ newEndsOn }) => newEndsOn, { on: ['csv'] }),
  yearColumn(({ amount }: AmendmentRow) => (amount ? (amount.fiscalYear as FiscalYear) : null)),
  column.money<AmendmentRow>('amount', words.amount, ({ amount }) => amount?.cents ?? null, {
    note: pair('Amount of the whole fiscal year after the amendment', 'Montant de tout l’exercice après l’avenant'),
    on: ['csv'],
  }),
  column.yes<AmendmentRow>('changes_units', words.units, ({ changesUnits }) => changesUnits, {
    note: answerNote,
    on: ['csv'],
  }),
  column.yes<AmendmentRow>('changes_other', words.other, ({ changesOther }) => changesOther, {
    note: answerNote,
    on: ['csv'],
  }),
  column.texts<AmendmentRow>('change', words.description, ({ change }) => change, { width: 50, isWide: true }),
  column.text<AmendmentRow>('file_reference', words.fileReference, ({ fileReference }) => fileReference, { width: 24 }),
  measureColumn(() => dollarsName),
];

const tableOf = (rows: readonly AmendmentRow[], agreementCode = ''): ReportTable<AmendmentRow> => ({
  title: headings.amendments,
  columns: columnsOf(agreementCode),
  rows,
});

/** For programs: of an amendment that changes amounts, a row for each fiscal year. */
export const amendedAmounts = (amendments: readonly Amendment[], agreementCode: string): ReportTable<AmendmentRow> =>
  tableOf(
    amendments.flatMap((each): readonly AmendmentRow[] =>
      each.amounts.length === 0 ? [each] : each.amounts.map((amount) => ({ ...each, amount })),
    ),
    agreementCode,
  );

/** The amendments of an agreement as a page has them; null where it has none. */
export const amendmentTable = (amendments: readonly Amendment[], language: Language): Markup | null =>
  amendments.length === 0 ? null : pageOf(tableOf(amendments), language);

/** The same as a sheet; none where the agreement has no amendment. */
export const amendmentSheets = (amendments: readonly Amendment[]): readonly SheetTable[] =>
  amendments.length === 0 ? [] : [sheetOf(tableOf(amendments), { tab: 'Amendments - Avenants' })];
