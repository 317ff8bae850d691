import { eq } from 'drizzle-orm';
import { chargeStage } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId } from '#contract/ground/ids';
import { arrestCounts, countedCharges } from '../../casework/charges/rules.ts';
import {
  isReviewedWhole,
  keepBefore,
  keepCorrection,
  monthsBetween,
  movedMonths,
} from '../../casework/corrections/keep.ts';
import type { InvestigationRecord } from '../../casework/investigationState/rows.ts';
import { anyId } from '../../ground/kernel/among.ts';
import { must } from '../../ground/kernel/assert.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { arrest, charge, investigation } from '../../ground/schema/unit/investigations.ts';
import type { Context } from '../../store/types.ts';

/** The name of the file by which records change, and who reads it. */
export interface Reading {
  readonly source: string;
  readonly context: Context;
}

const reasonOf = ({ source }: Reading): string => source.slice(0, 300);

const singles = { arrest, charge };
type SingleKind = keyof typeof singles;
type Single = typeof arrest.$inferSelect | typeof charge.$inferSelect;

async function singleNow(tx: WriteTx, record: SingleKind, id: string): Promise<Single | null> {
  const table = singles[record];
  const [row] = await tx
    .select()
    .from(table)
    .where(eq(table.id, anyId(id)));
  return row ?? null;
}

function countsOf(row: Single | null) {
  if (row === null) return [];
  return 'arrestedOn' in row ? arrestCounts(row) : countedCharges([row]);
}

const stages: readonly string[] = chargeStage.options;

/** Whether a charge goes on to a later stage, which it does on a day of its own. */
export const goesOn = (was: string, now: string): boolean => stages.indexOf(now) > stages.indexOf(was);

/** What may take the place of something. */
function factsOf(now: Single, was: Single): object {
  if ('arrestedOn' in now) return pick(now, 'arrestedOn', 'youth');
  const facts = pick(now, 'section', 'counts', 'disposition', 'disposedOn');
  return 'stage' in was && goesOn(was.stage, now.stage) ? facts : { ...facts, ...pick(now, 'stage', 'laidOn') };
}

/** Does what changes an arrest or a charge that was there, and keeps what it was, as where somebody puts it right by hand. */
export async function keepingSingle(
  tx: WriteTx,
  of: { readonly record: SingleKind; readonly id: string },
  change: (was: Single | null) => Promise<unknown>,
  reading: Reading,
): Promise<void> {
  const { record, id } = of;
  const was = await singleNow(tx, record, id);
  await change(was);
  const now = await singleNow(tx, record, id);
  const row = must(was ?? now, 'a record is there before or after');
  const months = movedMonths(countsOf(was), countsOf(now), id);
  const kept = { record, row, reason: reasonOf(reading), months };
  if (was !== null && now !== null) await keepCorrection(tx, { ...kept, after: factsOf(now, was) }, reading.context);
  else {
    const act = now === null ? 'entered_in_error' : 'restored';
    await keepBefore(tx, { ...kept, act, isLegal: isReviewedWhole(record) }, reading.context);
  }
}

const between = (one: CivilDate | null, other: CivilDate | null) =>
  one === null || other === null || one === other ? [] : monthsBetween(one, other);

/** Does what may move the days of a file that was there, and keeps what they were. */
export async function keepingDays(
  tx: WriteTx,
  id: InvestigationId,
  change: () => Promise<unknown>,
  reading: Reading,
): Promise<void> {
  const held = async (): Promise<InvestigationRecord> => {
    const [row] = await tx.select().from(investigation).where(eq(investigation.id, id));
    return must(row, 'a file that an extract changes is there');
  };
  const was = await held();
  await change();
  const now = await held();
  const after = { openedOn: now.openedOn, ...(now.concludedOn !== null && { concludedOn: now.concludedOn }) };
  const months = [...between(was.openedOn, now.openedOn), ...between(was.concludedOn, now.concludedOn)];
  const kept = { record: 'investigation' as const, row: was, after, reason: reasonOf(reading) };
  await keepCorrection(tx, { ...kept, months: [...new Set(months)].sort() }, reading.context);
}
