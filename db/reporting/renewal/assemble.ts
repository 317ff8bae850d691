import { monthOf, quarterOf, type FiscalYear, type Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import { yearRestsOnForm, type AnnualIndicator } from '#contract/reporting/annual';
import type { RenewalBalance, RenewalContent, RenewalResult, RenewalYear } from '#contract/reporting/renewal';
import type { ReturnContent } from '#contract/reporting/returns';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import { outlookOf } from '#contract/reporting/spending';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { getSetting } from '../../store/settings.ts';
import type { Context } from '../../store/types.ts';
import { agreementOf } from '../annual/agreement.ts';
import {
  amendmentsIn,
  indicatorsOf,
  notDueOf,
  pillarsIn,
  readQuarters,
  totalIn,
  type OfQuarter,
} from '../annual/quarters.ts';
import { heldTargets, type HeldTarget } from '../frameworks/targets.ts';
import { fundedPositions } from '../funding/figures.ts';
import { computedCode } from '../indicators/framework.ts';
import type { Snapshot } from '../returns/locked.ts';
import { estimateFigures } from '../returns/summary/estimate.ts';
import { budgetLines } from '../returns/summary/money.ts';
import { meetsTarget } from '../returns/summary/summary.ts';
import { codesOfYear, yearTargetsOf } from './yearTargets.ts';

type Locked = OfQuarter & { readonly snapshot: Snapshot };

const isLocked = (each: OfQuarter): each is Locked => each.snapshot !== null;

/** Budget and spending of the year as a return has them: it keeps the whole year, quarters to come included. */
function moneyOf({ funding }: ReturnContent): Pick<RenewalYear, 'budget' | 'spent'> {
  const lines = budgetLines(funding);
  if (lines.length === 0) return { budget: null, spent: null };
  const { budget, spent } = outlookOf(lines);
  return { budget, spent };
}

function positionsOf({ funding, quarter }: ReturnContent): RenewalYear['positions'] {
  const rows = funding?.positions ?? [];
  if (rows.length === 0) return null;
  const on = periodOf(quarter).lastDay;
  const day = (value: string | number | null | undefined): string | null => (typeof value === 'string' ? value : null);
  const positions = rows.map(({ funding: paidBy, fte, startsOn, endsOn, filledOn, leftOn }) => ({
    funding: paidBy === 'funded' ? ('funded' as const) : ('base' as const),
    fte: typeof fte === 'number' ? fte : 0,
    ...{ startsOn: day(startsOn), endsOn: day(endsOn), filledOn: day(filledOn), leftOn: day(leftOn) },
  }));
  return { on, ...fundedPositions(positions, on) };
}

/** Judged by the year's last return, whose framework says what is aimed at; a target of the whole year is judged apart. */
function targetsOf({ framework, values }: ReturnContent, ofYear: readonly string[]): RenewalYear['targets'] {
  const ofQuarter = framework.indicators.filter(({ code }) => !ofYear.includes(code));
  const judged = ofQuarter.map((each) => {
    const figure = values.find(({ code, unitCode }) => code === each.code && unitCode === null);
    return { code: each.code, isMet: meetsTarget(each, figure?.value ?? null), each };
  });
  const coded = (wanted: boolean): string[] => judged.flatMap(({ code, isMet }) => (isMet === wanted ? [code] : []));
  const unknown = judged.filter(
    ({ each, isMet }) => isMet === null && each.target !== null && each.direction !== 'neither',
  );
  return {
    met: coded(true),
    missed: coded(false),
    unknown: unknown.map(({ code }) => code),
    without: ofQuarter.filter(({ target }) => target === null).length,
  };
}

function balanceOf(of: Locked | undefined, own: 'B1' | 'B2'): RenewalBalance | null {
  const code = of?.snapshot.content.framework.indicators.find((each) => computedCode(each) === own)?.code;
  const [found] = of && code !== undefined ? totalIn(of, code) : [];
  if (!of || !found) return null;
  const { value, unitsCovered, unitsAsked } = found.figure;
  const isUnsigned = figureRestsOnForm(of.snapshot.content, found.figure);
  return {
    ...{ quarter: of.quarter, value, covered: unitsCovered, asked: unitsAsked },
    ...(isUnsigned && { unsigned: true }),
  };
}

function estimateOf(last: Locked | undefined): RenewalYear['estimate'] {
  const found = last ? estimateFigures(last.snapshot.content) : null;
  return last && found ? { quarter: last.quarter, ...found } : null;
}

interface YearFacts {
  readonly fiscalYear: FiscalYear;
  readonly quarters: readonly OfQuarter[];
  readonly asked: readonly OfQuarter['quarter'][];
  readonly inProgress: boolean;
  readonly indicators: readonly AnnualIndicator[];
  readonly held: readonly HeldTarget[];
}

function yearOf({ fiscalYear, quarters, asked, inProgress, indicators, held }: YearFacts): RenewalYear {
  const locked = quarters.filter(isLocked);
  const last = locked.at(-1);
  const content = last?.snapshot.content;
  const definitions = locked.toReversed().flatMap(({ snapshot }) => snapshot.content.framework.indicators);
  return {
    fiscalYear,
    sources: locked.map(({ quarter, snapshot: { locked: own } }) => {
      const { sequence, contentHash, lockedAt } = own;
      return { quarter, sequence, contentHash, lockedAt };
    }),
    asked: asked.length,
    inProgress,
    ...(content ? moneyOf(content) : { budget: null, spent: null }),
    opening: balanceOf(
      locked.find(({ quarter }) => quarter === asked[0]),
      'B1',
    ),
    closing: balanceOf(last, 'B2'),
    estimate: estimateOf(last),
    targets: content ? targetsOf(content, codesOfYear({ held, definitions })) : null,
    yearTargets: yearTargetsOf({ held, definitions, indicators, inProgress }),
    ...pillarsIn(quarters),
    positions: content ? positionsOf(content) : null,
  };
}

/** Every indicator that a return of any year has, by year; the latest year's name of it. */
function resultsOf(years: readonly (readonly AnnualIndicator[])[]): RenewalResult[] {
  const found = new Map<string, AnnualIndicator>();
  for (const indicators of years.toReversed())
    for (const each of indicators) if (!found.has(each.code)) found.set(each.code, each);
  const none = { value: null, status: 'not_available', quarters: 0, definitionChanged: false } as const;
  return [...found.values()].map(({ code, name, unitOfMeasure, basis }) => ({
    ...{ code, name, unitOfMeasure, basis },
    years: years.map((indicators) => {
      const own = indicators.find((each) => each.code === code);
      if (!own) return none;
      const { value, status, quarters, definitionChanged } = own;
      return { value, status, quarters, definitionChanged, ...(yearRestsOnForm(own) && { unsigned: true as const }) };
    }),
  }));
}

/** Fiscal years from the agreement's first day to its last, or to today. */
function yearsOf({ startsOn, endsOn }: RenewalContent['agreement'], today: string): FiscalYear[] {
  const until = endsOn < today ? endsOn : today;
  const [first, last] = [startsOn, until].map((day) => quarterOf(monthOf(day as typeof startsOn)).fiscalYear);
  const years: FiscalYear[] = [];
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) years.push(year as FiscalYear);
  return years;
}

export interface Renewal {
  readonly content: RenewalContent;
  /** The latest quarter with a locked return. */
  readonly last: Quarter | null;
}

/** The life of an agreement, year by year, from its locked returns alone. */
export async function assembleRenewal(
  db: ReadDb,
  agreementId: AgreementId,
  { session, clock }: Pick<Context, 'session' | 'clock'>,
): Promise<Renewal> {
  const agreement = await agreementOf(db, agreementId);
  const today = clock.certainDay();
  const facts: YearFacts[] = [];
  for (const fiscalYear of yearsOf(agreement, today)) {
    const quarters = await readQuarters(db, { agreementId, fiscalYear });
    const due = quarters.map(({ quarter }) => ({
      quarter,
      notDue: notDueOf({ fiscalYear, quarter }, agreement, today),
    }));
    const asked = due.flatMap(({ quarter, notDue }) => (notDue === 'outside' ? [] : [quarter]));
    facts.push({
      ...{ fiscalYear, quarters, asked },
      indicators: indicatorsOf(quarters, asked.length),
      held: await heldTargets(db, agreementId, { fiscalYear }),
      inProgress: due.some(({ notDue }) => notDue === 'not_ended'),
    });
  }
  const locked = facts.flatMap(({ fiscalYear, quarters }) =>
    quarters.filter(isLocked).map(({ quarter }) => ({ fiscalYear, quarter })),
  );
  return {
    content: {
      agreement,
      marking: await getSetting(db, 'marking'),
      demonstration: session.workspace.demonstration,
      years: facts.map(yearOf),
      results: resultsOf(facts.map(({ indicators }) => indicators)),
      ...amendmentsIn(facts.flatMap(({ quarters }) => quarters)),
    },
    last: locked.at(-1) ?? null,
  };
}
