import { sumKnown } from '#contract/ground/amounts';
import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { fiscalYearName, unbroken } from '#contract/ground/period';
import type { AnnualEstimate } from '#contract/reporting/annual';
import type { RenewalBalance, RenewalContent, RenewalYear, YearTarget } from '#contract/reporting/renewal';
import { notAvailable } from '../../documents/notAvailable.ts';
import type { Language } from '../../documents/page/language.ts';
import type { Markup } from '../../documents/page/markup.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import { pageOf, sheetOf } from '../../documents/report/table.ts';
import { both, formats, type SheetTable } from '../../documents/workbook/table.ts';
import { unsignedSuffix, withCover } from '../annual/marks.ts';
import { amount } from '../indicators/amount.ts';
import { words } from './words.ts';

const parts = ['budget', 'spent', 'unspent'] as const;
type Amounts = Readonly<Record<(typeof parts)[number], number | null>>;

interface MoneyRow extends Amounts {
  /** Null of the life of the agreement. */
  readonly fiscalYear: FiscalYear | null;
  readonly inProgress: boolean;
  /** Of a sum, the years that it adds up, of those of the agreement that have begun. */
  readonly over?: Readonly<Record<keyof Amounts, string>>;
}
type YearRow = RenewalYear & MoneyRow;

const rowOf = (year: RenewalYear): YearRow => ({
  ...year,
  unspent: year.budget === null || year.spent === null ? null : year.budget - year.spent,
});

/** Spent over the life of the agreement, budgeted, and not spent: of the years that know both alone. */
function lifeOf(years: readonly MoneyRow[]): MoneyRow {
  const over = (part: keyof Amounts): string => `${years.filter((each) => each[part] !== null).length}/${years.length}`;
  const sum = (part: keyof Amounts): number | null => sumKnown(years.map((each) => each[part]));
  return {
    fiscalYear: null,
    inProgress: false,
    budget: sum('budget'),
    spent: sum('spent'),
    unspent: sum('unspent'),
    over: { budget: over('budget'), spent: over('spent'), unspent: over('unspent') },
  };
}

const nameOf = ({ fiscalYear }: Pick<MoneyRow, 'fiscalYear'>): Bilingual =>
  fiscalYear === null ? words.life : fiscalYearName(fiscalYear);

/** With the years that each of its amounts adds up. */
function sheetName(row: MoneyRow): string {
  if (!row.over) return both(nameOf(row));
  const { budget, spent } = row.over;
  return both({
    en: `${words.life.en} (${words.budgeted.en} ${budget}, ${words.spent.en} ${spent})`,
    fr: `${words.life.fr} (${words.budgeted.fr} ${budget}, ${words.spent.fr} ${spent})`,
  });
}

export function yearNameOnPage(row: Pick<MoneyRow, 'fiscalYear' | 'inProgress'>, { say }: Language): string {
  const name = say(nameOf(row));
  if (row.fiscalYear === null) return name;
  return `${unbroken(name)}${row.inProgress ? `, ${say(words.inProgress)}` : ''}`;
}

const nameColumn = column.words<MoneyRow>('fiscal_year', words.fiscalYear, nameOf, {
  sheet: sheetName,
  page: yearNameOnPage,
});

const moneyColumn = (part: keyof Amounts, label: Bilingual) =>
  column.money<MoneyRow>(part, label, (row) => row[part], {
    page: ({ over, [part]: cents }, language) => {
      const written = cents === null ? null : language.money(cents);
      return over ? withCover(written ?? notAvailable, over[part], language) : written;
    },
  });

const money: readonly ReportColumn<MoneyRow>[] = [
  moneyColumn('budget', words.budgeted),
  moneyColumn('spent', words.spent),
  { ...moneyColumn('unspent', words.unspent), on: ['page'] },
];

const coverOf = ({ covered, asked }: Pick<RenewalBalance, 'covered' | 'asked'>): string => `${covered}/${asked}`;

const balance = (name: 'opening' | 'closing', label: Bilingual): readonly ReportColumn<RenewalYear>[] => [
  column.whole<RenewalYear>(name, label, ({ [name]: own }) => own?.value ?? null, {
    page: ({ [name]: own }, language) =>
      own?.value == null ? null : withCover(language.number(own.value), coverOf(own), language, own.unsigned),
  }),
  column.text<RenewalYear>(
    `${name}_covered`,
    words.covered,
    ({ [name]: own }) => own && coverOf(own) + unsignedSuffix(own.unsigned),
    {
      on: ['sheet'],
    },
  ),
];

const stock: readonly ReportColumn<RenewalYear>[] = [
  ...balance('opening', words.atStart),
  ...balance('closing', words.atEnd),
  column.text<RenewalYear>('closing_quarter', words.quarter, () => null, {
    page: ({ fiscalYear, closing }, language) => closing && language.quarter({ fiscalYear, quarter: closing.quarter }),
    on: ['page'],
  }),
];

const figure = (name: string, label: Bilingual, value: (found: AnnualEstimate) => number | null, width = 12) =>
  column.whole<RenewalYear>(name, label, ({ estimate }) => estimate && value(estimate), { width });

/** On the page it is in sentences. */
const estimate: readonly ReportColumn<RenewalYear>[] = [
  column.words<RenewalYear>(
    'quarter',
    words.quarter,
    ({ estimate: own }) => own && { en: `Q${own.quarter}`, fr: `T${own.quarter}` },
    {
      width: 12,
    },
  ),
  figure('actual', words.actualBacklog, ({ actual }) => actual),
  figure('without', words.without, ({ without }) => without.p50, 16),
  figure('without_p10', words.low80, ({ without }) => without.p10),
  figure('without_p90', words.high80, ({ without }) => without.p90),
  figure('avoided', words.avoided, ({ point }) => point),
  figure('avoided_p10', words.low80, ({ avoided }) => avoided.p10),
  figure('avoided_p90', words.high80, ({ avoided }) => avoided.p90),
  column.text<RenewalYear>('grade', words.grade, ({ estimate: own }) => own?.grade ?? null, { width: 11 }),
  column.text<RenewalYear>('units_covered', words.unitsCovered, ({ estimate: own }) => own && coverOf(own)),
];

const judged = (name: 'met' | 'missed' | 'unknown') =>
  column.text<RenewalYear>(name, words[name], ({ targets }) => (targets ? targets[name].join(', ') : notAvailable), {
    width: 18,
    page: ({ targets }) => {
      if (targets === null) return notAvailable;
      const codes = targets[name];
      return codes.length === 0 ? '0' : `${codes.length} (${codes.join(', ')})`;
    },
  });

const targets: readonly ReportColumn<RenewalYear>[] = [
  judged('met'),
  judged('missed'),
  judged('unknown'),
  column.tally<RenewalYear>('without_target', words.withoutTarget, (row) => row.targets?.without ?? null, {
    width: 14,
  }),
];

const judgedInYear = (name: keyof RenewalYear['yearTargets'], label: Bilingual, { results }: RenewalContent) => {
  const list = (row: RenewalYear, write: (code: string, value: number | null) => string): string =>
    row.yearTargets[name]
      .map(({ code, value, target }: YearTarget) => `${code} ${write(code, value)} / ${write(code, target)}`)
      .join('; ');
  return column.text<RenewalYear>(
    `${name}_in_year`,
    label,
    (row) => list(row, (_, value) => String(value ?? notAvailable)),
    {
      width: 22,
      page: (row, language) => {
        const of = (code: string) => results.find((each) => each.code === code) ?? { code };
        return list(row, (code, value) => amount(of(code), value, language) ?? notAvailable) || '0';
      },
    },
  );
};

const yearTargets = (content: RenewalContent): readonly ReportColumn<RenewalYear>[] => [
  judgedInYear('met', words.metInYear, content),
  judgedInYear('missed', words.missedInYear, content),
  judgedInYear('partial', words.notJudged, content),
  judgedInYear('unknown', words.unknownInYear, content),
];

const posts: readonly ReportColumn<RenewalYear>[] = [
  column.day<RenewalYear>('positions_on', words.asOf, ({ positions }) => positions?.on ?? null, {
    sheet: ({ positions }) => positions?.on ?? notAvailable,
    page: ({ positions }, { day }) => (positions ? day(positions.on) : notAvailable),
  }),
  column.number<RenewalYear>('positions_funded', words.postsFunded, ({ positions }) => positions?.funded ?? null, {
    format: formats.tenth,
  }),
  column.number<RenewalYear>('positions_filled', words.postsFilled, ({ positions }) => positions?.filled ?? null, {
    format: formats.tenth,
  }),
];

/** All of each year in one row, then what the agreement had and spent over its life. */
export function yearSheet(content: RenewalContent): SheetTable {
  const rows = content.years.map(rowOf);
  const columns = [nameColumn, ...money, ...stock, ...estimate, ...targets, ...yearTargets(content), ...posts];
  const tab = { tab: 'Years - Exercices' };
  const sheet = sheetOf({ title: words.life, columns, rows }, tab);
  const life = sheetOf({ title: words.life, columns: [nameColumn, ...money], rows: [lifeOf(rows)] }, tab).rows.flat();
  const blank = sheet.columns.slice(life.length).map(() => '');
  return { ...sheet, rows: [...sheet.rows, [...life, ...blank]] };
}

/** The same as tables of the page. */
export const yearTables = {
  money: ({ years }: RenewalContent, language: Language): Markup => {
    const rows = years.map(rowOf);
    const table = { title: words.moneyText, columns: [nameColumn, ...money], rows: [...rows, lifeOf(rows)] };
    return pageOf(table, language, { totalled: true });
  },
  stock: pageTable(words.stockText, () => stock),
  targets: pageTable(words.quarterTargets, () => targets),
  yearTargets: pageTable(words.yearTargets, yearTargets),
  posts: pageTable(words.postsText, () => posts),
} as const;

function pageTable(title: Bilingual, columnsOf: (content: RenewalContent) => readonly ReportColumn<RenewalYear>[]) {
  return (content: RenewalContent, language: Language): Markup =>
    pageOf({ title, columns: [nameColumn, ...columnsOf(content)], rows: content.years.map(rowOf) }, language);
}
