import type { ImportId, ReferralId, UnitId } from '#contract/ground/ids';
import { createHash, type Hash } from 'node:crypto';
import type { Measure } from '#contract/ground/codes';
import { monthOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import { identifierKey } from '../../casework/identifiers/normalise.ts';
import { readSeen } from '../../casework/identifiers/rules.ts';
import { must } from '../../ground/kernel/assert.ts';
import { insertsInto } from '../../ground/kernel/insertAll.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { printNumber, takeNumbers } from '../../ledger/ledger/numbers.ts';
import { closingTerm, referralEntries } from '../../ledger/ledger/rules.ts';
import { isOpen } from '../../casework/referrals/rules.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { identifier } from '../../ground/schema/unit/persons.ts';
import { never, referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { decisionDeadline, type DecisionPeriods } from '../../casework/referrals/triage/rules.ts';
import { decisionPeriods } from '../../casework/referrals/triage/settle.ts';
import { inboxKey } from '../../casework/referrals/triage/inbox.ts';
import { markPartial, moveMonths, type UncertainMonth } from './months.ts';
import type { Ended, ImportedReferral } from './types.ts';

function startInserts(tx: WriteTx) {
  return {
    referral: insertsInto(tx, referral, [
      'id',
      'unitId',
      'number',
      'source',
      'receivedOn',
      'externalNumber',
      'externalKey',
      'priorityReceived',
      'riskBand',
      'summary',
      'rowFingerprint',
      'state',
      'stateOn',
      'stateOnLatest',
      'stateOnPrecision',
      'open',
      'importId',
      'enteredAt',
      'enteredBy',
      'decisionFrom',
      'decisionDueAt',
      'dueAt',
      'inboxKey',
    ]),
    event: insertsInto(tx, referralEvent),
    identifier: insertsInto(tx, identifier),
    entry: insertsInto(tx, ledgerEntry),
  };
}

/** What a bulk write holds between its rows; the months and the numbers are written once, at the end. */
export interface BulkWrite {
  readonly tx: WriteTx;
  readonly context: Context;
  readonly importId: ImportId;
  readonly at: number;
  readonly inserts: ReturnType<typeof startInserts>;
  /** The first number of each unit and year, and how many were given. */
  readonly numbers: Map<
    string,
    { readonly unitId: string; readonly year: string; readonly first: number; taken: number }
  >;
  readonly months: Map<
    string,
    { readonly unitId: UnitId; readonly term: Measure; readonly month: Month; amount: number }
  >;
  /** Months in which ends may lie that are counted in none. */
  readonly uncertain: Map<string, UncertainMonth>;
  /** Within how long the decision about imminent danger is due, by unit. */
  readonly decisions: Map<string, DecisionPeriods>;
  readonly digest: Hash;
}

export function startBulkWrite(tx: WriteTx, context: Context, importId: ImportId): BulkWrite {
  const at = context.clock.now();
  const held = { numbers: new Map(), months: new Map(), uncertain: new Map(), decisions: new Map() };
  return { tx, context, importId, at, inserts: startInserts(tx), ...held, digest: createHash('sha256') };
}

/** How many numbers are needed is known at the end: none is taken until then, and the transaction lets no one else in. */
async function nextNumber({ tx, numbers }: BulkWrite, unitId: string, year: string): Promise<string> {
  const key = `${unitId} ${year}`;
  let series = numbers.get(key);
  if (!series) {
    series = { unitId, year, first: await takeNumbers(tx, 'referral', unitId, year, 0), taken: 0 };
    numbers.set(key, series);
  }
  series.taken += 1;
  return printNumber('referral', year, series.first + series.taken - 1);
}

function addAmount({ months }: BulkWrite, unitId: UnitId, term: Measure, month: Month, amount: number): void {
  const key = `${unitId} ${term} ${month}`;
  const held = months.get(key);
  if (held) held.amount += amount;
  else months.set(key, { unitId, term, month, amount });
}

/** The months in which an end may have been that is counted in none of them, and those through whose last day the file may have been open. */
function addUncertain({ uncertain }: BulkWrite, unitId: UnitId, { state, on }: Ended, latest: CivilDate): void {
  const months = monthsBetween(monthOf(on), monthOf(latest));
  if (months.length === 1) return;
  const mark = (measure: Measure, month: Month) =>
    uncertain.set(`${unitId} ${measure} ${month}`, { unitId, measure, month });
  for (const month of months) mark(closingTerm[state], month);
  for (const month of months.slice(0, -1)) mark('reclassified', month);
}

/** What ended before it came here is not asked for a decision. */
const nothingDue = { decisionFrom: null, decisionDueAt: null, dueAt: never };

async function decisionOf({ tx, at, importId, decisions }: BulkWrite, unitId: string, receivedOn: CivilDate) {
  const held = decisions.get(unitId);
  const periods = held ?? (await decisionPeriods(tx, unitId, at));
  if (held === undefined) decisions.set(unitId, periods);
  const decisionDueAt = decisionDeadline({ importId, receivedOn }, at, periods);
  return { decisionFrom: at, decisionDueAt, dueAt: decisionDueAt };
}

interface WrittenRow {
  readonly id: ReferralId;
  readonly unitId: UnitId;
  readonly enteredBy: string;
}

async function writeIdentifiers(
  { context, at, inserts }: BulkWrite,
  { id: fileId, unitId, enteredBy }: WrittenRow,
  identifiers: readonly IdentifierFacts[],
): Promise<void> {
  for (const { kind, value, service, port, seenText, seenOffset, obtained } of identifiers) {
    const key = must(identifierKey(kind, value), 'an identifier of a row has its key');
    const facts = { kind, value, service, identifierKey: key, port, obtained, seenText };
    const seen = readSeen(seenText, seenOffset);
    const id = context.newId();
    await inserts.identifier.add({
      ...{ id, unitId, fileKind: 'referral', fileId },
      ...facts,
      ...seen,
      ...{ enteredAt: at, enteredBy },
    });
  }
}

/** The row of one referral, as it is written. */
async function rowOf(write: BulkWrite, imported: ImportedReferral) {
  const { ended, fingerprint: rowFingerprint } = imported;
  const said = pick(imported, 'unitId', 'source', 'receivedOn', 'externalNumber', 'externalKey');
  const facts = { ...said, ...pick(imported, 'priorityReceived', 'riskBand', 'summary') };
  const { unitId, receivedOn, priorityReceived, riskBand: band } = facts;
  const number = await nextNumber(write, unitId, receivedOn.slice(0, 4));
  const end = ended ?? { state: 'received' as const, on: receivedOn, uncertain: null };
  const decision = ended ? nothingDue : await decisionOf(write, unitId, receivedOn);
  const { dueAt } = decision;
  const key = inboxKey({ dangerSince: null, isDecisionOwed: ended === null, priorityReceived, band, dueAt });
  const id: ReferralId = write.context.newId();
  return {
    row: { id, number, ...facts, state: end.state, stateOn: end.on, open: isOpen(end.state) },
    origin: { rowFingerprint },
    decision: { ...decision, inboxKey: key },
  };
}

async function writeEnd(
  write: BulkWrite,
  { id: referralId, unitId, enteredBy: userId }: WrittenRow,
  ended: Ended,
): Promise<void> {
  const { context, inserts, at } = write;
  const { latest, precision } = ended.uncertain ?? { latest: null, precision: null };
  const moved = { position: 1, fromState: 'received', toState: ended.state, on: ended.on, at } as const;
  const day = { onLatest: latest, onPrecision: precision };
  await inserts.event.add({ id: context.newId(), referralId, unitId, ...moved, ...day, userId });
  if (latest !== null) addUncertain(write, unitId, ended, latest);
}

/** Writes one referral with its conclusion, if it has one, and what both add to the ledger. */
export async function writeReferral(write: BulkWrite, imported: ImportedReferral): Promise<void> {
  const { context, importId, at, inserts, digest } = write;
  const { ended, identifiers, unitId, receivedOn } = imported;
  const { row, origin, decision } = await rowOf(write, imported);
  const { id } = row;
  const enteredBy = context.session.user.id;
  const { latest = null, precision = null } = ended?.uncertain ?? {};
  const since = { stateOnLatest: latest, stateOnPrecision: precision };
  await inserts.referral.add({ ...row, ...since, ...origin, ...decision, importId, enteredAt: at, enteredBy });
  if (ended) await writeEnd(write, { id, unitId, enteredBy }, ended);
  await writeIdentifiers(write, { id, unitId, enteredBy }, identifiers);
  const events = ended ? [{ on: ended.on, latest, from: 'received', to: ended.state, carried: false } as const] : [];
  for (const { on, term, amount } of referralEntries({ receivedOn, events })) {
    await inserts.entry.add({ fileKind: 'referral', fileId: id, unitId, on, term, amount });
    addAmount(write, unitId, term, on.slice(0, 7) as Month, amount);
  }
  digest.update(
    JSON.stringify({ ...row, ...(latest !== null && since), ...(identifiers.length > 0 && { identifiers }) }),
  );
}

/** What follows may read the rows that were written until now. */
export async function endPiece({ inserts }: BulkWrite): Promise<void> {
  for (const each of Object.values(inserts)) await each.end();
}

/** Moves the months and the series of numbers; returns the digest of every row as written. */
export async function endBulkWrite({
  tx,
  context,
  importId,
  numbers,
  months,
  uncertain,
  digest,
}: BulkWrite): Promise<string> {
  const moves = Array.from(months.values(), ({ term, ...move }) => ({ ...move, measure: term }));
  await moveMonths(tx, importId, moves, context);
  await markPartial(tx, importId, [...uncertain.values()], context);
  for (const { unitId, year, taken } of numbers.values()) await takeNumbers(tx, 'referral', unitId, year, taken);
  return digest.digest('hex');
}
