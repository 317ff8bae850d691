import type { AgreementId, UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { exitCodes, InputFailure } from './outcome.ts';
import type { OpenWorkspace } from './workspace.ts';

const sameCode = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** People name units and agreements by their codes; the store knows them by ids. */
export function unitIdOf(units: Output<'units.list'>['units'], code: string): UnitId {
  const found = units.find((each) => sameCode(each.code, code));
  if (found) return found.id;
  throw new InputFailure('noSuchUnit', { code, known: units.map((each) => each.code).join(', ') }, failed);
}

export async function unitIdsOf({ call }: OpenWorkspace, codes: readonly string[]): Promise<UnitId[]> {
  const { units } = await call('units.list', {});
  return codes.map((code) => unitIdOf(units, code));
}

export async function agreementIdOf({ call }: OpenWorkspace, code: string): Promise<AgreementId> {
  const { agreements } = await call('agreements.list', {});
  const found = agreements.find((each) => sameCode(each.code, code));
  if (found) return found.id;
  // The return of all units is prepared, locked and exported as an agreement's is.
  const { consolidated } = await call('returns.list', {});
  if (consolidated && sameCode(consolidated.code, code)) return consolidated.id;
  throw new InputFailure('noSuchAgreement', { code, known: agreements.map((each) => each.code).join(', ') }, failed);
}

const { failed } = exitCodes;
