import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { fundingSnapshot, reportedRegister, type FundingSnapshot } from '#contract/reporting/fundingSnapshot';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { heldPillars } from './heldPillars.ts';
import { readGrid, unitCodes } from './rows.ts';

/** Every register as it is now, for a return to keep; null where nothing is entered. */
export async function snapshotOf(
  db: ReadDb,
  agreementId: AgreementId,
  { fiscalYear }: Quarter,
): Promise<FundingSnapshot | null> {
  const codes = new Map((await unitCodes(db)).map(({ id, code }) => [id, code]));
  const entries: [string, FundingSnapshot['budget']][] = [];
  for (const each of reportedRegister.options) {
    const rows = await readGrid(db, { agreementId, register: each, fiscalYear });
    const cells = rows.map(({ cells: { unitId, ...others } }) => ({
      ...others,
      ...(unitId !== undefined && { unitCode: codes.get(String(unitId)) ?? null }),
    }));
    entries.push([each, cells]);
  }
  if (entries.every(([, rows]) => rows.length === 0)) return null;
  const snapshot = fundingSnapshot.parse(Object.fromEntries(entries));
  const named = new Set(snapshot.budget.map(({ pillar }) => pillar));
  const pillars = (await heldPillars(db)).filter(({ code }) => named.has(code));
  return pillars.length === 0 ? snapshot : { ...snapshot, pillars };
}
