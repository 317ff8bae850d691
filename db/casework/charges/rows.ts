import type { ChargedPersonRow, ChargeRow } from '#contract/casework/charges';
import type { ChargeStage, Disposition } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ChargeId, PersonId } from '#contract/ground/ids';
import type { OffenceCatalogue } from '#contract/casework/offences';
import { isValidThen } from '../offences/rules.ts';
import type { charge } from '../../ground/schema/unit/investigations.ts';
import { firstCharged, mostSerious } from './rules.ts';

export type ChargeRecord = typeof charge.$inferSelect;

export function toCharge(row: ChargeRecord, catalogue: OffenceCatalogue): ChargeRow {
  const offenceOn = row.offenceOn as CivilDate | null;
  return {
    id: row.id as ChargeId,
    version: row.version,
    section: row.section,
    counts: row.counts,
    stage: row.stage as ChargeStage,
    personId: row.personId as PersonId | null,
    offenceOn,
    recommendedOn: row.recommendedOn as CivilDate | null,
    approvedOn: row.approvedOn as CivilDate | null,
    laidOn: row.laidOn as CivilDate,
    disposition: row.disposition as Disposition | null,
    disposedOn: row.disposedOn as CivilDate | null,
    isValidThen: isValidThen(catalogue, row.section, offenceOn),
  };
}

/** Each person charged in the file, once: since when, and under which of the charges they are counted. */
export function chargedPersons(rows: readonly ChargeRecord[], catalogue: OffenceCatalogue): ChargedPersonRow[] {
  const laid = rows.filter((row) => row.stage === 'laid');
  return [...firstCharged(laid)].map(([personId, on]) => ({
    personId: personId as PersonId,
    on,
    section: mostSerious(
      laid.filter((row) => row.personId === personId),
      catalogue,
    ),
  }));
}
