import type { ForecastScores, PlanBacktest } from '#contract/statistics/plans';
import type { Language } from '../../../documents/page/language.ts';
import type { Markup } from '../../../documents/page/markup.ts';
import { paragraph } from '../../../documents/page/page.ts';
import { numberColumn, paperTable, textColumn, type PaperCell } from '../../../documents/page/table.ts';
import { words } from './words.ts';

function rowOf(ahead: number, scores: ForecastScores, { share, tenths }: Language): readonly PaperCell[] {
  const { forecasts, cover50, cover80, cover95, crps, lastValue, seasonal } = scores;
  const covers = [cover50, cover80, cover95].map((each) => share(each));
  return [String(ahead), forecasts, ...covers, ...[crps, lastValue, seasonal].map(tenths)];
}

/** The units whose forecasts missed too often, or were too few: theirs is from experience only. */
function verdicts({ units }: PlanBacktest, planned: readonly string[], { say }: Language): readonly string[] {
  const codes = (verdict: PlanBacktest['units'][number]['verdict']): string =>
    units
      .filter((each) => each.verdict === verdict && planned.includes(each.code))
      .map(({ code, missed, forecasts }) => `${code} (${missed}/${forecasts})`)
      .join(', ');
  const [failed, short] = [codes('failed'), codes('too_short')];
  return [
    ...(failed === ''
      ? []
      : [
          say({
            en: `Experience only, forecasts missed too often (missed of those made a year ahead): ${failed}.`,
            fr: `À titre d’expérience seulement, prévisions trop souvent manquées (manquées sur celles faites un an d’avance) : ${failed}.`,
          }),
        ]),
    ...(short === ''
      ? []
      : [
          say({
            en: `Experience only, too few earlier months to test: ${short}.`,
            fr: `À titre d’expérience seulement, trop peu de mois passés à vérifier : ${short}.`,
          }),
        ]),
  ];
}

/** How forecasts of months that have passed would have done. */
export function testedPart(backtest: PlanBacktest, planned: readonly string[], language: Language): readonly Markup[] {
  const { say } = language;
  const { ahead6, ahead12 } = backtest;
  if (ahead6 === null || ahead12 === null) return [paragraph(say(words.notTested))];
  return [
    paperTable(language, {
      caption: say(words.testedText),
      columns: [
        textColumn(words.ahead),
        ...[words.forecasts, words.in50, words.in80, words.in95, words.error, words.lastValue, words.seasonal].map(
          numberColumn,
        ),
      ],
      rows: [rowOf(6, ahead6, language), rowOf(12, ahead12, language)],
    }),
    ...verdicts(backtest, planned, language).map(paragraph),
  ];
}
