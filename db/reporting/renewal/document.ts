import { amendmentsOf } from '#contract/reporting/amendments';
import { fiscalYearName, unbroken } from '#contract/ground/period';
import type { PrintedPage } from '#contract/ground/printedPage';
import type {
  RenewalBalance,
  RenewalContent,
  RenewalPlan,
  RenewalResult,
  RenewalYear,
  YearTarget,
} from '#contract/reporting/renewal';
import { behindTexts, lastActualMonth, notAppliedTexts } from '#contract/statistics/planNotices';
import { notAvailable } from '../../documents/notAvailable.ts';
import { amendmentTable } from '../funding/amendmentTable.ts';
import { pillarPage } from '../funding/pillarTable.ts';
import { amount } from '../indicators/amount.ts';
import { languagesOf, type Language } from '../../documents/page/language.ts';
import { type Markup, markup } from '../../documents/page/markup.ts';
import { heading, paragraph } from '../../documents/page/page.ts';
import { inEach, printedReport, type Report } from '../../documents/report/report.ts';
import { numberColumn, paperTable, textColumn, wideColumn, type PaperCell } from '../../documents/page/table.ts';
import { middleAndRange } from '../../statistics/plans/annex/outlooks.ts';
import { testedLines } from '../../statistics/plans/testedLines.ts';
import { partialMark, withCover } from '../annual/marks.ts';
import { basisWords } from '../annual/words.ts';
import { estimateLines } from '../returns/summary/estimate.ts';
import { lifeMoney } from './assemble.ts';
import { renewalSheets } from './sheets.ts';
import { planWords, words } from './words.ts';

/** What the files are made from. */
export interface RenewalPaper {
  readonly content: RenewalContent;
  readonly plan: RenewalPlan | null;
  /** Civil day on which it is made. */
  readonly today: string;
}

const yearName = ({ fiscalYear, inProgress }: RenewalYear, { say }: Language): string =>
  `${unbroken(say(fiscalYearName(fiscalYear)))}${inProgress ? `, ${say(words.inProgress)}` : ''}`;

function moneyTable({ years }: RenewalContent, language: Language): Markup {
  const { say, money } = language;
  const cell = (cents: number | null): PaperCell => (cents === null ? null : money(cents));
  const left = (budget: number | null, spent: number | null): PaperCell =>
    budget === null || spent === null ? null : money(budget - spent);
  const all = lifeMoney(years);
  const whole = (part: keyof typeof all): PaperCell =>
    markup`${cell(all[part].cents) ?? notAvailable}<br><span class="definition">${all[part].years}</span>`;
  return paperTable(language, {
    caption: say(words.moneyText),
    columns: [
      textColumn(words.fiscalYear),
      numberColumn(words.budgeted),
      numberColumn(words.spent),
      numberColumn(words.unspent),
    ],
    rows: [
      ...years.map((year) => [
        yearName(year, language),
        cell(year.budget),
        cell(year.spent),
        left(year.budget, year.spent),
      ]),
      [say(words.life), whole('budget'), whole('spent'), whole('unspent')],
    ],
    totalled: true,
  });
}

function balanceCell(balance: RenewalBalance | null, language: Language): PaperCell {
  if (balance?.value == null) return notAvailable;
  return withCover(language.number(balance.value), `${balance.covered}/${balance.asked}`, language, balance.unsigned);
}

function stockTable({ years }: RenewalContent, language: Language): Markup {
  const { say } = language;
  return paperTable(language, {
    caption: say(words.stockText),
    columns: [
      textColumn(words.fiscalYear),
      numberColumn(words.atStart),
      numberColumn(words.atEnd),
      textColumn(words.quarter),
    ],
    rows: years.map((year) => [
      yearName(year, language),
      balanceCell(year.opening, language),
      balanceCell(year.closing, language),
      year.closing === null ? '' : language.quarter({ fiscalYear: year.fiscalYear, quarter: year.closing.quarter }),
    ]),
  });
}

function estimatePart({ years }: RenewalContent, language: Language): Markup {
  const { say } = language;
  const lines = years
    .filter(({ sources }) => sources.length > 0)
    .map((year) => {
      const { estimate, fiscalYear } = year;
      const name = estimate ? language.quarter({ fiscalYear, quarter: estimate.quarter }) : yearName(year, language);
      const text = estimate ? estimateLines(estimate).map(say).join(' ') : say(words.noEstimate);
      return markup`<li><strong>${name}</strong><br>${text}</li>`;
    });
  return markup`${heading(language, words.accumulated)}${paragraph(say(words.accumulatedText))}<ul>${lines}</ul>`;
}

function targetTable({ years }: RenewalContent, language: Language): Markup {
  const { say } = language;
  const list = (codes: readonly string[]): string =>
    codes.length === 0 ? '0' : `${codes.length} (${codes.join(', ')})`;
  return paperTable(language, {
    caption: say(words.quarterTargets),
    columns: [
      textColumn(words.fiscalYear),
      textColumn(words.met),
      textColumn(words.missed),
      textColumn(words.unknown),
      numberColumn(words.withoutTarget),
    ],
    rows: years.map((year) => {
      const { targets } = year;
      if (targets === null) return [yearName(year, language), notAvailable, notAvailable, notAvailable, null];
      const { met, missed, unknown, without } = targets;
      return [yearName(year, language), list(met), list(missed), list(unknown), without];
    }),
  });
}

/** Absent where the agreement has no target of a whole year. */
function yearTargetTable({ years, results }: RenewalContent, language: Language): Markup | null {
  const { say } = language;
  const written = (code: string, value: number | null): string =>
    amount(results.find((each) => each.code === code) ?? { code }, value, language) ?? notAvailable;
  const list = (targets: readonly YearTarget[]): string =>
    targets.map(({ code, value, target }) => `${code} ${written(code, value)} / ${written(code, target)}`).join('; ') ||
    '0';
  if (years.every(({ yearTargets }) => Object.values(yearTargets).every((each) => each.length === 0))) return null;
  return paperTable(language, {
    caption: say(words.yearTargets),
    columns: [words.fiscalYear, words.met, words.missed, words.notJudged, words.unknown].map(textColumn),
    rows: years.map((year) => {
      const { met, missed, partial, unknown } = year.yearTargets;
      return [yearName(year, language), ...[met, missed, partial, unknown].map(list)];
    }),
  });
}

function positionTable({ years }: RenewalContent, language: Language): Markup {
  const { say, day, number } = language;
  return paperTable(language, {
    caption: say(words.postsText),
    columns: [
      textColumn(words.fiscalYear),
      textColumn(words.asOf),
      numberColumn(words.postsFunded),
      numberColumn(words.postsFilled),
    ],
    rows: years.map((year) => {
      const { positions } = year;
      if (positions === null) return [yearName(year, language), notAvailable, null, null];
      return [yearName(year, language), day(positions.on), number(positions.funded), number(positions.filled)];
    }),
  });
}

function resultCell(
  result: RenewalResult,
  index: number,
  years: readonly RenewalYear[],
  language: Language,
): PaperCell {
  const [own, year] = [result.years[index], years[index]];
  if (result.basis === 'quarters') return language.say(basisWords.quarters);
  const value = own ? amount(result, own.value, language) : null;
  if (!own || !year || value === null) return notAvailable;
  return withCover(`${value}${partialMark(own.status)}`, `${own.quarters}/${year.asked}`, language, own.unsigned);
}

/** A column for each year with a locked return: the others have none to show. */
function resultTable({ years, results }: RenewalContent, language: Language): Markup {
  const { say } = language;
  if (results.length === 0) return paragraph(say(words.noReturn));
  const reported = years.flatMap((year, index) => (year.sources.length === 0 ? [] : [{ year, index }]));
  return paperTable(language, {
    caption: say(words.resultsText),
    columns: [
      wideColumn(words.indicator),
      ...reported.map(({ year }) => {
        const { en, fr } = fiscalYearName(year.fiscalYear);
        return numberColumn({ en, fr });
      }),
    ],
    rows: results.map((each) => [
      markup`${each.code} ${say(each.name)}<br><span class="definition">${say(each.unitOfMeasure)}</span>`,
      ...reported.map(({ index }) => resultCell(each, index, years, language)),
    ]),
  });
}

function planPart(plan: RenewalPlan, language: Language): Markup {
  const { say, month, number, labelled } = language;
  const rows = plan.outlooks.flatMap(({ kind, marks }) =>
    marks.map(({ month: at, backlog }) => [say(planWords[kind]), month(at), middleAndRange(backlog, language)]),
  );
  const table = paperTable(language, {
    caption: say(words.planText),
    columns: [wideColumn(words.outlook), textColumn(words.atMonth), textColumn(words.backlog)],
    rows,
  });
  const actual = month(lastActualMonth(plan.units, plan.lastMonth));
  const facts = [
    labelled(
      {
        en: `${words.actualBacklog.en}, ${actual}`,
        fr: `${words.actualBacklog.fr}, ${actual}`,
      },
      number(plan.backlogNow),
    ),
    labelled(words.planned, plan.units.map(({ code, grade }) => `${code} (${grade})`).join(', ')),
    ...(plan.notPlanned.length === 0 ? [] : [labelled(words.notPlanned, plan.notPlanned.join(', '))]),
    ...[...behindTexts(plan, language), ...notAppliedTexts(plan.notApplied, language)].map(say),
    ...testedLines(plan.tested, language),
  ].map((each) => markup`<li>${each}</li>`);
  return markup`${heading(language, words.plan)}${paragraph(plan.name)}<ul>${facts}</ul>${table}`;
}

function sourceTable({ years }: RenewalContent, language: Language): Markup {
  const { say, day } = language;
  const rows = years.flatMap(({ fiscalYear, sources }) =>
    sources.map(({ quarter, sequence, lockedAt, contentHash }) => [
      language.quarter({ fiscalYear, quarter }),
      sequence,
      day(new Date(lockedAt).toISOString().slice(0, 10)),
      markup`<code>${contentHash}</code>`,
    ]),
  );
  if (rows.length === 0) return paragraph(say(words.noReturn));
  return paperTable(language, {
    caption: say(words.lockedReturns),
    columns: [
      textColumn(words.quarter),
      numberColumn(words.version),
      textColumn(words.lockedAt),
      wideColumn(words.contentHash),
    ],
    rows,
  });
}

function body({ content, plan }: RenewalPaper, language: Language): Markup {
  return markup`${paragraph(language.say(words.basis))}${heading(language, words.money)}${moneyTable(content, language)}${content.years.map(({ pillars }) => pillarPage(pillars ?? null, language))}${amendmentTable(amendmentsOf(content.amendments ?? []), language)}${heading(language, words.stock)}${stockTable(content, language)}${estimatePart(content, language)}${heading(language, words.targets)}${targetTable(content, language)}${yearTargetTable(content, language)}${heading(language, words.posts)}${positionTable(content, language)}${heading(language, words.results)}${resultTable(content, language)}${plan ? planPart(plan, language) : null}${heading(language, words.sources)}${sourceTable(content, language)}`;
}

/** `renewal-annex`, over the whole agreement. */
export function renewalReport(paper: RenewalPaper): Report {
  const { agreement, marking } = paper.content;
  return {
    title: words.title,
    code: agreement.code,
    marking,
    languages: languagesOf(agreement.languages),
    parts: [{ page: (language) => body(paper, language), sheets: renewalSheets(paper.content, paper.plan) }],
  };
}

/** `renewal-annex.pdf` before it is printed, both languages whole. */
export function printedRenewal(paper: RenewalPaper): PrintedPage {
  const { agreement, marking, demonstration } = paper.content;
  const report = renewalReport(paper);
  return printedReport(report, {
    around: (language, parts, isFirst) => {
      const { say, tag, day } = language;
      const notice = demonstration ? markup`<p class="fictitious">${say(words.fictitious)}</p>` : null;
      return markup`<section lang="${tag}" class="${isFirst ? 'first' : 'part'}"><p class="marking">${marking}</p>${notice}<h1>${say(words.title)}</h1><p><strong>${agreement.code}</strong> - ${say(agreement.recipient)}<br>${say(agreement.programme)}<br>${day(agreement.startsOn)} – ${day(agreement.endsOn)}</p>${parts}</section>`;
    },
    foot: `${inEach(report, words.made)} ${paper.today}`,
    style:
      '.definition { white-space: nowrap; } td.wide { width: auto; } code { font-size: 6.5pt; } li { max-width: none; }',
  });
}
