import type { Locale } from '#contract/ground/codes';
import type { Bilingual } from '#contract/ground/common';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { codeWord, codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { languages as languageIn } from '../../../documents/page/language.ts';
import { amendedText } from '../amendedText.ts';
import { notes } from './notes.ts';
import { both, only, sheetColumn, type SheetTable, type SheetValue } from '../../../documents/workbook/table.ts';

/** The figures, the section or attestation, and the languages that a check is about. */
export function concerns(
  { framework }: ReturnContent,
  { measures, part, languages, compared, amended = [] }: Check,
  language: Locale,
): string {
  const nameOf = (code: string): string =>
    (framework.indicators.find((each) => each.code === code)?.name ?? codeWord('measure', code))[language];
  const missing = languages.map((each) => codeWords.language[each][language]).join(', ');
  return [
    ...measures.map(nameOf),
    ...(part === null ? [] : [codeWords.part[part][language]]),
    ...(missing === '' ? [] : [missing]),
    ...compared.map(
      ({ month, reported, register }) =>
        ({
          en: `${month}: reported ${reported}, register ${register}`,
          fr: `${month} : déclaré ${reported}, registre ${register}`.replaceAll('.', ','),
        })[language],
    ),
    ...amended.map((each) => amendedText(each, languageIn[language])),
  ].join('; ');
}

export function qualitySheet(content: ReturnContent): SheetTable {
  return {
    tab: 'Data quality - Qualité',
    title: headings.quality,
    columns: [
      sheetColumn(headings.unit, 13),
      sheetColumn(only('en', headings.finding), 38),
      sheetColumn(only('fr', headings.finding), 39),
      sheetColumn(headings.months, 20),
      sheetColumn(only('en', headings.concerns), 40),
      sheetColumn(only('fr', headings.concerns), 40),
    ],
    rows: content.checks.map((check) => [
      check.unitCode ?? both(headings.agreement),
      codeWords.check[check.code].en,
      codeWords.check[check.code].fr,
      check.months.join(', '),
      concerns(content, check, 'en'),
      concerns(content, check, 'fr'),
    ]),
  };
}

/** A row for each language, so that a definition is read across and not across the other one. */
export function definitionSheet({ framework }: ReturnContent): SheetTable {
  return {
    tab: 'Definitions - Définitions',
    title: headings.definitions,
    isElsewhere: true,
    // On paper what is counted and how; limits, parts and aims are read on screen and in the framework.
    printed: { columns: 5 },
    columns: [
      sheetColumn(headings.code, 7),
      sheetColumn(headings.language, 11),
      sheetColumn(headings.indicator, 21),
      sheetColumn(headings.definition, 68),
      sheetColumn(headings.method, 83),
      sheetColumn(headings.numerator, 40),
      sheetColumn(headings.denominator, 40),
      sheetColumn(headings.limits, 84),
      sheetColumn(headings.outcome, 30),
      sheetColumn(headings.baseline, 22),
      sheetColumn(headings.target, 22),
      sheetColumn(headings.unitOfMeasure, 18),
      sheetColumn(headings.direction, 18),
      sheetColumn(headings.version, 9),
    ],
    rows: framework.indicators.flatMap((each) =>
      (['en', 'fr'] as const).map((language) => [
        each.code,
        language === 'en' ? 'English' : 'Français',
        each.name[language],
        each.definition[language],
        each.method[language],
        each.numerator?.[language] ?? null,
        each.denominator?.[language] ?? null,
        each.limits[language],
        each.outcome?.[language] ?? null,
        each.baseline && `${each.baseline.value} (${each.baseline.period})`,
        each.target && `${each.target.value} (${each.target.on})`,
        each.unitOfMeasure[language],
        codeWords.direction[each.direction][language],
        each.version,
      ]),
    ),
  };
}

export function ruleSheet({ rules }: ReturnContent): SheetTable {
  return {
    tab: 'Counting rules - Comptage',
    title: headings.rules,
    columns: [
      sheetColumn(headings.unit, 9),
      sheetColumn(headings.inForceFrom, 16),
      sheetColumn(only('en', headings.statement), 70),
      sheetColumn(only('fr', headings.statement), 70),
    ],
    rows: rules.map(({ unitCode, validFrom, statement }) => [unitCode, validFrom, statement.en, statement.fr]),
  };
}

export function packSheet({ packs }: ReturnContent): SheetTable {
  return {
    tab: 'Sources',
    title: headings.packs,
    columns: [
      sheetColumn(headings.sender, 28),
      sheetColumn(headings.receivedAs, 25),
      sheetColumn(headings.packHash, 69),
      sheetColumn(headings.fingerprint, 68),
    ],
    rows: packs.map(({ kind, workspaceName, sha256, fingerprint }) => [
      workspaceName,
      both(codeWords.sourceKind[kind]),
      sha256,
      fingerprint,
    ]),
  };
}

const onPaper: Bilingual = {
  en: 'On paper, categories are those of all units together, and definitions are without limits, parts and targets. A sheet headed “first rows” goes on: the rest is on screen and in the other files of the return.',
  fr: 'Sur papier, les catégories sont celles de toutes les unités réunies, et les définitions n’ont ni limites, ni éléments de calcul, ni cibles. Une feuille dont l’en-tête indique « premières lignes » se poursuit : le reste se lit à l’écran et dans les autres fichiers du rapport.',
};

export function noteSheet(content: ReturnContent): SheetTable {
  const rows: readonly (readonly SheetValue[])[] = [...notes(content), onPaper].map(({ en, fr }) => [en, fr]);
  return {
    tab: 'Notes - Remarques',
    title: headings.notes,
    columns: [sheetColumn(headings.notes, 90), sheetColumn(only('fr', headings.remarks), 90)],
    rows,
  };
}
