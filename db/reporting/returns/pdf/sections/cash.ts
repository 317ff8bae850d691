import { notAvailable } from '../../../../documents/notAvailable.ts';
import { cashFlowTitle, cashLines } from '#contract/reporting/cashFlow';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { attestedText, cashNotes, cashStatement } from '../../cashFlow.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { numberColumn, paperTable, wideColumn } from '../../../../documents/page/table.ts';
import { words } from '../../printedWords.ts';

/** The cash flow of the fiscal year, that its actual is the return's, and who attests it. */
export function cashTable(content: ReturnContent, language: Language): Markup | null {
  const statement = cashStatement(content);
  if (statement === null) return null;
  const { say, money, labelled } = language;
  const { flow, f1, names, difference } = statement;
  const known = (cents: number | null): string | null => (cents === null ? null : money(cents));
  const f1Text = f1 === null ? notAvailable : money(Math.round(f1 * 100));
  const judged = difference === 0 ? say(cashNotes.agrees) : labelled(cashNotes.differs, money(difference ?? 0));
  const verdict = difference === null ? '' : ` (${judged})`;
  return markup`${paperTable(language, {
    caption: say(cashFlowTitle),
    columns: [
      wideColumn(words.item),
      ...flow.quarters.map(({ quarter }) => numberColumn({ en: `Q${quarter}`, fr: `T${quarter}` })),
      numberColumn(words.fiscalYear),
    ],
    rows: cashLines.map((line) => [
      say(codeWords.cashLine[line]),
      ...flow.quarters.map(({ amounts }) => known(amounts[line])),
      known(flow.year[line]),
    ]),
  })}<p>${labelled(names.f1, `${f1Text}${verdict}`)}. ${say(attestedText(statement))}.${
    flow.quarters.some((each) => each.isExpected) ? ` ${say(cashNotes.expected)}.` : ''
  }</p>`;
}
