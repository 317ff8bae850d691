import type { ImportId, ReferralId, UnitId } from '#contract/ground/ids';
import { createHash, type Hash } from 'node:crypto';
import type { Measure } from '#contract/ground/codes';
import { monthOf, monthsBetween, type CivilDate, type Month, type UncertainDay } from '#contract/ground/dates';
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
      'receivedAt',
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
      'assignedTo',
      'officerNamed',
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
      id,
      unitId,
      fileKind: 'referral',
      fileId,
      ...facts,
      ...seen,
      enteredAt: at,
      enteredBy,
    });
  }
}

type Standing =
  | Ended
  | { readonly state: 'received' | 'assigned'; readonly on: CivilDate; readonly uncertain: UncertainDay };

/** Nobody knows since when an open one is assigned. */
function standingOf({ ended, assignedTo, receivedOn }: ImportedReferral, today: CivilDate): Standing {
  if (ended !== null) return ended;
  if (assignedTo === null) return { state: 'received', on: receivedOn, uncertain: null };
  const uncertain = receivedOn < today ? ({ latest: today, precision: 'unknown' } as const) : null;
  return { state: 'assigned', on: receivedOn, uncertain };
}

const factNames = [
  ...(['unitId', 'source', 'receivedOn', 'receivedAt', 'externalNumber', 'externalKey', 'priorityReceived'] as const),
  ...(['riskBand', 'summary', 'assignedTo', 'officerNamed'] as const),
] as const;

/** What the file says of one referral, as it is written. */
async function rowOf(write: BulkWrite, imported: ImportedReferral, { state, on: stateOn, uncertain }: Standing) {
  const { unitId, receivedOn } = imported;
  const id: ReferralId = write.context.newId();
  const number = await nextNumber(write, unitId, receivedOn.slice(0, 4));
  const { latest: stateOnLatest, precision: stateOnPrecision } = uncertain ?? { latest: null, precision: null };
  const since = { state, stateOn, stateOnLatest, stateOnPrecision, open: isOpen(state) };
  return { id, number, ...pick(imported, ...factNames), ...since };
}

/** What an open one owes, and its place in the inbox. */
async function owedBy(
  write: BulkWrite,
  { ended, unitId, receivedOn, priorityReceived, riskBand: band }: ImportedReferral,
) {
  const decision = ended ? nothingDue : await decisionOf(write, unitId, receivedOn);
  const facts = { dangerSince: null, isDecisionOwed: ended === null, priorityReceived, band };
  return { ...decision, inboxKey: inboxKey({ ...facts, dueAt: decision.dueAt }) };
}

/** The change by which it came to its state, where it is no longer as it was received. */
async function writeChange(
  write: BulkWrite,
  { id: referralId, unitId, enteredBy: userId }: WrittenRow,
  { state: toState, on, uncertain }: Standing,
): Promise<void> {
  const { context, inserts, at } = write;
  if (toState === 'received') return;
  const day = { on, onLatest: uncertain?.latest ?? null, onPrecision: uncertain?.precision ?? null };
  const moved = { position: 1, fromState: 'received', toState, ...day } as const;
  await inserts.event.add({ id: context.newId(), referralId, unitId, ...moved, at, userId });
}

/** Writes one referral as it is now, and what it adds to the ledger. */
export async function writeReferral(write: BulkWrite, imported: ImportedReferral): Promise<void> {
  const { context, importId, at, inserts, digest } = write;
  const { ended, fingerprint: rowFingerprint, identifiers, unitId, receivedOn } = imported;
  const standing = standingOf(imported, context.clock.today());
  const row = await rowOf(write, imported, standing);
  const enteredBy = context.session.user.id;
  const origin = { rowFingerprint, importId, enteredAt: at, enteredBy };
  await inserts.referral.add({ ...row, ...origin, ...(await owedBy(write, imported)) });
  await writeChange(write, { id: row.id, unitId, enteredBy }, standing);
  await writeIdentifiers(write, { id: row.id, unitId, enteredBy }, identifiers);
  const latest = standing.uncertain?.latest ?? null;
  if (ended && latest !== null) addUncertain(write, unitId, ended, latest);
  const events = [{ on: standing.on, latest, from: 'received', to: standing.state, carried: false } as const];
  for (const { on, term, amount } of referralEntries({ receivedOn, events })) {
    await inserts.entry.add({ fileKind: 'referral', fileId: row.id, unitId, on, term, amount });
    addAmount(write, unitId, term, on.slice(0, 7) as Month, amount);
  }
  digest.update(JSON.stringify(identifiers.length === 0 ? row : { ...row, identifiers }));
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
