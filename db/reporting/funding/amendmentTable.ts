import type { Amendment } from '#contract/reporting/amendments';
import { fiscalYearName } from '#contract/ground/period';
import type { FiscalYear } from '#contract/ground/dates';
import { both as pair } from '#contract/words/both';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { languages, type Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import { paperTable, textColumn, wideColumn } from '../../documents/page/table.ts';
import { both, only, sheetColumn, type SheetTable } from '../../documents/workbook/table.ts';

export const amendmentWords = {
  number: fields.number,
  signedOn: pair('Signed on', 'Signé le'),
  notSigned: pair('not signed', 'non signé'),
  inForceOn: headings.inForceFrom,
  changes: pair('Changes', 'Modifie'),
  end: pair('end of the agreement', 'fin de l’entente'),
  units: pair('units', 'unités'),
  other: pair('other', 'autre'),
  description: pair('Description', 'Objet'),
  fileReference: pair('File reference', 'Référence au dossier'),
} as const;

/** What it changes, one after the other; the amounts are those of whole fiscal years after it. */
function changesOf({ newEndsOn, amounts, changesUnits, changesOther }: Amendment, { say, day, money }: Language) {
  const { end, units, other } = amendmentWords;
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

/** The amendments of an agreement as a page has them; null where it has none. */
export function amendmentTable(amendments: readonly Amendment[], language: Language): Markup | null {
  if (amendments.length === 0) return null;
  const { say, day, locale } = language;
  return paperTable(language, {
    caption: say(headings.amendments),
    columns: [
      textColumn(amendmentWords.number),
      textColumn(amendmentWords.signedOn),
      textColumn(amendmentWords.inForceOn),
      textColumn(amendmentWords.changes),
      wideColumn(amendmentWords.description),
      textColumn(amendmentWords.fileReference),
    ],
    rows: amendments.map((each) => [
      each.number,
      each.signedOn === null ? say(amendmentWords.notSigned) : day(each.signedOn),
      day(each.inForceOn),
      changesOf(each, language),
      each.change[locale],
      each.fileReference,
    ]),
  });
}

/** The same as a sheet of the annual report and of the renewal annex; none where the agreement has no amendment. */
export function amendmentSheets(amendments: readonly Amendment[]): readonly SheetTable[] {
  if (amendments.length === 0) return [];
  return [
    {
      tab: 'Amendments - Avenants',
      title: headings.amendments,
      columns: [
        sheetColumn(amendmentWords.number, 10),
        sheetColumn(amendmentWords.signedOn, 14),
        sheetColumn(amendmentWords.inForceOn, 14),
        sheetColumn(only('en', amendmentWords.changes), 44),
        sheetColumn(only('fr', amendmentWords.changes), 44),
        sheetColumn(headings.textInEnglish, 50),
        sheetColumn(headings.textInFrench, 50),
        sheetColumn(amendmentWords.fileReference, 24),
      ],
      rows: amendments.map((each) => [
        ...[each.number, each.signedOn ?? both(amendmentWords.notSigned), each.inForceOn],
        ...[changesOf(each, languages.en), changesOf(each, languages.fr), each.change.en, each.change.fr],
        each.fileReference,
      ]),
    },
  ];
}
