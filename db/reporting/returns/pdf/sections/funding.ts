import { amendmentsOf } from '#contract/reporting/amendments';
import { isNumeric } from '#contract/reporting/fundingCells';
import { budgetCategories, choiceLabel } from '#contract/reporting/fundingChoices';
import { fundingColumns, type FundingColumn } from '#contract/reporting/fundingColumns';
import type { FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { ReturnContent } from '#contract/reporting/returns';
import { outlookOf, varianceOf, varianceShare } from '#contract/reporting/spending';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import {
  numberColumn,
  paperTable,
  textColumn,
  wideColumn,
  type PaperCell,
  type PaperColumn,
} from '../../../../documents/page/table.ts';
import { amendmentTable } from '../../../funding/amendmentTable.ts';
import { pillarPage } from '../../../funding/pillarTable.ts';
import { pillarsOfReturn } from '../../../funding/reportedPillars.ts';
import { words } from '../../printedWords.ts';
import { cashTable } from './cash.ts';
import { quarterNumbers } from '#contract/ground/dates';

type Row = FundingSnapshot['budget'][number];
const registers = ['positions', 'training', 'equipment', 'activities', 'risks'] as const;

function centsOf(row: Row, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}

/** Null as soon as one line is not known: a total of fewer would look like a saving. */
function total(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

function lapsingOf(row: Row): number | null {
  const quarters = quarterNumbers.map((each) => ({
    forecast: centsOf(row, `q${String(each)}Forecast`),
    actual: centsOf(row, `q${String(each)}Actual`),
  }));
  return outlookOf([{ budget: centsOf(row, 'budget'), quarters }]).lapsing;
}

interface Money {
  readonly budget: number | null;
  readonly forecast: number | null;
  readonly actual: number | null;
  readonly lapsing: number | null;
}

function moneyOf(row: Row, quarter: string): Money {
  return {
    budget: centsOf(row, 'budget'),
    forecast: centsOf(row, `${quarter}Forecast`),
    actual: centsOf(row, `${quarter}Actual`),
    lapsing: lapsingOf(row),
  };
}

function moneyCells({ budget, forecast, actual, lapsing }: Money, { money, share }: Language): readonly PaperCell[] {
  const known = (cents: number | null): string | null => (cents === null ? null : money(cents));
  const part = varianceShare(forecast, actual);
  return [
    known(budget),
    known(forecast),
    known(actual),
    known(varianceOf(forecast, actual)),
    part === null ? null : share(part),
    known(lapsing),
  ];
}

function budgetTable(lines: readonly Row[], { quarter }: ReturnContent, language: Language): Markup {
  const { say, locale } = language;
  const key = `q${String(quarter.quarter)}`;
  const suffix = locale === 'en' ? 'En' : 'Fr';
  const all = lines.map((row) => moneyOf(row, key));
  const sum = (name: keyof Money): number | null => total(all.map((each) => each[name]));
  const totals = { budget: sum('budget'), forecast: sum('forecast'), actual: sum('actual'), lapsing: sum('lapsing') };
  return paperTable(language, {
    caption: `${say(words.finances)}, ${language.quarter(quarter)}`,
    columns: [
      textColumn(words.line),
      textColumn(words.category),
      numberColumn(words.budget),
      numberColumn(words.forecast),
      numberColumn(words.actual),
      numberColumn(words.variance),
      numberColumn(words.varianceShare),
      numberColumn(words.lapsing),
      wideColumn(words.explanation),
    ],
    rows: [
      ...lines.map((row, index) => [
        `${String(row['code'] ?? '')} ${String(row[`name${suffix}`] ?? '')}`,
        say(choiceLabel(budgetCategories, String(row['category'] ?? ''))),
        ...(all[index] ? moneyCells(all[index], language) : []),
        String(row[`${key}Why${suffix}`] ?? ''),
      ]),
      [say(words.total), '', ...moneyCells(totals, language), ''],
    ],
    totalled: true,
  });
}

/** Texts kept in both languages have a column each; the other language's is left out. */
function columnsFor(register: (typeof registers)[number], { locale }: Language): readonly FundingColumn[] {
  const other = locale === 'en' ? /Fr$/ : /En$/;
  return fundingColumns[register].filter(({ key, kind }) => kind !== 'text' || !other.test(key));
}

function cellOf(column: FundingColumn, row: Row, language: Language): PaperCell {
  const value = (column.kind === 'unit' ? row['unitCode'] : row[column.key]) ?? null;
  if (value === null) return null;
  if (column.kind === 'money') return language.money(Number(value));
  if (isNumeric(column)) return column.kind === 'whole' ? Number(value) : Number(value) / 100;
  return column.kind === 'choice' ? language.say(choiceLabel(column.options, String(value))) : String(value);
}

/** The part's own language needs no naming. */
const unmarked = (label: string): string => label.replace(/ \((?:English|French|anglais|français)\)$/, '');

function columnHead(column: FundingColumn): PaperColumn {
  if (isNumeric(column)) return numberColumn(column.label);
  return textColumn({ en: unmarked(column.label.en), fr: unmarked(column.label.fr) });
}

/** The agreement's registers as they were at the lock; null where the return carries none. */
export function fundingSection(content: ReturnContent, language: Language): Markup | null {
  const { funding } = content;
  if (!funding) return null;
  const held = registers.filter((each) => funding[each].length > 0);
  const amendments = amendmentTable(amendmentsOf(funding.amendments), language);
  if (held.length === 0 && amendments === null && funding.budget.length === 0 && funding.cash.length === 0) return null;
  const tables = held.map((register) => {
    const columns = columnsFor(register, language);
    return paperTable(language, {
      caption: language.say(words[register]),
      columns: columns.map(columnHead),
      rows: funding[register].map((row) => columns.map((column) => cellOf(column, row, language))),
    });
  });
  return markup`${funding.budget.length > 0 ? budgetTable(funding.budget, content, language) : null}${pillarPage(pillarsOfReturn(content), language)}${cashTable(content, language)}${tables}${amendments}`;
}
