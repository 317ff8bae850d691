import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { amount } from '../../../indicators/amount.ts';
import type { Language } from '../../../../documents/page/language.ts';
import { markup, type Markup } from '../../../../documents/page/markup.ts';
import { numberColumn, paperTable, textColumn, wideColumn } from '../../../../documents/page/table.ts';
import { words } from '../../printedWords.ts';

/** The figures that are both computed and entered, side by side, and why two differ. */
export function reconciliationSection(content: ReturnContent, language: Language): Markup {
  const { say } = language;
  return markup`<p>${say(words.reconciliationText)}</p>${paperTable(language, {
    caption: `${say(words.reconciliation)}, ${language.quarter(content.quarter)}`,
    columns: [
      textColumn(words.unit),
      wideColumn(words.indicator),
      numberColumn(words.computed),
      numberColumn(words.entered),
      numberColumn(words.difference),
      wideColumn(words.reconciled),
    ],
    rows: content.reconciliation.map(({ code, unitCode, computed, entered, difference, state, why }) => {
      const definition = content.framework.indicators.find((each) => each.code === code);
      const of = definition ?? { code };
      const text = say(why);
      return [
        unitCode,
        definition ? `${code} ${say(definition.name)}` : code,
        amount(of, computed.value, language),
        amount(of, entered.value, language),
        difference === null ? null : language.change(difference),
        text === '' ? say(codeWords.reconciliation[state]) : markup`${say(codeWords.reconciliation[state])}<br>${text}`,
      ];
    }),
  })}`;
}
