import { and, asc, eq } from 'drizzle-orm';
import type { FundingRow } from '#contract/reporting/funding';
import type { FundingCell, FundingCells, UnitCodes } from '#contract/reporting/fundingCells';
import { fundingColumns, isByYear, type Register } from '#contract/reporting/fundingColumns';
import type { AgreementId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import {
  activity,
  amendment,
  budgetLine,
  cashEntry,
  dueReport,
  equipment,
  indicatorTarget,
  pillar,
  position,
  risk,
  training,
} from '../../ground/schema/coordination/funding.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Which rows: those of one register of an agreement, and of one fiscal year where it is kept by year. */
export interface Grid {
  readonly agreementId: AgreementId;
  readonly register: Register;
  readonly fiscalYear: number;
}

const tables = {
  budget: budgetLine,
  cash: cashEntry,
  positions: position,
  training,
  equipment,
  activities: activity,
  risks: risk,
  reports: dueReport,
  amendments: amendment,
  targets: indicatorTarget,
};
const tablesByYear = { budget: budgetLine, cash: cashEntry, targets: indicatorTarget };

/** A register's table as far as all of them are alike; its other columns go by the keys of the contract. */
export function tableOf(register: Register): typeof risk {
  return tables[register] as unknown as typeof risk;
}

/** The columns that place a row in its grid. */
export function placeOf({ agreementId, register, fiscalYear }: Grid) {
  return { agreementId, ...(isByYear(register) && { fiscalYear }) };
}

/** The year under which a grid's changes are kept. */
export function yearOf({ register, fiscalYear }: Grid): number {
  return isByYear(register) ? fiscalYear : 0;
}

function inGrid(grid: Grid) {
  const ofAgreement = eq(tableOf(grid.register).agreementId, grid.agreementId);
  const byYear: Partial<Record<Register, (typeof tablesByYear)[keyof typeof tablesByYear]>> = tablesByYear;
  const table = byYear[grid.register];
  return table ? and(ofAgreement, eq(table.fiscalYear, grid.fiscalYear)) : ofAgreement;
}

/** Every cell of a register, in the order of its columns; what is not given is blank. */
export function wholeCells(register: Register, given: Readonly<Record<string, unknown>>): FundingCells {
  return Object.fromEntries(
    fundingColumns[register].map(({ key }) => {
      const value = given[key];
      return [key, (value === '' ? null : (value ?? null)) as FundingCell];
    }),
  );
}

/** The rows of a grid, by their codes. */
export async function readGrid(db: Pick<ReadDb, 'select'>, grid: Grid): Promise<FundingRow[]> {
  const table = tableOf(grid.register);
  const rows = await db.select().from(table).where(inGrid(grid)).orderBy(asc(table.code), asc(table.id));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    cells: wholeCells(grid.register, row),
  }));
}

/** What cells name that is kept elsewhere: units, and pillars by their codes. */
export interface Catalogues {
  readonly units: UnitCodes;
  readonly pillars: readonly string[];
}

export async function catalogues(db: Pick<ReadDb, 'select'>): Promise<Catalogues> {
  const pillars = await db.select({ code: pillar.code }).from(pillar).orderBy(asc(pillar.code));
  return { units: await unitCodes(db), pillars: pillars.map(({ code }) => code) };
}

export function unitCodes(db: Pick<ReadDb, 'select'>): Promise<UnitCodes> {
  return db.select({ id: unit.id, code: unit.code }).from(unit).orderBy(asc(unit.code));
}

export async function requireAgreement(db: Pick<ReadDb, 'select'>, id: AgreementId) {
  const [found] = await db.select().from(agreement).where(eq(agreement.id, id));
  if (!found) throw new StoreFailure('not_found');
  return found;
}
