import type { Bilingual } from '#contract/ground/common';
import { quartersAsked, type AnnualContent } from '#contract/reporting/annual';
import { categoryName } from '#contract/reporting/breakdownLabels';
import { notTold, type GbaGroup } from '#contract/reporting/gbaPlus';
import { codeWords } from '#contract/words/codes';
import { terms } from '#contract/words/terms';
import { notAvailable } from '../../documents/notAvailable.ts';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { formats, notApplicable } from '../../documents/workbook/table.ts';
import { agreementColumn, measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import { codeColumn } from './indicatorTable.ts';
import { quartersOf, words } from './words.ts';

/** A category of a count, or the count itself. */
interface GbaRow extends Pick<GbaGroup, 'code' | 'name'> {
  readonly by: Bilingual;
  /** Null of the barriers of a year that has them in one number alone. */
  readonly group: GbaGroup | null;
  readonly category: string;
  readonly label: Bilingual;
  readonly value: number | null;
  readonly isTotal: boolean;
}

/** Units that break the figure down, of those that it should cover: in the quarter with the fewest and the one with the most. */
const coverOf = ({ quarters }: GbaGroup): string =>
  [...new Set(quarters.map(({ covered, asked }) => `${covered}/${asked}`))].join(', ');

function rowsOf(group: GbaGroup): readonly GbaRow[] {
  const { code, name, by, whole, parts } = group;
  const facts = { code, name, by: codeWords.breakdown[by], group };
  return [
    ...parts.map(({ category, name: own, value }) => {
      const label = category === notTold ? words.notBrokenDown : (own ?? categoryName({ by, category }, []));
      return { ...facts, category, label, value, isTotal: false };
    }),
    { ...facts, category: '', label: words.total, value: whole, isTotal: true },
  ];
}

const suppressed = 'x';
const isSuppressed = ({ group, value }: GbaRow): boolean => group !== null && value === null;

function shareColumn(name: 'unknownShare' | 'notAskedShare'): ReportColumn<GbaRow> {
  const shareOf = ({ group }: GbaRow): number | null => {
    const percent = group?.[name] ?? null;
    return percent === null ? null : percent / 100;
  };
  return column.share<GbaRow>(name, words[name], shareOf, {
    width: 14,
    format: formats.share,
    sheet: (row) => (row.group && row.isTotal ? shareOf(row) : notApplicable),
    on: ['sheet'],
  });
}

const columnsOf = ({ agreement, fiscalYear, indicators }: AnnualContent): readonly ReportColumn<GbaRow>[] => [
  codeColumn,
  column.words<GbaRow>('indicator', words.indicator, ({ name }) => name, { width: 36, on: ['sheet', 'csv'] }),
  agreementColumn(agreement.code),
  yearColumn(() => fiscalYear),
  column.words<GbaRow>('by', words.brokenDownBy, ({ by }) => by, { width: 20, on: ['sheet'] }),
  column.text<GbaRow>('disaggregation', words.brokenDownBy, ({ group }) => group?.by ?? null, { on: ['csv'] }),
  column.text<GbaRow>('category_code', words.code, ({ category }) => category, { on: ['csv'] }),
  column.words<GbaRow>('category', words.category, ({ label }) => label, { width: 40, isWide: true }),
  column.number<GbaRow>('value', words.value, ({ value }) => value, {
    format: formats.whole,
    sheet: (row) => (isSuppressed(row) ? suppressed : row.value),
    page: (row, { number }) => (row.value === null ? suppressed : number(row.value)),
  }),
  column.text<GbaRow>('suppression', terms.suppression, (row) => (isSuppressed(row) ? suppressed : null), {
    note: {
      en: 'x: suppressed, 1 to 4 or what would give such a count back',
      fr: 'x : supprimé, de 1 à 4, ou ce qui révélerait un tel nombre',
    },
    on: ['csv'],
  }),
  measureColumn(({ code }: GbaRow) => indicators.find((each) => each.code === code)?.unitOfMeasure ?? null),
  shareColumn('unknownShare'),
  shareColumn('notAskedShare'),
  column.text<GbaRow>('units_by_quarter', words.brokenDownIn, ({ group }) => group && coverOf(group), {
    note: {
      en: 'Units that break it down, of those that the figure should cover, by quarter',
      fr: 'Unités qui le ventilent, sur celles que le chiffre doit couvrir, par trimestre',
    },
    width: 20,
    sheet: ({ group, isTotal }) => (group && isTotal ? coverOf(group) : ''),
    on: ['sheet', 'csv'],
  }),
];

/** Every count of the year by every way in which it is broken down. */
export const gbaTable = (content: AnnualContent): ReportTable<GbaRow> => ({
  title: words.gba,
  columns: columnsOf(content),
  rows: content.gba.flatMap(rowsOf),
});

/** Barriers that the year has in one number, by no type. */
function barriersOf({ indicators, gba }: AnnualContent) {
  if (gba.some(({ by }) => by === 'barrier')) return null;
  const found = indicators.find(({ code, own }) => (own ?? code) === 'G1');
  return found === undefined || found.value === null ? null : { ...found, value: found.value };
}

/** The barriers of the year in one number, and why there is none by type. */
function barrierRows(content: AnnualContent): readonly GbaRow[] {
  const found = barriersOf(content);
  if (!found) return [];
  const { code, name, value } = found;
  const facts = { code, name, by: words.barriers, group: null, category: '', isTotal: true };
  return [
    { ...facts, label: words.barriersByKind, value: null },
    { ...facts, label: words.total, value },
  ];
}

function groupOnPage(group: GbaGroup, columns: ReportTable<GbaRow>['columns'], language: Language): Markup {
  const { share, labelled } = language;
  const { code, name, by, parts, unknownShare, notAskedShare } = group;
  const title = {
    en: `${code} ${name.en} · ${codeWords.breakdown[by].en}`,
    fr: `${code} ${name.fr} · ${codeWords.breakdown[by].fr}`,
  };
  const told = (label: Bilingual, percent: number | null): string =>
    labelled(label, percent === null ? notAvailable : share(percent / 100));
  const shares = [
    told(words.unknownShare, unknownShare),
    ...(parts.some(({ category }) => category === 'not_asked') ? [told(words.notAskedShare, notAskedShare)] : []),
  ].join('; ');
  return markup`<div class="whole">${pageOf({ title, columns, rows: rowsOf(group) }, language, { totalled: true })}<p class="definition">${shares}. ${labelled(words.brokenDownIn, coverOf(group))}.</p></div>`;
}

function barriersOnPage(content: AnnualContent, { say, number }: Language): Markup {
  const found = barriersOf(content);
  if (!found) return paragraph(say(words.noBarriers));
  const over = say(quartersOf(found.quarters, quartersAsked(content)));
  return markup`${paragraph(`${found.code} ${say(found.name)}: ${number(found.value)} (${over}).`)}${paragraph(say(words.barriersByKind))}`;
}

/** Victims and accused by age and gender, and the barriers that units met. */
export function gbaPart(content: AnnualContent): ReportPart {
  const table = gbaTable(content);
  const [barriers, people] = [true, false].map((isBarrier) =>
    content.gba.filter(({ by }) => (by === 'barrier') === isBarrier),
  );
  return {
    page: (language) => {
      const { say } = language;
      const pairs = (groups: readonly GbaGroup[] = []): Markup | null =>
        groups.length === 0
          ? null
          : markup`<div class="pairs">${groups.map((each) => groupOnPage(each, table.columns, language))}</div>`;
      return markup`${heading(language, words.gba)}${paragraph(say(words.gbaText))}${pairs(people) ?? paragraph(say(words.noGba))}<h3>${say(words.barriers)}</h3>${pairs(barriers) ?? barriersOnPage(content, language)}`;
    },
    sheets: [
      sheetOf(
        { ...table, rows: [...table.rows, ...barrierRows(content)] },
        { tab: 'GBA Plus - ACS Plus', keyColumns: 3, empty: words.noGba },
      ),
    ],
  };
}
