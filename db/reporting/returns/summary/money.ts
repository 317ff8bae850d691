import { sumWhole } from '#contract/ground/amounts';
import type { Bilingual } from '#contract/ground/common';
import { quarterNumbers } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { outlookOf, type YearOfLine } from '#contract/reporting/spending';
import type { Language } from '../../../documents/page/language.ts';
import { ownCode } from '../../indicators/framework.ts';
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

const inCents = (dollars: number): number => Math.round(dollars * 100);
const known = (l: Language, amount: number | null | undefined): string => (amount == null ? '..' : l.money(amount));

/** What would be left of the budget at the end of the year, or by how much it would be exceeded. */
const lapseText = (l: Language, lapsing: number | null): Bilingual =>
  lapsing !== null && lapsing < 0
    ? { en: `expected to exceed the budget by ${l.money(-lapsing)}`, fr: `dépassement prévu : ${l.money(-lapsing)}` }
    : { en: `expected to lapse ${known(l, lapsing)}`, fr: `inutilisé prévu : ${known(l, lapsing)}` };

/** In the return of all no register is kept: what its agreements say of the quarter, and of how many that is known. */
function spentByAgreements({ framework, values }: ReturnContent): SummaryPart['lines'] {
  const total = values.find((each) => each.unitCode === null && ownCode(framework, each.code) === 'F1');
  if (total?.value == null || !total.agreements)
    return [
      {
        en: 'No agreement gives its spending for the quarter.',
        fr: 'Aucune entente ne donne ses dépenses du trimestre.',
      },
    ];
  const { value, denominator, agreements } = total;
  const [spent, forecast] = [inCents(value), denominator === null ? null : inCents(denominator)];
  return [
    sentence(
      (l) =>
        `Quarter: spent ${l.money(spent)}, forecast ${known(l, forecast)}; known of ${l.number(agreements.covered)} of ${l.number(agreements.asked)} agreements.`,
      (l) =>
        `Trimestre : ${l.money(spent)} dépensés, ${known(l, forecast)} prévus; ententes connues : ${l.number(agreements.covered)} sur ${l.number(agreements.asked)}.`,
    ),
    {
      en: 'The return of each agreement has its budget.',
      fr: 'Le rapport de chaque entente donne son budget.',
    },
  ];
}

/** Actuals and forecasts of the quarter are sums of every line, or not known; the year's say what is entered so far. */
export function moneyPart(content: ReturnContent): SummaryPart {
  const { funding, quarter } = content;
  const title = { en: 'Spending against budget', fr: 'Dépenses et budget' };
  if (content.consolidated) return { title, lines: spentByAgreements(content) };
  const lines = funding?.budget ?? [];
  if (lines.length === 0) return { title, lines: [{ en: 'No budget is entered.', fr: 'Aucun budget n’est saisi.' }] };
  const outlook = outlookOf(budgetLines(funding));
  const key = `q${String(quarter.quarter)}`;
  const [actual, forecast] = [`${key}Actual`, `${key}Forecast`].map((column) =>
    sumWhole(lines.map((row) => cents(row, column))),
  );
  // A year that has not ended reads as one that fell short.
  const year =
    quarter.quarter === 4 ? { en: 'Year', fr: 'Exercice' } : { en: 'Year to date', fr: 'Exercice à ce jour' };
  const missing = lines.filter((row) => cents(row, `${key}Actual`) === null).length;
  return {
    title,
    lines: [
      sentence(
        (l) => `Quarter: spent ${known(l, actual)}, forecast ${known(l, forecast)}.`,
        (l) => `Trimestre : ${known(l, actual)} dépensés, ${known(l, forecast)} prévus.`,
      ),
      sentence(
        (l) =>
          `${year.en}: spent ${known(l, outlook.spent)} of ${known(l, outlook.budget)}; ${lapseText(l, outlook.lapsing).en}.`,
        (l) =>
          `${year.fr} : ${known(l, outlook.spent)} dépensés sur ${known(l, outlook.budget)}; ${lapseText(l, outlook.lapsing).fr}.`,
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
