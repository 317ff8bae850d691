import { replacedFields } from '#contract/casework/corrections';
import type { CorrectedRecord, CorrectionAct } from '#contract/ground/codes';
import { addMonths, monthOf, quarterOf, type CivilDate, type Month } from '#contract/ground/dates';
import type { CaseFile, CorrectionId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import { caseFileOf } from '../files/caseFile.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { correction, issuedPack } from '../../ground/schema/unit/corrections.ts';
import type { RecordCount } from '../../ledger/ledger/countedBy.ts';
import type { Context } from '../../store/types.ts';

/** Within how long a second person looks at a correction. */
const reviewWithin = 72 * 3_600_000;

/** Dates of the law, and of what is counted: a correction of one is looked at by a second person. */
const reviewedFields: Readonly<Record<CorrectedRecord, readonly string[]>> = {
  investigation: ['openedOn'],
  referral: ['receivedOn'],
  person: ['birthDate'],
  identifier: [],
  offence: [],
  authority: ['startedOn', 'servedOn', 'dueOn', 'doneOn', 'endedOn'],
  device: ['seizedOn'],
  arrest: ['arrestedOn'],
  charge: ['offenceOn', 'recommendedOn', 'approvedOn', 'laidOn', 'disposedOn'],
  support_referral: [],
  hearing: [],
  transfer: ['decidedOn'],
};
const reviewedWhole: ReadonlySet<CorrectedRecord> = new Set([
  'arrest',
  'charge',
  'offence',
  'authority',
  'device',
  'transfer',
]);

interface Row {
  readonly id: string;
  readonly unitId: UnitId;
  readonly investigationId?: InvestigationId;
  readonly fileKind?: CaseFile['kind'];
  readonly fileId?: string;
  readonly personId?: PersonId | null;
}

/** The file that a row belongs to, or is. */
function fileOf(record: CorrectedRecord, { id, investigationId, fileKind, fileId }: Row): CaseFile {
  if (record === 'investigation' || record === 'referral') return caseFileOf(record, id);
  return investigationId === undefined
    ? caseFileOf(fileKind ?? 'referral', fileId ?? '')
    : { kind: 'investigation', id: investigationId };
}

export interface Corrected {
  readonly record: CorrectedRecord;
  /** The whole row before the change. */
  readonly row: Row;
  readonly reason: string;
  /** Whose counts it moves. */
  readonly months: readonly Month[];
  /** The file that has the correction among its own, where it is not the row's. */
  readonly keptIn?: CaseFile & { readonly unitId: UnitId };
}

/**
 * The months in which the two count differently.
 * @param of the record that changed: its months are said whatever changed, since a figure may be divided by it
 */
export function movedMonths(
  before: readonly RecordCount[],
  after: readonly RecordCount[],
  of: string | null = null,
): readonly Month[] {
  const keyOf = ({ recordId, measure, month, amount }: RecordCount): string =>
    [recordId, measure, month, amount].join(' ');
  const [was, is] = [before, after].map((counts) => new Map(counts.map((each) => [keyOf(each), each.month])));
  const moved = [...before, ...after].filter(
    (each) => each.recordId === of || !(was?.has(keyOf(each)) && is?.has(keyOf(each))),
  );
  return [...new Set(moved.map(({ month }) => month))].sort();
}

/** The months whose stock differs where something begins or ends on another day. */
export function monthsBetween(one: CivilDate, other: CivilDate): readonly Month[] {
  const [first, last] = [monthOf(one), monthOf(other)].sort() as [Month, Month];
  const months = [first];
  while (months.at(-1) !== last) months.push(addMonths(months.at(-1) ?? first, 1));
  return months;
}

async function isInSignedPack(tx: WriteTx, months: readonly Month[]): Promise<boolean> {
  const quarters = [...new Set(months.map((month) => periodOf(quarterOf(month)).id))];
  if (quarters.length === 0) return false;
  const found = await tx.select().from(issuedPack).where(isAmong(issuedPack.quarter, quarters)).limit(1);
  return found.length > 0;
}

/** Keeps what a record was, with who changed it and why. */
export async function keepBefore(
  tx: WriteTx,
  corrected: Corrected & {
    readonly act: CorrectionAct;
    readonly after?: object;
    readonly isLegal: boolean;
    /** Until when an earlier correction that nobody looked at is reviewed with this one. */
    readonly reviewDueAt?: number | null;
  },
  { newId, clock, session }: Context,
): Promise<CorrectionId> {
  const { record, row, after, act, reason, months, isLegal, reviewDueAt } = corrected;
  const file = corrected.keptIn ?? { ...fileOf(record, row), unitId: row.unitId };
  const [id, at] = [newId(), clock.now()];
  await tx.insert(correction).values({
    id,
    unitId: file.unitId,
    fileKind: file.kind,
    fileId: file.id,
    record,
    recordId: row.id,
    personId: record === 'identifier' ? (row.personId ?? null) : null,
    act,
    before: { ...row },
    after: after ? { ...after } : null,
    months,
    reason,
    at,
    by: session.user.id,
    reviewDueAt: reviewDueAt ?? (isLegal || (await isInSignedPack(tx, months)) ? at + reviewWithin : null),
  });
  return id;
}

/**
 * Keeps what a change takes the place of; one that only adds is no correction. Throws `correction_needs_reason` where a recorded value
 * changes without one.
 * @param after the facts as they are to be, under the names that the row has
 */
export async function keepCorrection(
  tx: WriteTx,
  {
    after,
    reason,
    ...corrected
  }: Omit<Corrected, 'reason'> & { readonly after: object; readonly reason: string | null },
  context: Context,
): Promise<void> {
  const replaced = replacedFields(corrected.row, after);
  if (replaced.length === 0) return;
  if (reason === null) throw new StoreFailure('invalid_input', 'correction_needs_reason', 'reason');
  const isLegal = replaced.some((field) => reviewedFields[corrected.record].includes(field));
  await keepBefore(tx, { ...corrected, after, reason, act: 'corrected', isLegal }, context);
}

/** What never was is taken out, and not ended: a record that an earlier version ended so stays as it is. */
export function requireTrueEnd(endReason: string | null, before: string | null = null): void {
  if (endReason === 'entered_in_error' && before !== endReason)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'endReason', code: 'invalid_value' }]);
}

/** Whether a record that is taken out, or put back, is looked at by a second person whatever it counts. */
export const isReviewedWhole = (record: CorrectedRecord): boolean => reviewedWhole.has(record);
