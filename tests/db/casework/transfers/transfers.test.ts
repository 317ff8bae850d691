import { describe, expect } from 'vitest';
import {
  copiedWithReferral,
  movedWithFile,
  movedWithInvestigation,
} from '../../../../db/casework/transfers/contents.ts';
import { getTableName } from 'drizzle-orm';
import type { InvestigationId, ReferralId, TransferId } from '#contract/ground/ids';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const on = '2026-11-20';
const send = (
  file: { readonly referralId?: ReferralId; readonly investigationId?: InvestigationId },
  outside = false,
) =>
  test.call('transfers.propose', {
    referralId: file.referralId ?? null,
    investigationId: file.investigationId ?? null,
    toUnitId: outside ? null : units.second,
    toService: outside ? 'Another service' : null,
    on,
    message: null,
  });
const accept = (transferId: TransferId) => test.call('transfers.accept', { transferId, version: 1, on: '2026-11-23' });
const logReferral = async () =>
  (await test.call('referrals.log', { unitId: units.first, source: 'ncecc', receivedOn: '2026-11-02' })).id;

/** The ledger's entries by unit, as they were booked. */
function entries(): readonly string[] {
  const { raw } = test.store.requireUnlocked();
  return raw
    .prepare(
      `SELECT u.code || ' ' || e.term || ' ' || e.on_date AS line FROM ledger_entry e JOIN unit u ON u.id = e.unit_id
       ORDER BY e.on_date, u.code, e.term`,
    )
    .pluck()
    .all() as string[];
}

describe('a referral sent to another unit', () => {
  it('whose child is in danger has a deadline in hours there too', async () => {
    const referralId = await logReferral();
    const { clock } = test.store.options;
    const danger = { identifiable: 'yes', imminent: true, decidedAt: clock.now(), reason: 'A first name is named.' };
    await test.call('referrals.decideDanger', { referralId, ...danger } as never);
    const { id } = await send({ referralId });
    await test.signInAs('receiver');
    await accept(id);
    const { rows } = await test.call('due.running', {});
    expect(rows).toMatchObject([{ inDanger: true }]);
    expect(rows[0]!.dueAt).toBeGreaterThan(clock.now());
  });

  it('stays with the sender until it is accepted, and is then received once', async () => {
    const referralId = await logReferral();
    const { id } = await send({ referralId });
    expect(entries()).toEqual(['U01 received 2026-11-02']);
    expect(await test.refusal('transfers.accept', { transferId: id, version: 1, on })).toEqual({ code: 'not_found' });
    await test.signInAs('receiver');
    const { transfers } = await test.call('transfers.list', { pendingOnly: true });
    expect(transfers.map(({ number, mayDecide, mayWithdraw }) => [number, mayDecide, mayWithdraw])).toEqual([
      ['2026-00001', true, false],
    ]);
    expect(await test.refusal('referrals.get', { referralId })).toEqual({ code: 'not_found' });
    const { receivedId } = await accept(id);
    const got = await test.call('referrals.get', { referralId: receivedId as ReferralId });
    expect(got.referral).toMatchObject({ unitId: units.second, state: 'received', receivedOn: '2026-11-23' });
    expect(entries()).toEqual([
      'U01 received 2026-11-02',
      'U01 transferred_out 2026-11-23',
      'U02 transferred_in 2026-11-23',
    ]);
  });

  it('goes back to the sender when it is refused, with the reason', async () => {
    const referralId = await logReferral();
    const { id } = await send({ referralId });
    await test.signInAs('receiver');
    await test.call('transfers.refuse', { transferId: id, version: 1, on, reason: 'Not in our territory' });
    await test.signInAs('sender');
    const [row] = (await test.call('transfers.list', { pendingOnly: false })).transfers;
    expect(row).toMatchObject({ state: 'refused', reason: 'Not in our territory', decidedBy: 'Officer receiver' });
    expect((await test.call('referrals.get', { referralId })).referral.state).toBe('received');
    await send({ referralId });
  });

  it('is investigated by the unit that has it, and by no other', async () => {
    const referralId = await logReferral();
    await test.signInAs('admin');
    await test.call('users.grant', {
      userId: units.sender,
      version: 1,
      roles: ['investigator', 'supervisor'],
      unitIds: [units.first, units.second],
    });
    await test.signInAs('sender');
    const opened = { openedOn: on, referralIds: [referralId], lead: null };
    expect(await test.refusal('investigations.open', { ...opened, unitId: units.second })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    await test.call('investigations.open', { ...opened, unitId: units.first });
  });

  it('cannot be sent twice at a time, nor reopened where another unit has it', async () => {
    const referralId = await logReferral();
    const { id } = await send({ referralId });
    expect(
      await test.refusal('transfers.propose', {
        referralId,
        investigationId: null,
        toUnitId: units.second,
        toService: null,
        on,
        message: null,
      }),
    ).toEqual({ code: 'conflict', reason: 'transfer_pending' });
    await test.signInAs('receiver');
    await accept(id);
    await test.signInAs('sender');
    const { version } = (await test.call('referrals.get', { referralId })).referral;
    expect(await test.refusal('referrals.move', { referralId, version, to: 'received', on: '2026-11-24' })).toEqual({
      code: 'conflict',
      reason: 'file_transferred',
    });
  });

  it('is not taken back by an undo once another unit has it', async () => {
    await test.signInAs('admin');
    const both = { roles: ['investigator' as const], unitIds: [units.first, units.second] };
    await test.call('users.grant', { userId: units.sender, version: 1, ...both });
    await test.signInAs('sender');
    const referralId = await logReferral();
    await accept((await send({ referralId })).id);
    const { version } = (await test.call('referrals.get', { referralId })).referral;
    expect(await test.refusal('referrals.undo', { referrals: [{ referralId, version }] })).toEqual({
      code: 'conflict',
      reason: 'file_transferred',
    });
  });

  it('is taken back by the sender alone', async () => {
    const { id } = await send({ referralId: await logReferral() });
    await test.signInAs('receiver');
    expect(await test.refusal('transfers.withdraw', { transferId: id, version: 1, on })).toEqual({ code: 'not_found' });
    await test.signInAs('sender');
    await test.call('transfers.withdraw', { transferId: id, version: 1, on });
    expect((await test.call('transfers.list', { pendingOnly: true })).transfers).toEqual([]);
  });

  it('goes to a service outside on the day that the sender writes down', async () => {
    const referralId = await logReferral();
    const { id } = await send({ referralId }, true);
    expect(await accept(id)).toEqual({ receivedId: null });
    expect((await test.call('referrals.get', { referralId })).referral.state).toBe('transferred_out');
  });
});

describe('an investigation sent to another unit', () => {
  it('goes with all that it holds, under a number of the receiver, and what was counted stays counted', async () => {
    const { id: file } = await openFile(test, units.first, units.sender);
    await test.call('authorities.record', authorityInput(file, 'seizure', '2026-11-05'));
    await test.call('arrests.record', { investigationId: file, arrestedOn: '2026-11-06', youth: false });
    await test.call('notes.add', { investigationId: file, text: 'Ours', corrects: null, seen: 0 });
    await test.call('tasks.add', { investigationId: file, what: 'X', dueOn: null, owner: units.sender });
    const heard = { kind: 'plea', time: null, court: 'Room 4', personId: null, attends: units.sender } as const;
    const { id: held } = await test.call('hearings.add', { investigationId: file, ...heard, on });
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'hearing', held));
    await test.call('hearings.add', { investigationId: file, ...heard, on: '2026-12-10' });
    const { version } = (await test.call('investigations.get', { investigationId: file })).investigation;
    await test.call('investigations.wait', {
      files: [{ investigationId: file, version }],
      state: 'crown_or_court',
      since: on,
    });
    const { id } = await send({ investigationId: file });
    await test.signInAs('receiver');
    const { receivedId } = await accept(id);
    const investigationId = receivedId as InvestigationId;
    const detail = await test.call('investigations.get', { investigationId });
    expect(detail.investigation).toMatchObject({
      number: 'E2026-00001',
      unitId: units.second,
      waiting: 'crown_or_court',
      lead: null,
    });
    expect(detail.arrests).toHaveLength(1);
    expect((await test.call('authorities.list', { investigationId })).authorities).toHaveLength(1);
    expect((await test.call('notes.list', { investigationId })).notes[0]?.by).toBe('Officer sender');
    expect((await test.call('tasks.list', { investigationId })).tasks[0]?.owner).toBeNull();
    const moved = { kind: 'investigation', id: investigationId } as const;
    const [listed] = (await test.call('corrections.list', { file: moved })).corrections;
    await test.call('corrections.restore', { file: moved, correctionId: listed!.id, reason });
    const { hearings } = await test.call('hearings.list', { investigationId });
    expect(hearings.map((row) => [row.on, row.attends])).toEqual([
      [on, null],
      ['2026-12-10', null],
    ]);
    expect(entries()).toEqual([
      'U01 investigations_opened 2026-10-01',
      'U01 proactive 2026-10-01',
      'U01 to_court 2026-11-20',
      'U02 to_court 2026-11-23',
      'U02 transferred_in 2026-11-23',
    ]);
    await test.signInAs('sender');
    const left = (await test.call('investigations.get', { investigationId: file })).investigation;
    expect(left).toMatchObject({ concludedOn: '2026-11-23', transferredOn: '2026-11-23' });
    expect(
      await test.refusal('investigations.reopen', { investigationId: file, version: left.version, on: '2026-11-24' }),
    ).toEqual({ code: 'conflict', reason: 'file_transferred' });
  });

  it('takes its sealed persons with it: the unit that has the file says that somebody is sealed, and gives them back', async () => {
    const { id: investigationId } = await openFile(test, units.first, units.sender);
    const file = { kind: 'investigation', id: investigationId } as const;
    const { id: personId } = await test.call('persons.add', personInput(file, 'subject', { name: 'Sealed One' }));
    const act = { basis: 'court_order', reference: null, reason: 'Order', authorityId: null } as const;
    const { id: sealId } = await test.call('seals.sealPerson', { ...act, file, personId });
    const { id } = await send({ investigationId });
    await test.signInAs('receiver');
    const { receivedId } = await accept(id);
    const there = { kind: 'investigation', id: receivedId as InvestigationId } as const;
    expect((await test.call('seals.inFile', { file: there })).personIds).toEqual([personId]);
    expect((await test.call('persons.list', { file: there })).persons).toEqual([]);
    const back = { sealId, authority: 'Order set aside', reason: 'Set aside' };
    await test.signInAs('sender');
    expect(await test.refusal('seals.unseal', back)).toEqual({ code: 'not_found' });
    await test.signInAs('receiver');
    await test.call('seals.unseal', back);
    expect((await test.call('persons.list', { file: there })).persons.map(({ name }) => name)).toEqual(['Sealed One']);
  });

  it('leaves nothing behind that a table of the file could hold', () => {
    const { raw } = test.store.requireUnlocked();
    const holding = raw
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name IN ('investigation_id', 'referral_id', 'file_id') ORDER BY m.name`,
      )
      .pluck()
      .all();
    // What the audit says of the sender's file, its own history, its referrals and its operations; what is derived is written again. Links name both files.
    const stays = [
      'audit_file',
      'investigation_event',
      'ledger_entry',
      'operation_file',
      'purge_request',
      'referral_check',
      'referral_event',
      'referral_investigation',
      'referral_score',
      'related_file',
      'retention_hold',
      'search_entry',
      'transfer',
    ];
    const moved = [...movedWithInvestigation, ...movedWithFile, ...copiedWithReferral].map((table) =>
      getTableName(table),
    );
    expect([...moved, ...stays].sort()).toEqual(holding);
  });
});
