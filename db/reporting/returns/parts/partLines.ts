import type { FigurePart } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { both as pair } from '#contract/words/both';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { groupsBy } from '../../../ground/kernel/groups.ts';
import { breakdownLines, type BreakdownLine } from '../breakdownLines.ts';
import { amount, type Measured } from '../../indicators/amount.ts';
import { notAvailable } from '../../../documents/notAvailable.ts';
import type { Language } from '../../../documents/page/language.ts';
import type { Markup } from '../../../documents/page/markup.ts';
import { minorLine } from './part.ts';

type Parts = Pick<FigurePart, 'numerator' | 'denominator'>;

function outOf({ numerator, denominator }: Parts, { number }: Language): string {
  if (denominator === null) return '';
  return numerator === null ? ` (n = ${number(denominator)})` : ` (${number(numerator)} / ${number(denominator)})`;
}

/** The two parts of a share, money as every other amount; of a median, how many files it rests on. */
function wholeLine(of: Measured, { numerator, denominator }: Parts, language: Language): readonly Markup[] {
  if (denominator === null) return [];
  const { labelled, number } = language;
  if (numerator === null) return [minorLine(labelled(pair('Files counted', 'Dossiers comptés'), number(denominator)))];
  const [part, whole] = [numerator, denominator].map((each) => amount(of, each, language) ?? notAvailable);
  return [minorLine(labelled(headings.outOf, `${part} / ${whole}`))];
}

/** A count by category on one line: the other files have the categories that count none as well. */
function countLine(lines: readonly BreakdownLine[], { say, number, labelled }: Language): readonly Markup[] {
  const [first] = lines;
  if (!first) return [];
  const told = lines.filter(({ value }) => value !== 0);
  const texts = told.map(({ name, value }) => (value === null ? say(name) : `${say(name)} ${number(value)}`));
  const { unitsCovered, unitsAsked } = first;
  const covered =
    unitsCovered > 0 && unitsCovered < unitsAsked
      ? ` (${labelled(headings.unitsCovered, `${unitsCovered} / ${unitsAsked}`)})`
      : '';
  return texts.length === 0
    ? []
    : [minorLine(labelled(codeWords.breakdown[first.by], `${texts.join('; ')}${covered}`))];
}

/** Of a share, its parts; of a breakdown, each category. */
export function partLines(content: ReturnContent, figure: IndicatorValue, language: Language): readonly Markup[] {
  const { number, labelled } = language;
  const of = content.framework.indicators.find((each) => each.code === figure.code) ?? figure;
  const lines = breakdownLines(content, figure);
  return [
    ...wholeLine(of, figure, language),
    ...(figure.breakdowns.length > 0
      ? [...groupsBy(lines, ({ by }) => by).values()].flatMap((own) => countLine(own, language))
      : lines.map((each) =>
          minorLine(
            labelled(each.name, `${each.value === null ? notAvailable : number(each.value)}${outOf(each, language)}`),
          ),
        )),
  ];
}
