import { and, asc, eq } from 'drizzle-orm';
import {
  quarterNumbers,
  type CivilDate,
  type FiscalQuarter,
  type FiscalYear,
  type Quarter,
} from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import {
  quartersAsked,
  type AnnualCell,
  type AnnualContent,
  type AnnualIndicator,
  type AnnualQuarter,
  type AnnualText,
} from '#contract/reporting/annual';
import { periodOf } from '#contract/ground/period';
import type { IndicatorDefinition } from '#contract/reporting/indicators';
import { missingIn } from '#contract/reporting/returnTexts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { agreement as agreementTable } from '../../ground/schema/coordination/agreements.ts';
import { annualText } from '../../ground/schema/coordination/annual.ts';
import { getSetting } from '../../store/settings.ts';
import type { Context } from '../../store/types.ts';
import { agreementFacts } from '../agreements/facts.ts';
import { findLocked, type Snapshot } from '../returns/locked.ts';
import { basisOf, yearOf, type QuarterFigure } from './year.ts';

interface OfQuarter {
  readonly quarter: FiscalQuarter;
  readonly snapshot: Snapshot | null;
}

export interface Year {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

export async function annualTexts(db: ReadDb, { agreementId, fiscalYear }: Year): Promise<AnnualText[]> {
  const rows = await db
    .select()
    .from(annualText)
    .where(and(eq(annualText.agreementId, agreementId), eq(annualText.fiscalYear, fiscalYear)))
    .orderBy(asc(annualText.kind), asc(annualText.quarter), asc(annualText.id));
  return rows.map(({ id, version, kind, quarter, textEn, textFr }) => ({
    id,
    version,
    kind,
    quarter: quarterNumbers.find((each) => each === quarter) ?? null,
    text: { en: textEn, fr: textFr },
  }));
}

/** The total of an indicator in a quarter's return, with what it covers. */
function figureIn({ quarter, snapshot }: OfQuarter, code: string): readonly QuarterFigure[] {
  const found = snapshot?.content.values.find((each) => each.code === code && each.unitCode === null);
  if (!found) return [];
  const { value, status, numerator, denominator, unitsCovered, unitsAsked, agreements, definitionVersion } = found;
  const coverage = agreements ?? { covered: unitsCovered, asked: unitsAsked };
  return [{ quarter, value, status, ...coverage, numerator, denominator, definitionVersion }];
}

const cellOf = ({ quarter, value, status, covered, asked }: QuarterFigure): AnnualCell => ({
  ...{ quarter, value, status, covered, asked },
});

function indicatorOf(definition: IndicatorDefinition, quarters: readonly OfQuarter[], asked: number): AnnualIndicator {
  const { code, name, unitOfMeasure } = definition;
  const basis = basisOf(definition);
  const figures = quarters.flatMap((each) => figureIn(each, code));
  return { code, name, unitOfMeasure, basis, cells: figures.map(cellOf), ...yearOf(basis, figures, asked) };
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

/** Outside the agreement a quarter is never due; before it has ended it is not due yet. */
function notDueOf(
  quarter: Quarter,
  { startsOn, endsOn }: AnnualContent['agreement'],
  today: CivilDate,
): AnnualQuarter['notDue'] {
  const { firstDay, lastDay } = periodOf(quarter);
  if (lastDay < startsOn || firstDay > endsOn) return 'outside';
  return lastDay >= today ? 'not_ended' : null;
}

function quarterOf(
  { quarter, snapshot }: OfQuarter,
  notDue: AnnualQuarter['notDue'],
  texts: readonly AnnualText[],
): AnnualQuarter {
  const written = texts.find((each) => each.kind === 'missing_quarter' && each.quarter === quarter)?.text ?? null;
  const reason = notDue === null ? written : null;
  if (!snapshot) return { quarter, locked: null, frameworkVersion: null, units: 0, notReceived: [], notDue, reason };
  const { locked, content } = snapshot;
  const { sequence, contentHash, lockedAt } = locked;
  return {
    quarter,
    locked: { sequence, contentHash, lockedAt },
    frameworkVersion: content.framework.version,
    units: content.units.length,
    notReceived: content.notReceived.map(({ unitCode }) => unitCode),
    notDue,
    // A return that came after all needs no reason.
    reason: null,
  };
}

async function agreementOf(db: ReadDb, id: AgreementId): Promise<AnnualContent['agreement']> {
  const [row] = await db.select().from(agreementTable).where(eq(agreementTable.id, id));
  if (!row) throw new StoreFailure('not_found');
  return agreementFacts(row);
}

/** The year as its locked returns tell it; `supersedes` is the version locked before. */
export async function assembleAnnual(
  db: ReadDb,
  year: Year,
  { session, clock }: Pick<Context, 'session' | 'clock'>,
  supersedes: AnnualContent['supersedes'],
): Promise<AnnualContent> {
  const { agreementId, fiscalYear } = year;
  const texts = await annualTexts(db, year);
  const quarters: OfQuarter[] = [];
  for (const quarter of quarterNumbers)
    quarters.push({ quarter, snapshot: await findLocked(db, agreementId, { fiscalYear, quarter }) });
  const agreement = await agreementOf(db, agreementId);
  const rows = quarters.map((each) => {
    const notDue = notDueOf({ fiscalYear, quarter: each.quarter }, agreement, clock.certainDay());
    return quarterOf(each, notDue, texts);
  });
  const asked = quartersAsked({ quarters: rows });
  return {
    schemaVersion: '1',
    agreement,
    fiscalYear,
    marking: await getSetting(db, 'marking'),
    demonstration: session.workspace.demonstration,
    quarters: rows,
    indicators: definitionsOf(quarters).map((each) => indicatorOf(each, quarters, asked)),
    notes: texts.flatMap(({ kind, text }) => (kind === 'missing_quarter' ? [] : [{ kind, text }])),
    supersedes,
  };
}

/** Quarters that are due with neither a locked return nor a reason in every language that the agreement asks for. */
export function unexplainedIn({ quarters, agreement: { languages } }: AnnualContent): FiscalQuarter[] {
  return quarters
    .filter(({ locked, notDue, reason }) => {
      if (locked !== null || notDue !== null) return false;
      return missingIn(reason ?? { en: '', fr: '' }, languages).length > 0;
    })
    .map(({ quarter }) => quarter);
}
