import { asc, eq, isNotNull, notInArray } from 'drizzle-orm';
import type { Pillar } from '#contract/reporting/pillars';
import type { AgreementId } from '#contract/ground/ids';
import { spentByPillar, type YearByPillar } from '#contract/reporting/pillarSpending';
import { csvOf } from '../../documents/report/table.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { budgetLine, pillar } from '../../ground/schema/coordination/funding.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler, ReadHandler, WriteHandler } from '../../store/types.ts';
import { pillarTable } from './pillarTable.ts';
import { heldPillars } from './heldPillars.ts';
import { requireAgreement } from './rows.ts';

/** Every fiscal year of an agreement that has budget lines, the last first. */
async function spendingYears(
  db: ReadDb,
  agreementId: AgreementId,
  pillars: readonly Pillar[],
): Promise<YearByPillar[]> {
  const lines = await db
    .select()
    .from(budgetLine)
    .where(eq(budgetLine.agreementId, agreementId))
    .orderBy(asc(budgetLine.code));
  const years = [...new Set(lines.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a);
  const codes = pillars.map(({ code }) => code);
  return years.map((year) =>
    spentByPillar(
      year,
      lines.filter(({ fiscalYear }) => fiscalYear === year),
      codes,
    ),
  );
}

export const pillarReads: { readonly 'funding.spending': ReadHandler<'funding.spending'> } = {
  'funding.spending': async (db, { agreementId }) => {
    await requireAgreement(db, agreementId);
    const pillars = await heldPillars(db);
    return { pillars, years: await spendingYears(db, agreementId, pillars) };
  },
};

export const pillarWrites: { readonly 'funding.savePillars': WriteHandler<'funding.savePillars'> } = {
  'funding.savePillars': async (tx, { pillars, read }) => {
    const before = await heldPillars(tx);
    if (canonicalJson(before) !== canonicalJson(read)) throw new StoreFailure('conflict', 'version_conflict');
    const codes = pillars.map(({ code }) => code);
    const gone = before.map(({ code }) => code).filter((code) => !codes.includes(code));
    // On a server the column is encrypted, and equal to nothing that a query could name.
    const lines = await tx.select({ code: budgetLine.pillar }).from(budgetLine).where(isNotNull(budgetLine.pillar));
    if (lines.some(({ code }) => code !== null && gone.includes(code)))
      throw new StoreFailure('conflict', 'pillar_in_use');
    await tx.delete(pillar).where(notInArray(pillar.code, codes));
    for (const { code, nameEn, nameFr } of pillars)
      await tx
        .insert(pillar)
        .values({ code, nameEn, nameFr })
        .onConflictDoUpdate({ target: pillar.code, set: { nameEn, nameFr } });
    const after = await heldPillars(tx);
    return {
      output: {},
      audit: { subject: { kind: 'settings', id: 'pillars' }, changes: [{ field: 'pillars', before, after }] },
    };
  },
};

export const pillarActions: { readonly 'funding.exportSpending': ActionHandler<'funding.exportSpending'> } = {
  'funding.exportSpending': async (context, { agreementId, file }) => {
    const path = context.path(file);
    const { code } = await requireAgreement(context.read, agreementId);
    const pillars = await heldPillars(context.read);
    const years = await spendingYears(context.read, agreementId, pillars);
    const { bytes } = csvOf(pillarTable(years, { pillars, until: 4 }, code), 'spending-by-pillar.csv').file;
    const rows = years.reduce((sum, year) => sum + year.rows.length + 1, 0);
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { subject: { kind: 'agreement', id: agreementId }, facts: { rows } },
    });
    return {};
  },
};
