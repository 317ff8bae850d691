import type { RenewalPlan } from '#contract/reporting/renewal';
import { behindTexts, lastActualMonth, notAppliedTexts } from '#contract/statistics/planNotices';
import type { Language } from '../../documents/page/language.ts';
import { markup, type Markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { column } from '../../documents/report/column.ts';
import type { ReportPart } from '../../documents/report/report.ts';
import { pageOf, sheetOf, type ReportTable } from '../../documents/report/table.ts';
import { both } from '../../documents/workbook/table.ts';
import { middleAndRange } from '../../statistics/plans/annex/outlooks.ts';
import { testedLines } from '../../statistics/plans/testedLines.ts';
import { planWords, words } from './words.ts';

type Outlook = RenewalPlan['outlooks'][number];
type Mark = Pick<Outlook, 'kind'> & Outlook['marks'][number];

const planTable = ({ name, outlooks }: RenewalPlan): ReportTable<Mark> => ({
  title: words.plan,
  columns: [
    column.words<Mark>('outlook', words.outlook, ({ kind }) => planWords[kind], {
      width: 40,
      isWide: true,
      sheet: ({ kind }) => `${both(planWords[kind])} (${name})`,
    }),
    column.month<Mark>('month', words.atMonth, ({ month }) => month, { width: 12, sheet: ({ month }) => month }),
    column.text<Mark>('backlog', words.backlog, () => null, {
      page: ({ backlog }, language) => middleAndRange(backlog, language),
      on: ['page'],
    }),
    column.whole<Mark>('p50', words.median, ({ backlog }) => Math.round(backlog.p50), { on: ['sheet'] }),
    column.whole<Mark>('p10', words.low80, ({ backlog }) => Math.round(backlog.p10), { on: ['sheet'] }),
    column.whole<Mark>('p90', words.high80, ({ backlog }) => Math.round(backlog.p90), { on: ['sheet'] }),
  ],
  rows: outlooks.flatMap(({ kind, marks }) => marks.map((each) => ({ kind, ...each }))),
});

/** What the plan rests on and how it did on earlier months. */
function factsOf(plan: RenewalPlan, language: Language): readonly Markup[] {
  const { say, month, number, labelled } = language;
  const actual = month(lastActualMonth(plan.units, plan.lastMonth));
  const { en, fr } = words.actualBacklog;
  return [
    labelled({ en: `${en}, ${actual}`, fr: `${fr}, ${actual}` }, number(plan.backlogNow)),
    labelled(words.planned, plan.units.map(({ code, grade }) => `${code} (${grade})`).join(', ')),
    ...(plan.notPlanned.length === 0 ? [] : [labelled(words.notPlanned, plan.notPlanned.join(', '))]),
    ...[...behindTexts(plan, language), ...notAppliedTexts(plan.notApplied, language)].map(say),
    ...testedLines(plan.tested, language),
  ].map((each) => markup`<li>${each}</li>`);
}

/** What may come under a saved plan. */
export function planPart(plan: RenewalPlan): ReportPart {
  const table = planTable(plan);
  return {
    page: (language) =>
      markup`${heading(language, table.title)}${paragraph(plan.name)}<ul>${factsOf(plan, language)}</ul>${pageOf(table, language, { caption: language.say(words.planText) })}`,
    sheets: [sheetOf(table, { tab: 'Plan' })],
  };
}
