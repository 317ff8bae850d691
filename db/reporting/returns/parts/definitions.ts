import type { Locale } from '#contract/ground/codes';
import type { ReturnContent } from '#contract/reporting/returns';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { markup } from '../../../documents/page/markup.ts';
import type { ReportColumn } from '../../../documents/report/column.ts';
import { sheetOf } from '../../../documents/report/table.ts';
import type { SheetTable } from '../../../documents/workbook/table.ts';
import type { ReturnPart } from './part.ts';

interface Row {
  readonly language: Locale;
  readonly of: ReturnContent['framework']['indicators'][number];
}

const text = (
  label: keyof typeof headings,
  width: number,
  value: (of: Row['of'], language: Locale) => string | null | undefined,
): ReportColumn<Row> => ({
  name: label,
  label: headings[label],
  kind: 'text',
  width,
  value: ({ of, language }) => value(of, language) ?? null,
});

const columns: readonly ReportColumn<Row>[] = [
  text('code', 7, ({ code }) => code),
  text('language', 11, (_, language) => (language === 'en' ? 'English' : 'Français')),
  text('indicator', 21, ({ name }, language) => name[language]),
  text('definition', 68, ({ definition }, language) => definition[language]),
  text('method', 83, ({ method }, language) => method[language]),
  text('numerator', 40, ({ numerator }, language) => numerator?.[language]),
  text('denominator', 40, ({ denominator }, language) => denominator?.[language]),
  text('limits', 84, ({ limits }, language) => limits[language]),
  text('outcome', 30, ({ outcome }, language) => outcome?.[language]),
  text('baseline', 22, ({ baseline }) => baseline && `${baseline.value} (${baseline.period})`),
  text('target', 22, ({ target }) => target && `${target.value} (${target.on})`),
  text('unitOfMeasure', 18, ({ unitOfMeasure }, language) => unitOfMeasure[language]),
  text('direction', 18, ({ direction }, language) => codeWords.direction[direction][language]),
  text('version', 9, ({ version }) => version),
];

/** A row for each language, so that a definition is read across and not across the other one. */
export function definitionSheet({ framework }: Pick<ReturnContent, 'framework'>): SheetTable {
  const rows = framework.indicators.flatMap((of) => (['en', 'fr'] as const).map((language) => ({ of, language })));
  return sheetOf(
    { title: headings.definitions, columns, rows },
    // On paper what is counted and how; limits, parts and aims are read on screen and in the framework.
    { tab: 'Definitions - Définitions', isElsewhere: true, printed: { columns: 5 } },
  );
}

/** What a reader needs beyond the definition printed with the figure. */
export const definitionsPart = (content: ReturnContent): ReturnPart => ({
  id: 'definitions',
  title: headings.definitions,
  page: ({ say, labelled }) =>
    markup`${content.framework.indicators.map(
      (each) => markup`<div class="whole"><h3>${each.code} ${say(each.name)}</h3>
<p>${say(each.definition)}</p>
<p><strong>${say(headings.method)}.</strong> ${say(each.method)}</p>
${each.outcome && markup`<p><strong>${say(headings.outcome)}.</strong> ${say(each.outcome)}</p>`}
<p><strong>${say(headings.limits)}.</strong> ${say(each.limits)}</p>
<p class="quiet">${labelled(headings.unitOfMeasure, say(each.unitOfMeasure))}. ${say(codeWords.direction[each.direction])}. ${say(headings.version)} ${each.version}.</p></div>`,
    )}`,
  sheets: [definitionSheet(content)],
});
