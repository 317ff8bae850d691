import { and, asc, eq, inArray } from 'drizzle-orm';
import { quarterMonths, quarterOf, monthOf, type FiscalQuarter, type Quarter } from '#contract/ground/dates';
import type { SpentInYear } from '#contract/reporting/across';
import type { AgreementId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { periodOf } from '#contract/ground/period';
import { sum } from '../../estimator/numbers.ts';
import { groupsBy } from '../../ground/kernel/groups.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { fundedDuring } from '../agreements/fundedDuring.ts';
import { agreement, agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import { budgetLine } from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readPanel, type UnitCells } from '../../ledger/unitMonths/panel.ts';
import { readUnits, type UnitRow } from '../../accounts/people/unitRows.ts';
import { movementBetween, runStock } from '../../statistics/backlog/stock.ts';
import type { Context, ReadHandler } from '../../store/types.ts';
import { readEntered } from '../frameworks/entered.ts';
import { heldFrameworks, inForceOn } from '../frameworks/held.ts';
import { fundingIndicators, type FundingFigure } from '../funding/figures.ts';
import { heldFunding } from '../funding/held.ts';
import { quartersOf } from '../funding/lines.ts';
import { unitFigures } from '../indicators/figures.ts';
import { unitLines } from '../indicators/ledgerChain.ts';
import { readStock } from '../packs/heldStock.ts';
import { readUnsigned, type IsUnsigned } from '../packs/unsigned.ts';
import { figuresUnder } from '../returns/values.ts';
import {
  acrossView,
  quartersTo,
  type AcrossAgreement,
  type AcrossFigure,
  type AcrossInputs,
  type AcrossUnit,
} from './view.ts';

type Definitions = AcrossInputs['definitions'];

/** As in a return: a unit of which any month of the quarter comes from a form is unsigned in all that it counted. */
function marked(
  figures: ReturnType<typeof figuresUnder>,
  cells: UnitCells,
  quarter: Quarter,
  isUnsigned: IsUnsigned,
): readonly AcrossFigure[] {
  const { months } = periodOf(quarter);
  if (!cells.all.some((cell) => months.includes(cell.month) && isUnsigned(cell))) return figures;
  return figures.map((figure) =>
    figure.value === null || figure.calculation === 'entered' ? figure : { ...figure, unsigned: true },
  );
}

async function unitsOf(
  db: ReadDb,
  rows: readonly UnitRow[],
  quarter: Quarter,
  definitions: Definitions,
): Promise<AcrossUnit[]> {
  const { lastMonth } = periodOf(quarter);
  const ids = rows.map(({ id }) => id);
  const panel = await readPanel(db, ids, { to: lastMonth });
  const unsignedOf = await readUnsigned(db);
  const found = new Map(ids.map((id) => [id as string, new Map<string, readonly AcrossFigure[]>()]));
  for (const each of quartersTo(quarter)) {
    const [stock, entered] = [await readStock(db, ids, each), await readEntered(db, ids, each)];
    for (const { id, code } of rows) {
      const cells = panel.of(id);
      const computed = unitFigures(cells, each, unitLines(cells, each), stock.get(id));
      const figures = figuresUnder(definitions, computed, entered.get(id));
      found.get(id)?.set(periodOf(each).id, marked(figures, cells, each, unsignedOf(code)));
    }
  }
  const [firstMonth] = quarterMonths({ ...quarter, quarter: 1 as FiscalQuarter });
  return rows.map(({ id, code }) => {
    const stock = runStock(panel.of(id), lastMonth, 'not_reported');
    const isUnsigned = unsignedOf(code);
    return {
      id,
      unsigned: panel.of(id).all.some((cell) => cell.month >= firstMonth && isUnsigned(cell)),
      figures: found.get(id) ?? new Map(),
      movement: movementBetween(stock, firstMonth, lastMonth),
    };
  });
}

/** What was spent by fiscal year; a year without any actual is left out. */
async function spentOf(db: ReadDb, agreementId: AgreementId): Promise<ReadonlyMap<number, SpentInYear>> {
  const lines = await db.select().from(budgetLine).where(eq(budgetLine.agreementId, agreementId));
  const years = groupsBy(lines, ({ fiscalYear }) => fiscalYear);
  return new Map(
    [...years].flatMap(([fiscalYear, own]) => {
      const spent = spentOn(own.map((line) => quartersOf(line).map(({ actual }) => actual)));
      return spent === null ? [] : [[fiscalYear, spent]];
    }),
  );
}

/** Of the actuals by quarter of each line of a year. A line may begin late; once it has an actual, a blank is one that is missing. */
function spentOn(lines: readonly (readonly (number | null)[])[]): SpentInYear | null {
  const last = Math.max(...lines.map((actuals) => actuals.findLastIndex((actual) => actual !== null)));
  if (last === -1) return null;
  const isIncomplete = lines.some((actuals) => {
    const first = actuals.findIndex((actual) => actual !== null);
    return first !== -1 && actuals.slice(first, last + 1).includes(null);
  });
  return {
    cents: sum(lines.flat().map((actual) => actual ?? 0)),
    through: (last + 1) as FiscalQuarter,
    ...(isIncomplete && { incomplete: true as const }),
  };
}

async function fundedBy(db: ReadDb, agreementId: AgreementId, quarter: Quarter): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ unitId: agreementUnit.unitId })
    .from(agreementUnit)
    .where(and(eq(agreementUnit.agreementId, agreementId), fundedDuring(periodOf(quarter))));
  return new Set(rows.map(({ unitId }) => unitId));
}

async function agreementsOf(db: ReadDb, quarter: Quarter, only: AgreementId | null): Promise<AcrossAgreement[]> {
  const rows = await db
    .select()
    .from(agreement)
    .where(only === null ? undefined : eq(agreement.id, only))
    .orderBy(asc(agreement.code));
  const found: AcrossAgreement[] = [];
  for (const { id, code, recipientEn, recipientFr } of rows) {
    const figures = new Map<string, Readonly<Record<string, FundingFigure>>>();
    for (const each of quartersTo(quarter)) {
      const held = await heldFunding(db, id, each);
      const own = Object.entries(fundingIndicators).map(([name, figure]) => [name, figure(held, periodOf(each))]);
      figures.set(periodOf(each).id, Object.fromEntries(own) as Record<string, FundingFigure>);
    }
    found.push({
      id,
      code,
      name: { en: recipientEn, fr: recipientFr },
      unitIds: await fundedBy(db, id, quarter),
      figures,
      spent: await spentOf(db, id),
    });
  }
  return found;
}

/** Of the agreement named, or of all that the session sees. */
export async function readAcross(
  db: ReadDb,
  { quarter, agreementId }: Pick<ParsedInput<'across.view'>, 'quarter' | 'agreementId'>,
  { clock }: Pick<Context, 'clock'>,
) {
  const agreements = await agreementsOf(db, quarter, agreementId);
  const [named] = agreements;
  if (agreementId !== null && !named) throw new StoreFailure('not_found');
  const rows = await readUnits(
    db,
    agreementId === null ? eq(unit.active, true) : inArray(unit.id, [...(named?.unitIds ?? [])] as UnitRow['id'][]),
  );
  const { indicators } = inForceOn(await heldFrameworks(db), periodOf(quarter).lastDay);
  const units = await unitsOf(db, rows, quarter, indicators);
  const { fiscalYear } = quarterOf(monthOf(clock.certainDay()));
  return acrossView({ quarter, definitions: indicators, units, agreements, currentYear: fiscalYear });
}

export const acrossReads: { readonly 'across.view': ReadHandler<'across.view'> } = {
  'across.view': (db, input, context) => readAcross(db, input, context),
};
