import type { ChargedPersonRow, ChargeRow } from '#contract/casework/charges';
import type { PersonId } from '#contract/ground/ids';
import type { OffenceCatalogue } from '#contract/casework/offences';
import { isValidThen } from '../offences/rules.ts';
import { pick } from '../../ground/kernel/pick.ts';
import type { charge } from '../../ground/schema/unit/investigations.ts';
import { firstCharged, mostSerious } from './rules.ts';

export type ChargeRecord = typeof charge.$inferSelect;

export function toCharge(row: ChargeRecord, catalogue: OffenceCatalogue): ChargeRow {
  const offenceOn = row.offenceOn;
  return {
    ...pick(row, 'id', 'version', 'section', 'counts', 'stage', 'personId'),
    offenceOn,
    ...pick(row, 'recommendedOn', 'approvedOn', 'laidOn', 'disposition', 'disposedOn'),
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
