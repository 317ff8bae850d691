import { useDebouncedValue } from '@mantine/hooks';
import type { DuplicateReason, KnownFile } from '#contract/casework/identifiers';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useNames } from '../../../lib/useNames.ts';
import type { Alike } from './steps.ts';

/** A referral under which others may be bundled; `reasons` where it may be about the same. */
export interface Head {
  readonly id: string;
  readonly number: string;
  readonly unitId: ReferralRow['unitId'];
  readonly receivedOn: string;
  readonly source: ReferralRow['source'];
  readonly externalNumber: string | null;
  readonly reasons: readonly DuplicateReason[];
}

const most = 6;

const toHead = (row: Alike, reasons: Head['reasons'] = []): Head => ({ externalNumber: null, ...row, reasons });

/** Of several that are bundled, the one that leads a bundle already, or else the first received; another may be chosen. */
export function firstOf(targets: readonly Alike[]): Alike | undefined {
  if (targets.length < 2) return undefined;
  const placeOf = ({ leads, receivedOn, number }: Alike) => `${leads === true ? 0 : 1} ${receivedOn} ${number}`;
  return targets.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))[0];
}

/**
 * Those that a typed number finds; before anything is typed, the ones to be bundled where they are several, those that may be about the
 * same as one, or else the latest. What is bundled already cannot be a head, nor can another unit's.
 */
export function useHeads(typed: string, targets: readonly Alike[]): readonly Head[] {
  const [number] = useDebouncedValue(useNames().bareNumber(typed), 150);
  const [first] = targets;
  const file = { kind: 'referral', id: first?.id ?? ('' as never) } as const;
  const same = useRead('identifiers.matches', { file }, { enabled: first !== undefined }).data?.files ?? [];
  const unitId = first?.unitId;
  const found = useFound(number, unitId);
  const own = new Set<string>(targets.map((row) => row.id));
  const canLead = (row: Pick<Alike, 'id' | 'state' | 'unitId'>) =>
    row.state !== 'bundled' && row.unitId === unitId && !own.has(row.id);
  const alike = same.flatMap(headOf).filter(canLead);
  if (number === '' && targets.length > 1) return targets.map((row) => toHead(row));
  if (number === '' && alike.length > 0) return alike.slice(0, most);
  const reasonsOf = (id: string) => alike.find((each) => each.id === id)?.reasons ?? [];
  return found
    .filter(canLead)
    .map((row) => toHead(row, reasonsOf(row.id)))
    .slice(0, most);
}

function headOf({ file, unitId, number, received, shared }: KnownFile) {
  if (file.kind !== 'referral' || received === null) return [];
  const { on: receivedOn, source, state } = received;
  const reasons = [...new Set(shared.map(({ reason }) => reason))];
  return [{ id: file.id, unitId, number, receivedOn, source, state, externalNumber: null, reasons }];
}

function useFound(number: string, unitId: Head['unitId'] | undefined): readonly ReferralRow[] {
  const filter = { unitId, ...(number !== '' && { numberStartsWith: number }) };
  const sort = { column: 'receivedOn', descending: true } as const;
  const found = useRead('referrals.list', { filter, sort, from: { at: 'start' }, size: 20 }, { keepPrevious: true });
  return found.data?.rows ?? [];
}
