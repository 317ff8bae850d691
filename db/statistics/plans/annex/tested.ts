import type { ForecastScores, PlanBacktest } from '#contract/statistics/plans';
import type { Language } from '../../../documents/page/language.ts';
import type { Markup } from '../../../documents/page/markup.ts';
import { paragraph } from '../../../documents/page/page.ts';
import { numberColumn, paperTable, textColumn, type PaperCell } from '../../../documents/page/table.ts';
import { testedLines } from '../testedLines.ts';
import { words } from './words.ts';

function rowOf(ahead: number, scores: ForecastScores, { share, tenths }: Language): readonly PaperCell[] {
  const { forecasts, cover50, cover80, cover95, crps, lastValue, seasonal } = scores;
  const covers = [cover50, cover80, cover95].map((each) => share(each));
  return [String(ahead), forecasts, ...covers, ...[crps, lastValue, seasonal].map(tenths)];
}

/** How forecasts of months that have passed would have done. */
export function testedPart(
  { ahead6, ahead12, units }: PlanBacktest,
  codes: readonly string[],
  language: Language,
): readonly Markup[] {
  const { say } = language;
  const planned = units.filter(({ code }) => codes.includes(code));
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
    ...testedLines(planned, language).map(paragraph),
  ];
}
