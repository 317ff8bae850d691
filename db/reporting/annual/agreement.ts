import { eq } from 'drizzle-orm';
import type { AgreementId } from '#contract/ground/ids';
import type { AnnualContent } from '#contract/reporting/annual';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { agreement } from '../../ground/schema/coordination/agreements.ts';
import { agreementFacts } from '../agreements/facts.ts';

/** @throws StoreFailure `not_found` */
export async function agreementOf(db: ReadDb, id: AgreementId): Promise<AnnualContent['agreement']> {
  const [row] = await db.select().from(agreement).where(eq(agreement.id, id));
  if (!row) throw new StoreFailure('not_found');
  return agreementFacts(row);
}
