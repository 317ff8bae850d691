import type { Amendment } from '#contract/reporting/amendments';
import { fiscalYearName } from '#contract/ground/period';
import type { FiscalYear } from '#contract/ground/dates';
import { both as pair } from '#contract/words/both';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { languages, type Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import type { ReportColumn } from '../../documents/report/column.ts';
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
  { name: 'number', label: fields.number, kind: 'text', width: 10, value: ({ number }) => number },
  {
    name: 'signed_on',
    label: words.signedOn,
    note: pair('Blank: not signed, so that it changes nothing', 'Vide : non signé, donc sans effet'),
    kind: 'day',
    width: 14,
    value: ({ signedOn }) => signedOn,
    sheet: ({ signedOn }) => signedOn ?? both(words.notSigned),
    page: ({ signedOn }, { say, day }) => (signedOn === null ? say(words.notSigned) : day(signedOn)),
  },
  {
    name: 'in_force_on',
    label: headings.inForceFrom,
    kind: 'day',
    width: 14,
    value: ({ inForceOn }) => inForceOn,
    sheet: ({ inForceOn }) => inForceOn,
  },
  {
    name: 'changes',
    label: words.changes,
    kind: 'texts',
    value: (row) => pair(changesOf(row, languages.en), changesOf(row, languages.fr)),
    on: ['sheet', 'page'],
  },
  { name: 'new_end', label: words.newEnd, kind: 'day', value: ({ newEndsOn }) => newEndsOn, on: ['csv'] },
  yearColumn(({ amount }: AmendmentRow) => (amount ? (amount.fiscalYear as FiscalYear) : null)),
  {
    name: 'amount',
    label: words.amount,
    note: pair('Amount of the whole fiscal year after the amendment', 'Montant de tout l’exercice après l’avenant'),
    kind: 'money',
    value: ({ amount }) => amount?.cents ?? null,
    on: ['csv'],
  },
  {
    name: 'changes_units',
    label: words.units,
    note: answerNote,
    kind: 'yes',
    value: ({ changesUnits }) => changesUnits,
    on: ['csv'],
  },
  {
    name: 'changes_other',
    label: words.other,
    note: answerNote,
    kind: 'yes',
    value: ({ changesOther }) => changesOther,
    on: ['csv'],
  },
  { name: 'change', label: words.description, kind: 'texts', width: 50, isWide: true, value: ({ change }) => change },
  {
    name: 'file_reference',
    label: words.fileReference,
    kind: 'text',
    width: 24,
    value: ({ fileReference }) => fileReference,
  },
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
