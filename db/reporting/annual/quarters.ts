import { quarterNumbers, type CivilDate, type FiscalQuarter, type Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { AnnualCell, AnnualContent, AnnualIndicator, AnnualQuarter } from '#contract/reporting/annual';
import { figureCover } from '#contract/reporting/figureCover';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { steadOf } from '#contract/reporting/stead';
import { figureRestsOnForm } from '#contract/reporting/unsigned';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { pillarsOfReturn } from '../funding/reportedPillars.ts';
import { computedCode } from '../indicators/framework.ts';
import { findLocked, type Snapshot } from '../returns/locked.ts';
import type { QuarterTotal } from './gba.ts';
import type { Year } from './texts.ts';
import { basisOf, yearOf, type QuarterFigure } from './year.ts';

export interface OfQuarter {
  readonly quarter: FiscalQuarter;
  readonly snapshot: Snapshot | null;
}

/** The register of amendments as the last of these locked returns has it; nothing where it has none. */
export function amendmentsIn(quarters: readonly OfQuarter[]): Pick<AnnualContent, 'amendments'> {
  const amendments = quarters.findLast(({ snapshot }) => snapshot !== null)?.snapshot?.content.funding?.amendments;
  return amendments === undefined || amendments.length === 0 ? {} : { amendments };
}

/** Spending by pillar as the last of these locked returns has it; nothing where it has none. */
export function pillarsIn(quarters: readonly OfQuarter[]): Pick<AnnualContent, 'pillars'> {
  const last = quarters.findLast(({ snapshot }) => snapshot !== null)?.snapshot;
  const reported = last ? pillarsOfReturn(last.content) : null;
  return reported === null ? {} : { pillars: { ...reported, pillars: [...reported.pillars] } };
}

/** The total of an indicator in a quarter's return. */
export function totalIn({ quarter, snapshot }: OfQuarter, code: string): readonly QuarterTotal[] {
  const figure = snapshot?.content.values.find((each) => each.code === code && each.unitCode === null);
  return snapshot && figure ? [{ quarter, figure, named: snapshot.content.categories }] : [];
}

/** The same with what it covers. */
function figureIn(ofQuarter: OfQuarter, code: string): readonly QuarterFigure[] {
  const [total] = totalIn(ofQuarter, code);
  if (!total) return [];
  const { quarter, figure: found } = total;
  const { value, status, numerator, denominator, definitionVersion } = found;
  const { covered, asked } = figureCover(found);
  const isUnsigned = ofQuarter.snapshot !== null && figureRestsOnForm(ofQuarter.snapshot.content, found);
  const stead = steadOf(found);
  const marks = { ...(isUnsigned && { unsigned: true as const }), ...(stead && { stead }) };
  return [{ quarter, value, status, covered, asked, ...marks, numerator, denominator, definitionVersion }];
}

const cellOf = ({ quarter, value, status, covered, asked, unsigned, stead }: QuarterFigure): AnnualCell => ({
  ...{ quarter, value, status, covered, asked },
  ...(unsigned && { unsigned }),
  ...(stead && { stead }),
});

/** Barriers are entered: what tells them is that they are broken down by barrier. */
function ownOf(definition: IndicatorDefinition): string {
  const isOfBarriers = definition.collection === 'entered' && definition.disaggregations.includes('barrier');
  return computedCode(definition) ?? (isOfBarriers ? 'G1' : definition.code);
}

function indicatorOf(definition: IndicatorDefinition, quarters: readonly OfQuarter[], asked: number): AnnualIndicator {
  const { code, name, unitOfMeasure } = definition;
  const basis = basisOf(definition);
  const figures = quarters.flatMap((each) => figureIn(each, code));
  const own = ownOf(definition);
  return {
    code,
    ...(own !== code && { own }),
    name,
    unitOfMeasure,
    basis,
    cells: figures.map(cellOf),
    ...yearOf(basis, figures, asked),
  };
}

/** The four quarters of a year, each with the version of its return that was locked last. */
export async function readQuarters(db: ReadDb, { agreementId, fiscalYear }: Year): Promise<OfQuarter[]> {
  const quarters: OfQuarter[] = [];
  for (const quarter of quarterNumbers)
    quarters.push({ quarter, snapshot: await findLocked(db, agreementId, { fiscalYear, quarter }) });
  return quarters;
}

/** Those of the latest quarter's framework first, then what only earlier ones had. */
function definitionsOf(quarters: readonly OfQuarter[]): readonly IndicatorDefinition[] {
  const found = new Map<string, IndicatorDefinition>();
  for (const { snapshot } of quarters.toReversed())
    for (const definition of snapshot?.content.framework.indicators ?? [])
      if (!found.has(definition.code)) found.set(definition.code, definition);
  const reported = (code: string): boolean => quarters.some((each) => figureIn(each, code).length > 0);
  return [...found.values()].filter(({ code }) => reported(code));
}

/** Every indicator that a return of the year reports; `asked` are the quarters that the agreement reaches. */
export const indicatorsOf = (quarters: readonly OfQuarter[], asked: number): AnnualIndicator[] =>
  definitionsOf(quarters).map((each) => indicatorOf(each, quarters, asked));

/** Outside the agreement a quarter is never due; before it has ended it is not due yet. */
export function notDueOf(
  quarter: Quarter,
  { startsOn, endsOn }: AnnualContent['agreement'],
  today: CivilDate,
): AnnualQuarter['notDue'] {
  const { firstDay, lastDay } = periodOf(quarter);
  if (lastDay < startsOn || firstDay > endsOn) return 'outside';
  return lastDay >= today ? 'not_ended' : null;
}
