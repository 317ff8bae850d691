import type { CivilDate } from '#contract/ground/dates';
import type { ReferralId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { insertIdentifier } from '../identifiers/writes.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { toEach } from '../../ground/kernel/toEach.ts';
import { printNumber, takeNumbers } from '../../ledger/ledger/numbers.ts';
import { refileReferral } from '../../ledger/ledger/refile.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { requireAble } from '../../store/rights/members.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { editReferral } from './edit.ts';
import { requireNothingMissing } from './triage/danger.ts';
import { markedForRescore, requireRescore } from '../files/rescore.ts';
import { dayOf } from '../../ground/kernel/days.ts';
import { addScore } from './triage/scores.ts';
import { settleDue } from './triage/settle.ts';
import { requireNotHeldBack } from './heldBack.ts';
import { heldNumbers } from './knownNumbers.ts';
import { externalKey, isEnded, isOpen, requireDate, requireMove, type Standing } from './rules.ts';
import { undoReferrals } from './undo.ts';
import { heldReferral, moveReferral, type ReferralRecord } from './triage/transition.ts';

type Name = 'log' | 'edit' | 'assign' | 'move' | 'bundle' | 'split' | 'undo';
type Handlers = { readonly [N in Name as `referrals.${N}`]: WriteHandler<`referrals.${N}`> };

function standingOf(row: ReferralRecord): Standing {
  return { state: row.state, stateOn: row.stateOn };
}

/** The whole workspace is looked at: the same referral in another unit is the duplicate that matters most. A sealed one is not disclosed here. */
async function requireNewNumber(tx: WriteTx, key: string, receivedOn: CivilDate): Promise<void> {
  if ((await heldNumbers(tx, [{ key, receivedOn }])).has(key))
    throw new StoreFailure('conflict', 'duplicate_external_number', 'externalNumber');
}

/** Whether the number of a new referral may be used. Returns whether a blocked one was accepted. */
async function requireUsableNumber(
  tx: WriteTx,
  { key, receivedOn }: { readonly key: string | null; readonly receivedOn: CivilDate },
  isAccepted: boolean,
  context: Context,
): Promise<boolean> {
  if (key === null) return false;
  if (!isAccepted) await requireNewNumber(tx, key, receivedOn);
  return requireNotHeldBack(tx, key, isAccepted, context);
}

function requireReceiptInstant(at: number, on: CivilDate, now: number): void {
  if (at > now) throw new StoreFailure('invalid_input', 'date_in_future', 'receivedAt');
  if (dayOf(at) !== on)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'receivedAt', code: 'invalid_value' }]);
}

/** A reopened referral is asked about danger if it never was, and is marked for a new score if it had one. */
function reopened(row: ReferralRecord, now: number) {
  return { decisionFrom: row.decisionFrom ?? now, ...markedForRescore(row, 'reopened', now) };
}

interface MovedRow {
  readonly id: ReferralId;
  readonly version: number;
}

/** What was given, with null for what was not. */
function givenFacts(input: ParsedInput<'referrals.log'>) {
  const {
    acceptDuplicate,
    identifiers = [],
    externalNumber = null,
    priorityReceived = null,
    riskBand = null,
    summary = null,
    receivedAt = null,
    ...rest
  } = input;
  const facts = { ...rest, receivedAt, externalNumber, priorityReceived, riskBand, summary };
  return { acceptDuplicate, identifiers, facts };
}

export const referralWrites: Handlers = {
  'referrals.undo': undoReferrals,

  'referrals.log': async (tx, input, context) => {
    const { newId, clock, session } = context;
    if (input.receivedOn > clock.today()) {
      throw new StoreFailure('invalid_input', 'date_in_future', 'receivedOn');
    }
    if (input.receivedAt !== undefined) requireReceiptInstant(input.receivedAt, input.receivedOn, clock.now());
    const key = externalKey(input.externalNumber);
    const { receivedOn } = input;
    const acceptedHeldBack = await requireUsableNumber(
      tx,
      { key, receivedOn },
      input.acceptDuplicate ?? false,
      context,
    );
    const year = input.receivedOn.slice(0, 4);
    const number = printNumber('referral', year, await takeNumbers(tx, 'referral', input.unitId, year, 1));
    const id = newId();
    const { acceptDuplicate = false, identifiers, facts } = givenFacts(input);
    const { riskBand, receivedAt } = facts;
    const enteredAt = clock.now();
    await tx.insert(referral).values({
      id,
      number,
      ...facts,
      externalKey: key,
      state: 'received',
      stateOn: input.receivedOn,
      open: true,
      enteredAt,
      enteredBy: session.user.id,
      decisionFrom: receivedAt ?? enteredAt,
    });
    await refileReferral(tx, id);
    for (const each of identifiers)
      await insertIdentifier(tx, { kind: 'referral', id }, { ...each, personId: null }, context);
    if (riskBand === null) await settleDue(tx, id);
    else await addScore(tx, await heldReferral(tx, id), { band: riskBand, scoredAt: enteredAt, note: null }, context);
    return {
      output: { id, number },
      audit: {
        subject: { kind: 'referral', id },
        changes: Object.entries(facts).map(([field, after]) => ({ field, before: null, after })),
        facts: { acceptedDuplicate: acceptDuplicate, acceptedHeldBack, identifiers: identifiers.length },
      },
    };
  },

  'referrals.edit': editReferral,

  'referrals.assign': async (tx, input, context) => {
    const rows = await toEach('referralIds', input.referralIds, async (id, place): Promise<MovedRow> => {
      const row = await heldReferral(tx, id);
      const seen = input.from?.[place];
      if (seen !== undefined && seen !== row.assignedTo) throw new StoreFailure('conflict', 'assigned_meanwhile');
      if (!isOpen(standingOf(row).state)) throw new StoreFailure('conflict', 'state_not_allowed');
      requireDate(standingOf(row), input.on, context.clock.today());
      if (input.userId !== row.assignedTo) await requireAble(tx, row.unitId, input.userId, 'userId');
      const to = input.userId ? 'assigned' : 'triaged';
      return { id, version: await moveReferral(tx, row, { to, on: input.on, assignedTo: input.userId }, context) };
    });
    return { output: { rows }, audit: { facts: { referrals: input.referralIds.length, assignedTo: input.userId } } };
  },

  'referrals.move': async (tx, input, context) => {
    const row = await heldReferral(tx, input.referralId, input.version);
    requireMove(standingOf(row), input.to, input.on, context.clock.today());
    if (isEnded(input.to)) await requireNothingMissing(tx, row);
    const again = input.to === 'received' ? reopened(row, context.clock.now()) : {};
    const { to, on, reason } = input;
    const version = await moveReferral(tx, row, { to, on, reason, ...again }, context);
    return {
      output: { version },
      audit: {
        subject: { kind: 'referral', id: row.id },
        changes: [{ field: 'state', before: row.state, after: input.to }],
      },
    };
  },

  'referrals.bundle': async (tx, input, context) => {
    const head = await heldReferral(tx, input.headId);
    if (input.referralIds.includes(input.headId) || head.state === 'bundled')
      throw new StoreFailure('conflict', 'state_not_allowed');
    const rows = await toEach('referralIds', input.referralIds, async (id): Promise<MovedRow> => {
      const row = await heldReferral(tx, id);
      // Those of one unit see neither the danger nor the deadlines of another's.
      if (!isOpen(standingOf(row).state) || row.unitId !== head.unitId)
        throw new StoreFailure('conflict', 'state_not_allowed');
      requireDate(standingOf(row), input.on, context.clock.today());
      const move = { to: 'bundled', on: input.on, bundledUnder: head.id } as const;
      return { id, version: await moveReferral(tx, row, move, context) };
    });
    await requireRescore(tx, head, 'bundled', context);
    return {
      output: { rows },
      audit: { subject: { kind: 'referral', id: head.id }, facts: { bundled: input.referralIds.length } },
    };
  },

  'referrals.split': async (tx, input, context) => {
    const row = await heldReferral(tx, input.referralId);
    if (row.state !== 'bundled') throw new StoreFailure('conflict', 'state_not_allowed');
    requireDate(standingOf(row), input.on, context.clock.today());
    const version = await moveReferral(
      tx,
      row,
      { to: row.assignedTo ? 'assigned' : 'received', on: input.on, bundledUnder: null },
      context,
    );
    return {
      output: { rows: [{ id: input.referralId, version }] },
      audit: {
        subject: { kind: 'referral', id: row.id },
        changes: [{ field: 'bundledUnder', before: row.bundledUnder, after: null }],
      },
    };
  },
};
