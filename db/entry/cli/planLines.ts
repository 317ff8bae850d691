import type { Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import { behindTexts, planNotices } from '#contract/statistics/planNotices';
import {
  isNoChange,
  leavesWith,
  mostFte,
  type ForecastScores,
  type NotPlanned,
  type Plan,
  type PlanBacktest,
  type PlanOutlook,
  type Projection,
} from '#contract/statistics/plans';
import { codeWords } from '#contract/words/codes';
import { languages } from '../../documents/page/language.ts';
import { testedLines } from '../../statistics/plans/testedLines.ts';
import { vacancyLines } from '../../statistics/plans/vacancyLines.ts';
import type { Words } from './texts.ts';

type Ends = { readonly p10: number; readonly p50: number; readonly p90: number };

function rangeOf({ say, count }: Words, { p10, p90 }: Ends): string {
  return say('range', { low: count(p10), high: count(p90) });
}

function markLines(words: Words, { marks }: PlanOutlook): readonly string[] {
  const { say, count, decimal } = words;
  return marks.map(({ month, backlog, administrative, monthsOfWork }) => {
    const values = {
      month,
      middle: count(backlog.p50),
      range: rangeOf(words, backlog),
      administrative: count(administrative.p50),
    };
    if (monthsOfWork === null) return `  ${say('planMark', values)}`;
    return `  ${say('planMarkWork', { ...values, work: decimal(Math.round(monthsOfWork.p50 * 10) / 10) })}`;
  });
}

function notPlannedLines(
  { say, label }: Words,
  { code, reason, refusals, gradeReasons }: NotPlanned,
): readonly string[] {
  const why = [
    ...refusals.map((each) => codeWords.refusal[each]),
    ...gradeReasons.map((each) => codeWords.gradeReason[each]),
  ];
  return [say('planRefused', { code }), `  ${say(`planReason.${reason}`)}`, ...why.map((each) => `  ${label(each)}`)];
}

function renewalLines(words: Words, { renewal, noChange }: Projection): readonly string[] {
  if (renewal === null) return [];
  const { say, count } = words;
  const monthAt = (ahead: number): string => noChange.marks.find((mark) => mark.ahead === ahead)?.month ?? '';
  return [
    say('planRenewed'),
    ...markLines(words, renewal.renewed),
    say('planEnded'),
    ...markLines(words, renewal.ended),
    ...renewal.more.map(({ ahead, files }) => {
      return `  ${say('planMore', { month: monthAt(ahead), middle: count(files.p50), range: rangeOf(words, files) })}`;
    }),
  ];
}

/** To a tenth, as the annex has it. */
const percentOf = (share: number): number => Math.round(share * 1000) / 10;

/** The plan without a change first, then the drawn one where it differs; units without a plan with their reasons. */
export function planLines(words: Words, plan: Plan, projection: Projection): readonly string[] {
  const { say, count } = words;
  const { units, growthObserved } = projection;
  const language = languages[words.locale];
  const notices = planNotices(projection, language).map(language.say);
  const refused = projection.notPlanned.flatMap((each) => notPlannedLines(words, each));
  if (units.length === 0) {
    const none = refused.length === 0 ? [say('planNoUnits', { month: projection.lastMonth })] : refused;
    return [say('planTitle'), ...none, ...notices];
  }
  return [
    say('planTitle'),
    say('planMethod', {
      month: projection.lastMonth,
      draws: count(projection.draws),
      files: count(projection.backlogNow),
      plans: count(projection.plansSaved),
    }),
    ...behindTexts(projection, language).map(language.say),
    ...notices,
    ...testedLines(projection.tested, language),
    ...(growthObserved === null ? [] : [say('planGrowth', { growth: language.change(percentOf(growthObserved)) })]),
    ...vacancyLines(plan, units, language),
    say('planNoChange'),
    ...markLines(words, projection.noChange),
    ...(projection.renewal === null && !isNoChange(plan)
      ? [say('planDrawn'), ...markLines(words, projection.drawn)]
      : []),
    ...renewalLines(words, projection),
    ...refused,
  ];
}

function scoreLine({ say, count, decimal }: Words, ahead: number, scores: ForecastScores | null): string {
  if (scores === null) return `  ${say('planTestedNone')}`;
  const tenth = (value: number): string => decimal(Math.round(value * 10) / 10);
  const percent = (share: number): string => count(Math.round(100 * share));
  return `  ${say('planTestedAhead', {
    ahead: count(ahead),
    forecasts: count(scores.forecasts),
    cover50: percent(scores.cover50),
    cover80: percent(scores.cover80),
    cover95: percent(scores.cover95),
    crps: tenth(scores.crps),
    lastValue: tenth(scores.lastValue),
    seasonal: tenth(scores.seasonal),
  })}`;
}

/** What such forecasts would have said of months that have passed. */
export function backtestLines(words: Words, { units, ahead6, ahead12 }: PlanBacktest): readonly string[] {
  const { say, count } = words;
  const verdicts = (verdict: PlanBacktest['units'][number]['verdict']): string =>
    count(units.filter((each) => each.verdict === verdict).length);
  return [
    say('planTested'),
    scoreLine(words, 6, ahead6),
    scoreLine(words, 12, ahead12),
    `  ${say('planTestedUnits', {
      passed: verdicts('passed'),
      failed: verdicts('failed'),
      short: verdicts('too_short'),
    })}`,
  ];
}

type FoundFor = {
  readonly lastMonth: Month;
  readonly from: Month;
  readonly by: Month;
  readonly plan: Plan;
  readonly vacancyShare: number;
};

/** How much funded staff the target needs, or that none in the range is enough. */
export function foundStaffLines(
  words: Words,
  { found, refusal }: Output<'plans.findStaff'>,
  { from, by, plan, lastMonth, vacancyShare }: FoundFor,
): readonly string[] {
  const { say, count, decimal, probability } = words;
  if (found === null) return [say(`planRefusal.${refusal ?? 'not_planned'}`)];
  const none = say('planWithNone', { probability: probability(found.probabilityWithNone) });
  const vacant = vacancyShare === 0 ? [] : [say('planFoundVacant', { share: count(100 * vacancyShare) })];
  const end = leavesWith(plan, lastMonth, by);
  const leaves = end === null ? [] : [say('planLeaves', { month: end })];
  if (found.fte === null) {
    const most = { most: decimal(mostFte), probability: probability(found.probabilityWithMost) };
    return [say('planNever', most), ...vacant, ...leaves, none];
  }
  if (found.fte === 0) return [say('planAlready', { probability: probability(found.probability) })];
  const limit = (fte: number | null): string =>
    fte === null ? say('planFoundAbove', { fte: decimal(mostFte) }) : decimal(fte);
  return [
    say('planFound', {
      fte: decimal(found.fte),
      from,
      range: say('range', { low: limit(found.low), high: limit(found.high) }),
    }),
    ...vacant,
    ...leaves,
    ...(found.reached === null || found.reached >= by ? [] : [say('planReached', { month: found.reached })]),
    ...(found.delay === null
      ? []
      : [say('planDelay', { files: count(found.delay.p50), range: rangeOf(words, found.delay) })]),
    none,
  ];
}
