import { and, eq, sql } from 'drizzle-orm';
import type { ReferralId } from '#contract/ground/ids';
import { isUrgentPriority } from '#contract/casework/priority';
import type { ParsedInput } from '#contract/index';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { toEach } from '../../../ground/kernel/toEach.ts';
import { isOpen, requireDate } from '../rules.ts';
import { heldReferral, moveReferral, type ReferralRecord } from './transition.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import { dangerDecision, protectionNotice, referralCheck, triagePeriod } from '../../../ground/schema/unit/triage.ts';
import type { WriteTx } from '../../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../../store/types.ts';
import { defaultPeriods, setPeriods } from './periods.ts';
import { agreementPeriod, endOf, forAgreement, isLaxer } from './rules.ts';
import { addScore, keepReplaced } from './scores.ts';
import { latestDecision, settleDue } from './settle.ts';

type Name =
  | 'referrals.score'
  | 'referrals.check'
  | 'referrals.decideDanger'
  | 'referrals.decideMany'
  | 'referrals.notifyProtection'
  | 'triagePeriods.set';
type Handlers = { readonly [M in Name]: WriteHandler<M> };

/** Nothing that was done lies ahead. */
function requirePast(instant: number, path: string, { clock }: Context): void {
  // A form knows minutes: what is done in this one is not refused for its seconds.
  if (instant > clock.now() + 60_000) throw new StoreFailure('invalid_input', 'date_in_future', path);
}

async function nextPosition(
  tx: WriteTx,
  table: typeof dangerDecision | typeof protectionNotice,
  referralId: ReferralId,
): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(table)
    .where(eq(table.referralId, referralId));
  return (row?.count ?? 0) + 1;
}

const added = (kind: string, id: string, facts: object) => ({
  subject: { kind, id },
  changes: Object.entries(facts).map(([field, after]: [string, unknown]) => ({ field, before: null, after })),
});

type Decided = Omit<ParsedInput<'referrals.decideDanger'>, 'referralId'>;

/** A danger that was confirmed ends by an act that says how, and only such a danger does. */
function requireEnd(isInDanger: boolean, { imminent, ended }: Decided): void {
  if (isInDanger && !imminent && ended === undefined)
    throw new StoreFailure('invalid_input', 'danger_end_needed', 'ended');
  if (ended !== undefined && (imminent || !isInDanger))
    throw new StoreFailure('invalid_input', undefined, [{ path: 'ended', code: 'invalid_value' }]);
}

async function decide(tx: WriteTx, referralId: ReferralId, facts: Decided, context: Context): Promise<void> {
  const row = await heldReferral(tx, referralId);
  requirePast(facts.decidedAt, 'decidedAt', context);
  requireEnd((await latestDecision(tx, referralId))?.imminent ?? false, facts);
  await tx.insert(dangerDecision).values({
    id: context.newId(),
    referralId,
    unitId: row.unitId,
    position: await nextPosition(tx, dangerDecision, referralId),
    ...facts,
    userId: context.session.user.id,
    enteredAt: context.clock.now(),
  });
  if (facts.imminent) await setTopBand(tx, row, facts.decidedAt, context);
  await settleDue(tx, referralId);
}

/** A confirmed danger has the top band and its deadline in hours, in the same act. */
async function setTopBand(tx: WriteTx, row: ReferralRecord, decidedAt: number, context: Context): Promise<void> {
  // A deadline in hours that runs already is not put off.
  const runs = row.actionDueAt !== null && row.actionDueAt >= context.clock.now();
  if (row.riskBand === 'imminent' && row.rescoreSince === null && runs) return;
  await addScore(tx, row, { band: 'imminent', scoredAt: decidedAt, note: null, from: decidedAt }, context);
}

/** A child in danger is not given a lower band without a reason that is kept. */
function requireReason(row: ReferralRecord, { band, note = '' }: ParsedInput<'referrals.score'>): void {
  if (row.dangerSince === null || band === 'imminent' || note.trim() !== '') return;
  throw new StoreFailure('invalid_input', 'lower_band_needs_reason', 'note');
}

export const triageWrites: Handlers = {
  'referrals.score': async (tx, input, context) => {
    const { clock } = context;
    const scored = await toEach('referralIds', input.referralIds, async (id) => {
      const row = await heldReferral(tx, id);
      const state = row.state;
      if (!isOpen(state) && state !== 'linked') throw new StoreFailure('conflict', 'state_not_allowed');
      const stateOn = state === 'received' ? row.stateOn : row.receivedOn;
      requireDate({ state, stateOn }, input.on, clock.today());
      requireReason(row, input);
      const scoredAt = Math.min(clock.now(), endOf(input.on));
      const scoreId = await addScore(tx, row, { band: input.band, scoredAt, note: input.note ?? null }, context);
      const version = row.version + 1;
      if (state === 'received') await moveReferral(tx, row, { to: 'triaged', on: input.on }, context);
      else await tx.update(referral).set({ version }).where(eq(referral.id, id));
      await keepReplaced(tx, { scoreId, row, leftVersion: version }, context);
      return { row: { id, version }, change: { field: `riskBand ${id}`, before: row.riskBand, after: input.band } };
    });
    return {
      output: { rows: scored.map(({ row }) => row) },
      audit: {
        changes: scored.map(({ change }) => change),
        facts: { referrals: input.referralIds.length, band: input.band },
      },
    };
  },

  'referrals.check': async (tx, { referralId, ...facts }, context) => {
    const row = await heldReferral(tx, referralId);
    requirePast(facts.checkedAt, 'checkedAt', context);
    const id = context.newId();
    const { unitId } = row;
    await tx.insert(referralCheck).values({ id, referralId, unitId, ...facts, userId: context.session.user.id });
    await settleDue(tx, referralId);
    return { output: {}, audit: added('referral', referralId, facts) };
  },

  'referrals.decideDanger': async (tx, { referralId, ...facts }, context) => {
    await decide(tx, referralId, facts, context);
    return { output: {}, audit: added('referral', referralId, facts) };
  },

  'referrals.decideMany': async (tx, { referralIds, ...given }, context) => {
    const facts = { ...given, imminent: false };
    await toEach('referralIds', referralIds, async (id) => {
      const row = await heldReferral(tx, id);
      if (isUrgentPriority(row.priorityReceived) || row.dangerSince !== null)
        throw new StoreFailure('conflict', 'urgent_by_source');
      await decide(tx, id, facts, context);
    });
    return {
      output: {},
      audit: {
        facts: { referrals: referralIds.length, identifiable: facts.identifiable },
        changes: referralIds.map((id) => ({ field: `decision ${id}`, before: null, after: facts })),
      },
    };
  },

  'referrals.notifyProtection': async (tx, { referralId, notice }, context) => {
    const row = await heldReferral(tx, referralId);
    if (notice.required) requirePast(notice.notifiedAt, 'notice.notifiedAt', context);
    await tx.insert(protectionNotice).values({
      id: context.newId(),
      referralId,
      unitId: row.unitId,
      position: await nextPosition(tx, protectionNotice, referralId),
      ...notice,
      userId: context.session.user.id,
      enteredAt: context.clock.now(),
    });
    return { output: {}, audit: added('referral', referralId, notice) };
  },

  'triagePeriods.set': async (tx, { code, unitId, validFrom, period }, { newId, clock, session }) => {
    if (validFrom < clock.today()) throw new StoreFailure('invalid_input', 'date_before_previous', 'validFrom');
    if (unitId !== null && isLaxer(period, agreementPeriod(await setPeriods(tx), defaultPeriods, code, validFrom)))
      throw new StoreFailure('invalid_input', 'laxer_than_agreement', 'period.amount');
    const key = { code, setFor: unitId ?? forAgreement, validFrom };
    const [before] = await tx
      .select()
      .from(triagePeriod)
      .where(
        and(eq(triagePeriod.setFor, key.setFor), eq(triagePeriod.code, code), eq(triagePeriod.validFrom, validFrom)),
      );
    const set = { ...period, setAt: clock.now(), setBy: session.user.id };
    await tx
      .insert(triagePeriod)
      .values({ id: newId(), ...key, ...set })
      .onConflictDoUpdate({
        target: [triagePeriod.setFor, triagePeriod.code, triagePeriod.validFrom],
        set: { ...set, version: (before?.version ?? 0) + 1 },
      });
    return {
      output: {},
      audit: {
        subject: { kind: 'triage_period', id: `${key.setFor} ${code}` },
        changes: [
          {
            field: validFrom,
            before: before ? { amount: before.amount, measure: before.measure } : null,
            after: period,
          },
        ],
      },
    };
  },
};
