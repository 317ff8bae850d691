import type { AgreementId } from '#contract/ground/ids';
import type { FiscalQuarter, Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Check } from '#contract/reporting/returns';
import type { agreement } from '../../ground/schema/coordination/agreements.ts';
import { getSetting } from '../../store/settings.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** Used for the consolidated return in place of an agreement's code, the same in both languages; it names its folder. */
export const consolidatedCode = 'TOTAL';

/**
 * The consolidated return is prepared, locked, restated, exported and released as an agreement's is. It covers every unit known here, and
 * its id is the workspace's own. Null for any other id.
 */
export async function consolidatedAgreement(
  db: Pick<ReadDb, 'select'>,
  id: string,
  quarter: Quarter,
): Promise<typeof agreement.$inferSelect | null> {
  const workspace = await getSetting(db, 'workspace');
  if (workspace.id !== id) return null;
  return {
    id: id as AgreementId,
    version: 1,
    code: consolidatedCode,
    recipientEn: workspace.name,
    recipientFr: workspace.name,
    programmeEn: 'Consolidated return of all units',
    programmeFr: 'Rapport regroupé de toutes les unités',
    signaturePlannedOn: null,
    signedOn: null,
    startsOn: periodOf({ ...quarter, quarter: 1 as FiscalQuarter }).firstDay,
    endsOn: periodOf({ ...quarter, quarter: 4 as FiscalQuarter }).lastDay,
    languages: ['en', 'fr'],
    asksBacklogAvoided: true,
    indicators: null,
  };
}

/** What a unit lacks, or an office has explained in its own return, does not hold back the return of all: it is said in it. */
export function checksOfConsolidated(checks: readonly Check[]): Check[] {
  const blocks = ({ code, blocking }: Check): boolean =>
    blocking && (code === 'no_unit' || code === 'attestation_missing');
  return checks
    .map((each) => ({ ...each, blocking: blocks(each) }))
    .sort((a, b) => Number(b.blocking) - Number(a.blocking));
}
