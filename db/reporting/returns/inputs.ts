import { and, asc, eq, inArray } from 'drizzle-orm';
import { periodOf, type Period } from '#contract/ground/period';
import type { AgreementId } from '#contract/ground/ids';
import { sourceKind } from '#contract/reporting/packs';
import type { FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { AgreementFigure, ReturnContent } from '#contract/reporting/returns';
import { inOrderOf } from '../../ground/kernel/inOrderOf.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { HeldStock } from '../indicators/stockFigures.ts';
import { readEntered, type EnteredByUnit } from '../frameworks/entered.ts';
import { heldTargets, withTargets } from '../frameworks/targets.ts';
import { heldFrameworks, inForceOn, type HeldFramework } from '../frameworks/held.ts';
import { heldFunding, type HeldFunding } from '../funding/held.ts';
import { snapshotOf } from '../funding/snapshot.ts';
import { unit } from '../../ground/schema/common/units.ts';
import { fundedDuring } from '../agreements/fundedDuring.ts';
import { agreement, agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readPanel, type Panel } from '../../ledger/unitMonths/panel.ts';
import { readStock } from '../packs/heldStock.ts';
import { unsignedIn } from '../packs/unsigned.ts';
import type { AgreementOfUnits } from './agreementFigures.ts';
import { agreementFiguresOf, agreementsOfUnits } from './agreementsHeld.ts';
import { consolidatedAgreement } from './consolidated.ts';
import type { HeldPack } from './finding.ts';
import { findLocked } from './locked.ts';
import { readUnits, type UnitRow } from '../../accounts/people/unitRows.ts';
import { readCountingRules } from '../../ledger/ledger/countingRules.ts';

export interface ReturnInputs {
  readonly agreement: typeof agreement.$inferSelect;
  /** Of all units, not of one agreement's. */
  readonly consolidated: boolean;
  readonly units: readonly UnitRow[];
  /** Codes of the units that the return of the quarter before has; null where there is none. */
  readonly unitsBefore: readonly string[] | null;
  readonly panel: Panel;
  /** What each unit said of its stock, at the end of this quarter and of the one before. */
  readonly stock: ReadonlyMap<string, HeldStock>;
  readonly stockBefore: ReadonlyMap<string, HeldStock>;
  readonly entered: EnteredByUnit;
  readonly enteredBefore: EnteredByUnit;
  /** In force at the end of the quarter, measured against the agreement's own baselines and targets. */
  readonly framework: HeldFramework;
  readonly packs: readonly (HeldPack & {
    readonly workspaceName: string;
    readonly sha256: string;
    readonly fingerprint: string;
    /** Figures of this return come from it. */
    readonly used: boolean;
  })[];
  readonly rules: ReturnContent['rules'];
  readonly funding: HeldFunding;
  readonly registers: FundingSnapshot | null;
  /** Of the return of all; null in an agreement's own. */
  readonly agreementFigures: readonly AgreementFigure[] | null;
  /** Of the return of all, the agreements kept here. */
  readonly agreementsOfUnits: readonly AgreementOfUnits[];
  readonly reportedClosing: ReadonlyMap<string, number | null> | null;
}

/** The units that the agreement funds on any day of the quarter. */
async function unitsIn(db: ReadDb, agreementId: AgreementId, period: Period) {
  const funded = db
    .select({ id: agreementUnit.unitId })
    .from(agreementUnit)
    .where(and(eq(agreementUnit.agreementId, agreementId), fundedDuring(period)));
  return readUnits(db, inArray(unit.id, funded));
}

async function packsFor(
  db: ReadDb,
  sources: readonly { readonly packId: string | null }[],
): Promise<ReturnInputs['packs']> {
  const used = new Set(sources.map((each) => each.packId));
  const rows = await db
    .select({
      ...pick(pack, 'id', 'kind', 'workspaceId', 'workspaceName', 'fiscalYear', 'quarter', 'sha256', 'fingerprint'),
      ...pick(pack, 'superseded'),
    })
    .from(pack)
    .orderBy(asc(pack.exportedAt), asc(pack.id));
  const unsigned = await unsignedIn(
    db,
    rows.filter(({ id, kind }) => kind === 'return' && used.has(id)).map(({ id }) => id),
  );
  return inOrderOf(rows, ({ workspaceName }) => workspaceName).map(({ fiscalYear, quarter, kind, ...row }) => ({
    ...row,
    kind: sourceKind.parse(kind),
    quarter: { fiscalYear, quarter },
    used: used.has(row.id),
    unsignedMonths: unsigned.get(row.id) ?? new Map(),
  }));
}

async function rulesOf(db: ReadDb, units: ReturnInputs['units'], { lastDay }: Period): Promise<ReturnContent['rules']> {
  const rules = await readCountingRules(
    db,
    units.map((each) => each.id),
    lastDay,
  );
  return units.flatMap(({ id, code }) =>
    rules.flatMap(({ unitId, ...rule }) => (unitId === id ? [{ unitCode: code, ...rule }] : [])),
  );
}

/** As the agreement has its units; of the return of all, as the one of the quarter before was locked. */
async function unitsBefore(db: ReadDb, { id }: { readonly id: AgreementId }, isOfAll: boolean, { previous }: Period) {
  if (!isOfAll) return (await unitsIn(db, id, periodOf(previous))).map(({ code }) => code);
  const locked = await findLocked(db, id, previous);
  return locked?.content.units.map(({ code }) => code) ?? null;
}

/** What the return of the quarter before said at its close, so that a figure changed since is reported. */
async function reportedClosing(db: ReadDb, agreementId: AgreementId, { previous }: Period) {
  const before = await findLocked(db, agreementId, previous);
  if (!before) return null;
  const closing = before.content.values.filter((each) => each.code === 'B2');
  return new Map(closing.flatMap(({ unitCode, value }) => (unitCode === null ? [] : [[unitCode, value] as const])));
}

export async function readInputs(db: ReadDb, agreementId: AgreementId, period: Period): Promise<ReturnInputs> {
  const { quarter } = period;
  const consolidated = await consolidatedAgreement(db, agreementId, quarter);
  const [own] = await db.select().from(agreement).where(eq(agreement.id, agreementId));
  const found = consolidated ?? own;
  if (!found) throw new StoreFailure('not_found');
  const units = consolidated ? await readUnits(db, eq(unit.active, true)) : await unitsIn(db, agreementId, period);
  const unitIds = units.map((each) => each.id);
  const panel = await readPanel(db, unitIds, { to: period.lastMonth });
  const stock = await readStock(db, unitIds, quarter);
  const framework = inForceOn(await heldFrameworks(db), period.lastDay);
  const targets = await heldTargets(db, agreementId, quarter);
  const agreementFigures = consolidated ? await agreementFiguresOf(db, period) : null;
  return {
    agreement: found,
    consolidated: consolidated !== null,
    units,
    unitsBefore: await unitsBefore(db, found, consolidated !== null, period),
    panel,
    stock,
    entered: await readEntered(db, unitIds, quarter),
    enteredBefore: await readEntered(db, unitIds, period.previous),
    framework: { ...framework, indicators: withTargets(framework.indicators, targets, quarter) },
    stockBefore: await readStock(db, unitIds, period.previous),
    packs: await packsFor(db, [...panel.cells, ...stock.values(), ...(agreementFigures ?? [])]),
    rules: await rulesOf(db, units, period),
    funding: await heldFunding(db, agreementId, quarter),
    registers: await snapshotOf(db, agreementId, quarter),
    agreementFigures,
    agreementsOfUnits: consolidated ? await agreementsOfUnits(db, period) : [],
    reportedClosing: await reportedClosing(db, agreementId, period),
  };
}
