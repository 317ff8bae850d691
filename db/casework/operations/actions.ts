import type { OperationCounts } from '#contract/casework/operations';
import { codeWords } from '#contract/words/codes';
import { fields } from '#contract/words/fields';
import { headings } from '#contract/words/headings';
import { paperPage } from '../../documents/page/page.ts';
import { toCsv } from '../../documents/files/csv.ts';
import { languages, type Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { printerOf } from '../../documents/page/print.ts';
import { numberColumn, paperTable, wideColumn } from '../../documents/page/table.ts';
import { getSetting } from '../../store/settings.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionContext, ActionHandler } from '../../store/types.ts';
import { countOperation } from './counts.ts';
import { operationInScope } from './handlers.ts';

interface Report {
  readonly language: Language;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly counts: OperationCounts;
}

function rowsOf({ language, counts }: Report): readonly (readonly [string, number])[] {
  return Object.entries(codeWords.operationFigure).map(([figure, label]) => [
    language.say(label),
    counts[figure as keyof OperationCounts],
  ]);
}

function csvOf(report: Report): Uint8Array {
  const { language, name, from, to } = report;
  const [operation, first, last, figure, count] = [
    fields.operation,
    fields.from,
    fields.until,
    headings.restatedFigure,
    fields.count,
  ].map(language.say) as [string, string, string, string, string];
  const rows = rowsOf(report).map(([label, value]) => ({
    [operation]: name,
    [first]: from,
    [last]: to,
    [figure]: label,
    [count]: value,
  }));
  return toCsv([operation, first, last, figure, count], rows);
}

async function pdfOf(report: Report, { read, clock, ...context }: ActionContext): Promise<Uint8Array> {
  const print = printerOf(context.print);
  const { language, name, from, to } = report;
  const title = `${language.say(fields.operation)} ${name}`;
  const period = `${from} - ${to}`;
  const table = paperTable(language, {
    caption: period,
    columns: [wideColumn(headings.restatedFigure), numberColumn(fields.count)],
    rows: rowsOf(report),
  });
  const marking = await getSetting(read, 'marking');
  const page = paperPage({ language, title, marking, about: period, made: clock.today(), body: [markup`${table}`] });
  return print(page, clock.now());
}

export const operationActions: { readonly 'operations.export': ActionHandler<'operations.export'> } = {
  'operations.export': async (context, { file, locale, format, ...period }) => {
    const path = context.path(file);
    const { id, name } = await operationInScope(context.read, period.operationId);
    const { from, to } = period;
    const report = {
      language: languages[locale],
      name,
      from,
      to,
      counts: await countOperation(context.counted, period),
    };
    const bytes = format === 'csv' ? csvOf(report) : await pdfOf(report, context);
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'operation', id }, facts: { from, to, format } },
    });
    return {};
  },
};
