import { useDebouncedValue } from '@mantine/hooks';
import type { PossibleDuplicate, ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useNames } from '../../../lib/useNames.ts';

/** A referral under which others may be bundled; `reasons` where it may be about the same. */
export interface Head {
  readonly id: string;
  readonly number: string;
  readonly unitId: ReferralRow['unitId'];
  readonly receivedOn: string;
  readonly source: ReferralRow['source'];
  readonly externalNumber: string | null;
  readonly reasons: PossibleDuplicate['reasons'];
}

const most = 6;

/**
 * Those that a typed number finds; before anything is typed, those that may be about the same as the first to be bundled, or else the
 * latest. What is bundled already cannot be a head, nor can what is to be bundled or is another unit's.
 */
export function useHeads(typed: string, targets: readonly ReferralRow[]): readonly Head[] {
  const [number] = useDebouncedValue(useNames().bareNumber(typed), 150);
  const first = targets[0]?.id ?? '';
  const same = useRead('referrals.get', { referralId: first }, { enabled: first !== '' }).data?.duplicates ?? [];
  const unitId = targets[0]?.unitId;
  const found = useFound(number, unitId);
  const own = new Set<string>(targets.map((row) => row.id));
  const canLead = (row: Pick<ReferralRow, 'id' | 'state' | 'unitId'>) =>
    row.state !== 'bundled' && row.unitId === unitId && !own.has(row.id);
  const alike = same.filter(canLead).map((each): Head => ({ ...each, externalNumber: null }));
  if (number === '' && alike.length > 0) return alike.slice(0, most);
  const reasonsOf = (id: string) => alike.find((each) => each.id === id)?.reasons ?? [];
  return found
    .filter(canLead)
    .map((row): Head => ({ ...row, reasons: reasonsOf(row.id) }))
    .slice(0, most);
}

function useFound(number: string, unitId: Head['unitId'] | undefined): readonly ReferralRow[] {
  const filter = { unitId, ...(number !== '' && { numberStartsWith: number }) };
  const sort = { column: 'receivedOn', descending: true } as const;
  const found = useRead('referrals.list', { filter, sort, from: { at: 'start' }, size: 20 }, { keepPrevious: true });
  return found.data?.rows ?? [];
}
