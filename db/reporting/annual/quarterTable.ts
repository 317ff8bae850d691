import type { Bilingual } from '#contract/ground/common';
import type { Locale } from '#contract/ground/codes';
import type { FiscalQuarter, FiscalYear } from '#contract/ground/dates';
import { type AnnualContent, type AnnualQuarter } from '#contract/reporting/annual';
import type { Language } from '../../documents/page/language.ts';
import { markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { column, type ReportColumn } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { words } from './words.ts';

export interface OfQuarter {
  readonly fiscalYear: FiscalYear;
  readonly quarter: FiscalQuarter;
}

export const quarterColumn: ReportColumn<OfQuarter> = column.words<OfQuarter>(
  'quarter',
  words.quarter,
  ({ quarter }) => ({ en: `Q${quarter}`, fr: `T${quarter}` }),
  { width: 12, page: (row, language) => language.quarter(row) },
);

/** What people wrote, in the language of the page; in the other one where the agreement does not ask for this one. */
export function writtenIn({ en, fr }: Bilingual, { locale }: Language, asked: readonly Locale[]): string {
  const [own, other] = locale === 'en' ? [en, fr] : [fr, en];
  return own === '' && !asked.includes(locale) ? other : own;
}

/** Of a quarter without a locked return: that it is missing, or why it is not. */
function quarterState({ locked, notDue }: AnnualQuarter): Bilingual {
  if (locked === null) return words[notDue ?? 'missing'];
  return locked.sequence > 1 ? words.restated : words.locked;
}

function stateOnPage(row: AnnualQuarter, { say, day }: Language): string {
  const state = say(quarterState(row));
  if (row.locked === null) return state;
  const { sequence, lockedAt } = row.locked;
  const version = sequence > 1 ? ` (${say(words.version)} ${sequence})` : '';
  return `${state}${version}, ${day(new Date(lockedAt).toISOString().slice(0, 10))}`;
}

type Row = AnnualQuarter & OfQuarter;
function quarterTable({ fiscalYear, quarters, agreement }: AnnualContent): ReportTable<Row> {
  return {
    title: words.quarters,
    rows: quarters.map((each) => ({ ...each, fiscalYear })),
    columns: [
      quarterColumn,
      column.words<Row>('state', words.state, quarterState, { width: 24, page: stateOnPage }),
      column.tally<Row>('version', words.version, ({ locked }) => locked?.sequence ?? null, { on: ['sheet'] }),
      column.tally<Row>('units', words.units, ({ locked, units }) => (locked === null ? null : units)),
      column.text<Row>('not_received', words.notReceived, ({ notReceived }) => notReceived.join(', '), { width: 28 }),
      column.texts<Row>('reason', words.reason, ({ reason }) => reason, {
        width: 50,
        isWide: true,
        page: ({ reason }, language) => reason && writtenIn(reason, language, agreement.languages),
      }),
      column.text<Row>('content_hash', words.contentHash, ({ locked }) => locked?.contentHash ?? null, {
        width: 66,
        on: ['sheet'],
      }),
    ],
  };
}

/** The quarters that the year is made from. */
export function quarterPart(content: AnnualContent): ReportPart {
  const table = quarterTable(content);
  return {
    page: (language) =>
      markup`${heading(language, table.title)}${paragraph(language.say(words.quartersText))}${pageOf(table, language, { isHeaded: true })}`,
    sheets: [sheetOf(table, { tab: 'Quarters - Trimestres' })],
  };
}
