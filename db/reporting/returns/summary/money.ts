import { sumWhole } from '#contract/ground/amounts';
import { quarterNumbers } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { outlookOf, type YearOfLine } from '#contract/reporting/spending';
import type { Language } from '../../../documents/page/language.ts';
import { sentence, type SummaryPart } from './part.ts';

type Row = Readonly<Record<string, string | number | null | undefined>>;
const cents = (row: Row, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' ? value : null;
};

/** Each budget line of a return's year, in cents. */
export const budgetLines = (funding: ReturnContent['funding']): YearOfLine[] =>
  (funding?.budget ?? []).map((row) => ({
    budget: cents(row, 'budget'),
    quarters: quarterNumbers.map((each) => ({
      forecast: cents(row, `q${String(each)}Forecast`),
      actual: cents(row, `q${String(each)}Actual`),
    })),
  }));

/** Actuals and forecasts of the quarter are sums of every line, or not known; the year's say what is entered so far. */
export function moneyPart({ funding, quarter }: ReturnContent): SummaryPart {
  const title = { en: 'Spending against budget', fr: 'Dépenses et budget' };
  const lines = funding?.budget ?? [];
  if (lines.length === 0) return { title, lines: [{ en: 'No budget is entered.', fr: 'Aucun budget n’est saisi.' }] };
  const outlook = outlookOf(budgetLines(funding));
  const key = `q${String(quarter.quarter)}`;
  const [actual, forecast] = [`${key}Actual`, `${key}Forecast`].map((column) =>
    sumWhole(lines.map((row) => cents(row, column))),
  );
  const money = (l: Language, amount: number | null | undefined): string => (amount == null ? '..' : l.money(amount));
  // A year that has not ended reads as one that fell short.
  const year =
    quarter.quarter === 4 ? { en: 'Year', fr: 'Exercice' } : { en: 'Year to date', fr: 'Exercice à ce jour' };
  const missing = lines.filter((row) => cents(row, `${key}Actual`) === null).length;
  return {
    title,
    lines: [
      sentence(
        (l) => `Quarter: spent ${money(l, actual)}, forecast ${money(l, forecast)}.`,
        (l) => `Trimestre : ${money(l, actual)} dépensés, ${money(l, forecast)} prévus.`,
      ),
      sentence(
        (l) =>
          `${year.en}: spent ${money(l, outlook.spent)} of ${money(l, outlook.budget)}; expected to lapse ${money(l, outlook.lapsing)}.`,
        (l) =>
          `${year.fr} : ${money(l, outlook.spent)} dépensés sur ${money(l, outlook.budget)}; inutilisé prévu ${money(l, outlook.lapsing)}.`,
      ),
      ...(missing === 0
        ? []
        : [
            sentence(
              (l) =>
                `Spending not entered for the quarter: ${l.number(missing)} of ${l.number(lines.length)} budget lines.`,
              (l) =>
                `Dépenses du trimestre non saisies : ${l.number(missing)} lignes budgétaires sur ${l.number(lines.length)}.`,
            ),
          ]),
    ],
  };
}
