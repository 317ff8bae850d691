import { and, asc, eq } from 'drizzle-orm';
import { quarterNumbers, type FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { AnnualText } from '#contract/reporting/annual';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { annualText } from '../../ground/schema/coordination/annual.ts';

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
