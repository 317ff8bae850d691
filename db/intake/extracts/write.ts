import { desc, eq, sql } from 'drizzle-orm';
import type { ChargeStage, Disposition } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { ExtractKind } from '#contract/intake/extracts';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { anyId } from '../../ground/kernel/among.ts';
import type { MonthMove } from '../imports/months.ts';
import { changeInvestigation, heldInvestigation } from '../../casework/investigationState/change.ts';
import { linksToMove, moveOpening } from '../../casework/investigations/describe.ts';
import { openInvestigation } from '../../casework/investigations/open.ts';
import type { InvestigationRecord } from '../../casework/investigationState/rows.ts';
import { must } from '../../ground/kernel/assert.ts';
import { refileInvestigation } from '../../ledger/ledger/refile.ts';
import { arrest, charge, investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { clearance } from '../../ground/schema/unit/offences.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { FreshId } from '../../ground/kernel/ids.ts';
import type { Context } from '../../store/types.ts';
import { referralNamed } from './facts.ts';
import type { JudgedRow } from './judge.ts';
import { leadIn, writeOpening } from './writeOpening.ts';
import { goesOn, keepingDays, keepingSingle } from './keepReplaced.ts';
import { recounting } from './recount.ts';
import { defaults, unfounded, type Said, type Value } from './rules.ts';
import type { ChangeLog } from './snapshots.ts';

export interface ExtractWrite {
  readonly tx: WriteTx;
  readonly context: Context;
  readonly log: ChangeLog;
  readonly moves: MonthMove[];
  /** The name of its file. */
  readonly source: string;
}

/** What a row makes of its record: what was there, with what the extract says of it. */
function saidAfter(kind: ExtractKind, row: JudgedRow): Said {
  return {
    ...defaults[kind],
    ...row.held,
    ...Object.fromEntries(row.fields.map(({ field, after }) => [field, after])),
  };
}

const textOf = (said: Value | undefined) => (typeof said === 'string' ? said : null);
const textsOf = ({ title, subject }: Said) => ({ title: textOf(title), subject: textOf(subject) });

async function openFile(write: ExtractWrite, row: JudgedRow, next: Said): Promise<string> {
  const { tx, context, log } = write;
  const openedOn = dayIn(next.openedOn);
  const record = must(row.record, 'a new row was read');
  const named = await referralNamed(tx, record, openedOn);
  const referralId = named === null ? null : named.id;
  const { unitId, number } = record;
  if (referralId !== null) await log.touch('referral', referralId, unitId);
  const referralIds = referralId === null ? [] : [referralId];
  const { title, subject } = textsOf(next);
  const texts = { ...(title !== null && { title }), ...(subject !== null && { subject }) };
  const input = { unitId, openedOn, number, referralIds, lead: leadIn(next), ...texts };
  const { output } = await openInvestigation(tx, input, context);
  log.added('investigation', output.id, unitId);
  await writeOpening(write, output.id, next);
  if (typeof next.concludedOn === 'string') await conclude(write, output.id, dayIn(next.concludedOn));
  return output.id;
}

async function conclude({ tx, context }: ExtractWrite, id: InvestigationId, on: CivilDate): Promise<void> {
  const held = await heldInvestigation(tx, id);
  const waiting = held.waiting === 'crown_or_court' ? 'crown_or_court' : 'active';
  await changeInvestigation(tx, held, { kind: 'concluded', on, waiting }, context);
}

async function mendConclusion({ tx }: ExtractWrite, id: InvestigationId, on: CivilDate): Promise<void> {
  const [last] = await tx
    .select({ id: investigationEvent.id })
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, id))
    .orderBy(desc(investigationEvent.position))
    .limit(1);
  const event = must(last, 'a concluded file has its conclusion as its last event');
  await tx.update(investigationEvent).set({ on }).where(eq(investigationEvent.id, event.id));
  await tx.update(investigation).set({ concludedOn: on, waitingSince: on }).where(eq(investigation.id, id));
}

async function mendOpening({ tx, log }: ExtractWrite, held: InvestigationRecord, to: CivilDate): Promise<void> {
  if (to === held.openedOn) return;
  const opening = { to, field: 'openedOn' };
  for (const { referralId } of await linksToMove(tx, held, opening))
    await log.touch('referral', referralId, held.unitId);
  await moveOpening(tx, held, opening);
}

async function changeFile(write: ExtractWrite, id: InvestigationId, next: Said): Promise<void> {
  const { tx, log } = write;
  const held = await heldInvestigation(tx, id);
  await log.touch('investigation', id, held.unitId);
  const { concludedOn } = next;
  if (typeof concludedOn === 'string' && held.concludedOn !== null) await mendConclusion(write, id, dayIn(concludedOn));
  await mendOpening(write, held, dayIn(next.openedOn));
  await tx
    .update(investigation)
    .set({ version: held.version + 1, ...textsOf(next) })
    .where(eq(investigation.id, id));
  if (typeof concludedOn === 'string' && held.concludedOn === null) await conclude(write, id, dayIn(concludedOn));
  else await refileInvestigation(tx, id);
}

type Single = Exclude<ExtractKind, 'investigations' | 'clearances'>;
const recordKind = { arrests: 'arrest', charges: 'charge' } as const satisfies Record<Single, string>;

/** What an extract says was judged before it is written: days are days, and stages are stages. */
const dayIn = (said: Value | undefined) => String(said) as CivilDate;
const arrestOf = (said: Said) => ({ arrestedOn: dayIn(said.arrestedOn), youth: said.youth === 1 });
const chargeOf = (said: Said) => ({
  laidOn: dayIn(said.laidOn),
  section: String(said.section),
  counts: Number(said.counts),
  stage: String(said.stage) as ChargeStage,
  disposition: (said.disposition ?? null) as Disposition | null,
  disposedOn: (said.disposedOn ?? null) as CivilDate | null,
});

/** The day of the stage that a charge leaves stays with it. */
function stageLeft(held: Said, next: Said) {
  if (!goesOn(String(held.stage), String(next.stage)) || held.stage === 'laid') return {};
  const on = dayIn(held.laidOn);
  return held.stage === 'recommended' ? { recommendedOn: on } : { approvedOn: on };
}

const fileOf = (row: JudgedRow, unitId: UnitId) => ({
  id: must(row.fileId, 'a row without its file is invalid'),
  unitId,
});

async function insertSingle(write: ExtractWrite, kind: Single, row: JudgedRow, next: Said): Promise<string> {
  const { tx, context, log, moves } = write;
  const isStruck = row.difference === 'struck';
  const id = isStruck ? (must(row.last, 'what was struck had been imported').recordId as FreshId) : context.newId();
  const { unitId } = must(row.record, 'a new row was read');
  const file = fileOf(row, unitId);
  const owner = { id, unitId, investigationId: file.id };
  log.added(recordKind[kind], id, unitId);
  const insert = async () => {
    if (kind === 'arrests') await tx.insert(arrest).values({ ...owner, ...arrestOf(next) });
    else await tx.insert(charge).values({ ...owner, ...chargeOf(next) });
  };
  const record = { record: recordKind[kind], id };
  // What was entered in error and is asked for all the same is put back.
  moves.push(...(await recounting(tx, file, isStruck ? () => keepingSingle(tx, record, insert, write) : insert)));
  return id;
}

async function changeSingle(write: ExtractWrite, kind: Single, row: JudgedRow, id: string, next: Said) {
  const { tx, log, moves } = write;
  const { unitId } = must(row.record, 'a changed row was read');
  await log.touch(recordKind[kind], id, unitId);
  const change = async (was: { readonly version: number } | null) => {
    const version = must(was, 'a record that is changed is there').version + 1;
    const charged = { ...chargeOf(next), ...stageLeft(row.held, next), version };
    if (kind === 'charges')
      await tx
        .update(charge)
        .set(charged)
        .where(eq(charge.id, anyId(id)));
    else
      await tx
        .update(arrest)
        .set({ ...arrestOf(next), version })
        .where(eq(arrest.id, anyId(id)));
  };
  const record = { record: recordKind[kind], id };
  moves.push(...(await recounting(tx, fileOf(row, unitId), () => keepingSingle(tx, record, change, write))));
}

/** Takes out a record that the extract no longer has. */
export async function removeSingle(write: ExtractWrite, kind: Single, row: JudgedRow): Promise<void> {
  const { tx, log, moves } = write;
  const { unitId, recordId } = must(row.last, 'a record is gone from an extract that had it');
  await log.touch(recordKind[kind], recordId, unitId);
  const table = kind === 'arrests' ? arrest : charge;
  const remove = () => tx.delete(table).where(eq(table.id, anyId(recordId)));
  const record = { record: recordKind[kind], id: recordId };
  moves.push(...(await recounting(tx, fileOf(row, unitId), () => keepingSingle(tx, record, remove, write))));
}

async function writeClearance({ tx, log }: ExtractWrite, row: JudgedRow, next: Said): Promise<string> {
  const { unitId } = must(row.record, 'a row that is written was read');
  const { id } = fileOf(row, unitId);
  await log.touch('clearance', id, unitId);
  const founded = next.clearance !== unfounded;
  const facts = { founded, reason: founded ? String(next.clearance) : null, on: dayIn(next.clearedOn) };
  await tx
    .insert(clearance)
    .values({ investigationId: id, unitId, ...facts })
    .onConflictDoUpdate({
      target: clearance.investigationId,
      set: { ...facts, version: sql`${clearance.version} + 1` },
    });
  return id;
}

/** Writes one row; returns the id of its record. */
export async function writeRow(write: ExtractWrite, kind: ExtractKind, row: JudgedRow): Promise<string> {
  const next = saidAfter(kind, row);
  if (kind === 'clearances') return writeClearance(write, row, next);
  if (row.recordId === null)
    return kind === 'investigations' ? openFile(write, row, next) : insertSingle(write, kind, row, next);
  if (kind === 'investigations') {
    const id = row.recordId as InvestigationId;
    await keepingDays(write.tx, id, () => changeFile(write, id, next), write);
  } else await changeSingle(write, kind, row, row.recordId, next);
  return row.recordId;
}
