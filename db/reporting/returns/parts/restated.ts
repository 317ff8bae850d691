import type { ReturnContent } from '#contract/reporting/returns';
import type { CellContent } from '#contract/reporting/returnTexts';
import { codeWords } from '#contract/words/codes';
import { headings } from '#contract/words/headings';
import { column } from '../../../documents/report/column.ts';
import { formats, monthDate, notApplicable } from '../../../documents/workbook/table.ts';
import { cellName } from '../cellName.ts';
import { tablePart, unitColumn, type ReturnPart } from './part.ts';

const statusOf = (content: CellContent) =>
  content?.status ? codeWords.valueStatus[content.status] : { en: notApplicable, fr: notApplicable };

/** Every figure that this version changes of the one before it: what it was, what it is and why; on no page of a first version. */
export function restatedPart(content: ReturnContent): ReturnPart {
  const rows = content.restatement?.changes ?? [];
  const { page, ...part } = tablePart<(typeof rows)[number]>(
    {
      title: headings.restated,
      columns: [
        column.tally('version', headings.version, () => content.restatement?.sequence ?? null, {
          width: 9,
          on: ['sheet'],
        }),
        column.words('figure', headings.restatedFigure, ({ what }) => codeWords.cell[what], {
          width: 19,
          on: ['sheet'],
        }),
        unitColumn(12),
        column.text('code', headings.code, ({ code }) => code, { width: 13, on: ['sheet'] }),
        column.texts('name', headings.name, (change) => cellName(content, change), { width: 18, on: ['sheet'] }),
        column.text('figure', headings.restatedFigure, ({ code }) => code, {
          page: (change, { labelled, say }) =>
            labelled(codeWords.cell[change.what], `${change.code} ${say(cellName(content, change))}`),
          isWide: true,
          on: ['page'],
        }),
        column.month('month', headings.month, ({ month }) => month, {
          sheet: ({ month }) => (month === null ? notApplicable : monthDate(month)),
          page: ({ month }) => month?.replace('-', '\u2011') ?? notApplicable,
          format: formats.month,
        }),
        column.number('before', headings.lockedBefore, ({ before }) => before?.value ?? null),
        column.number('after', headings.now, ({ after }) => after?.value ?? null),
        column.words('status_before', headings.statusBefore, ({ before }) => statusOf(before), {
          width: 15,
          on: ['sheet'],
        }),
        column.words('status_after', headings.statusAfter, ({ after }) => statusOf(after), {
          width: 15,
          on: ['sheet'],
        }),
        column.text('status', headings.status, ({ after }) => after?.status ?? null, {
          page: ({ before, after }, { say }) => `${say(statusOf(before))} \u2192 ${say(statusOf(after))}`,
          on: ['page'],
        }),
        column.texts('reason', headings.reason, ({ why }) => why, { width: 18, isWide: true }),
      ],
      rows,
    },
    { id: 'restated', sideways: true, tab: 'Restatements - Redressements' },
  );
  return { ...part, ...(content.restatement && page && { page }) };
}
