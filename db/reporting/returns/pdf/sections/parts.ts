import type { FigurePart } from '#contract/reporting/indicators';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { groupsBy } from '../../../../ground/kernel/groups.ts';
import { breakdownLines, type BreakdownLine } from '../../breakdownLines.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { words } from '../words.ts';

/** A line below the name of an indicator. */
export function minorLine(text: string): Markup {
  return markup`<br><span class="definition">${text}</span>`;
}

function outOf(
  { numerator, denominator }: Pick<FigurePart, 'numerator' | 'denominator'>,
  { number }: Language,
): string {
  if (denominator === null) return '';
  return numerator === null ? ` (n = ${number(denominator)})` : ` (${number(numerator)} / ${number(denominator)})`;
}

/** A count by category on one line: the other files have the categories that count none as well. */
function countLine(lines: readonly BreakdownLine[], { say, number, locale }: Language): readonly Markup[] {
  const [first] = lines;
  if (!first) return [];
  const told = lines.filter(({ value }) => value !== 0);
  const texts = told.map(({ name, value }) => (value === null ? say(name) : `${say(name)} ${number(value)}`));
  const { unitsCovered, unitsAsked } = first;
  const colon = locale === 'fr' ? '\u00a0: ' : ': ';
  const covered =
    unitsCovered > 0 && unitsCovered < unitsAsked
      ? ` (${say(words.unitsCovered)}${colon}${unitsCovered} / ${unitsAsked})`
      : '';
  return texts.length === 0
    ? []
    : [minorLine(`${say(codeWords.breakdown[first.by])}${colon}${texts.join('; ')}${covered}`)];
}

/** Of a share, its parts; of a breakdown, each category. */
export function partLines(content: ReturnContent, figure: IndicatorValue, language: Language): readonly Markup[] {
  const { say, number } = language;
  const { numerator, denominator, breakdowns } = figure;
  const lines = breakdownLines(content, figure);
  return [
    ...(denominator === null ? [] : [minorLine(`${say(words.outOf)}:${outOf({ numerator, denominator }, language)}`)]),
    ...(breakdowns.length > 0
      ? [...groupsBy(lines, ({ by }) => by).values()].flatMap((own) => countLine(own, language))
      : lines.map((each) =>
          minorLine(`${say(each.name)}: ${each.value === null ? '..' : number(each.value)}${outOf(each, language)}`),
        )),
  ];
}
