import type { Locale } from '#contract/ground/codes';
import { monthsBetween, type Month } from '#contract/ground/dates';
import { unbroken } from '#contract/ground/period';
import type { Check, ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { codeWord, codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { languages as languageIn } from '../../../documents/page/language.ts';
import { markup } from '../../../documents/page/markup.ts';
import { column } from '../../../documents/report/column.ts';
import { pageOf, sheetOf, type ReportTable } from '../../../documents/report/table.ts';
import { amendedText } from '../amendedText.ts';
import { tablePart, unitColumn, type ReturnPart } from './part.ts';

/** The figures, the section or attestation, and the languages that a check is about. */
function concerns(
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

/** The first and the last of months that follow each other; a line that is not broken in the middle of a month. */
function monthsText(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  const isSpan = months.length > 1 && monthsBetween(first, last).length === months.length;
  const named = isSpan ? [first, last] : months;
  return named.map(unbroken).join(isSpan ? '\u00a0–\u2060\u00a0' : ', ');
}

export const qualityPart = (content: ReturnContent): ReturnPart =>
  tablePart<Check>(
    {
      title: headings.quality,
      columns: [
        unitColumn(13),
        column.texts('finding', headings.finding, ({ code }) => codeWords.check[code], { width: 38.5, isWide: true }),
        column.text('months', headings.months, ({ months }) => months.join(', '), {
          page: ({ months }) => monthsText(months),
          width: 20,
        }),
        column.texts(
          'concerns',
          headings.concerns,
          (check) => pair(concerns(content, check, 'en'), concerns(content, check, 'fr')),
          { width: 40, isWide: true },
        ),
      ],
      rows: content.checks,
    },
    { id: 'quality', tab: 'Data quality - Qualité', none: pair('No gap or anomaly.', 'Aucune lacune ni anomalie.') },
  );

export const unitsPart = ({ units, consolidated }: ReturnContent): ReturnPart => {
  const table: ReportTable<ReturnContent['units'][number]> = {
    title: consolidated ? headings.allUnits : headings.unitNames,
    columns: [
      column.text('unit', headings.unit, ({ code }) => code),
      column.words('name', headings.name, ({ name }) => name, { isWide: true }),
      column.text('service', headings.service, ({ service }) => service, { isWide: true }),
    ],
    rows: units,
  };
  const { title } = table;
  return { id: 'units', title, page: (language) => pageOf(table, language, { isHeaded: true }), sheets: [] };
};

export const rulesPart = ({ rules }: ReturnContent): ReturnPart =>
  tablePart<ReturnContent['rules'][number]>(
    {
      title: headings.rules,
      columns: [
        unitColumn(9),
        column.day('in_force_from', headings.inForceFrom, ({ validFrom }) => validFrom, {
          sheet: ({ validFrom }) => validFrom,
          width: 16,
        }),
        column.texts('statement', headings.statement, ({ statement }) => statement, { width: 70, isWide: true }),
      ],
      rows: rules,
    },
    {
      id: 'rules',
      tab: 'Counting rules - Comptage',
      none: {
        en: 'No counting rule stated: files with Crown or court are not counted in the backlog.',
        fr: 'Aucune règle de comptage énoncée : les dossiers à la Couronne ou au tribunal ne sont pas comptés dans l’arriéré.',
      },
    },
  );

export const sourcesPart = ({ packs }: ReturnContent): ReturnPart => {
  const table: ReportTable<ReturnContent['packs'][number]> = {
    title: headings.packs,
    columns: [
      column.text('sender', headings.sender, ({ workspaceName }) => workspaceName, { width: 28 }),
      column.words('received_as', headings.receivedAs, ({ kind }) => codeWords.sourceKind[kind], { width: 25 }),
      column.text('sha256', headings.packHash, ({ sha256 }) => sha256, {
        page: ({ sha256 }) => markup`<code>${sha256}</code>`,
        width: 69,
        isWide: true,
      }),
      column.text('fingerprint', headings.fingerprint, ({ fingerprint }) => fingerprint, {
        page: ({ fingerprint }) => markup`<code>${fingerprint}</code>`,
        width: 68,
        isWide: true,
      }),
    ],
    rows: packs,
  };
  return {
    id: 'sources',
    title: headings.sources,
    page: (language) => pageOf(table, language),
    sheets: [sheetOf(table, { tab: 'Sources' })],
  };
};
