import { describe, expect } from 'vitest';
import type { CaseFile } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { today } from '../../../support/store.ts';
import { answered, transferDesk } from './desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const { accept, change, closing, corrections, entries, investigation, logReferral, months, referral, send } =
  transferDesk(() => ({ test, units }));
/** By the book of files, which is kept from one question to the next. */
const stillOpen = async () => (await test.call('backlog.ageing', { on: today })).files;

describe('a transfer to a service outside', () => {
  it('of an investigation has its days put right by the sender', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id }, true);
    await accept(transferId);
    await change({
      ...{ transferId, version: 2, reason },
      ...{ proposedOn: '2026-10-10', decidedOn: '2026-10-12', toService: 'The right service' },
    });
    expect(await months()).toEqual(['U01 transferred_out 2026-10']);
    expect(await investigation(id)).toMatchObject({ transferredOn: '2026-10-12', waitingSince: '2026-10-12' });
    expect(await closing()).toEqual([0, 0]);
  });

  it('of an investigation that never was is taken out: the file is in the unit’s hands again', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const file: CaseFile = { kind: 'investigation', id };
    const before = await investigation(id);
    const transferId = await send({ investigationId: id }, true);
    expect(await test.refusal('corrections.strike', struck(file, 'transfer', transferId))).toEqual({
      code: 'conflict',
      reason: 'transfer_of_units',
    });
    await accept(transferId);
    expect(await closing()).toEqual([1, 0]);
    expect(await stillOpen()).toBe(0);
    await test.call('corrections.strike', struck(file, 'transfer', transferId, 2));
    expect(await stillOpen()).toBe(1);
    const { version: _, ownDate: __, ...rest } = before;
    expect(await investigation(id)).toMatchObject(rest);
    expect(await entries()).toEqual([]);
    expect(await closing()).toEqual([1, 1]);
    expect((await test.call('transfers.ofFile', { file })).transfers).toEqual([]);
    const [listed] = await corrections(file);
    expect(listed).toMatchObject({ record: 'transfer', act: 'entered_in_error', reason, mayRestore: true });
    expect(listed?.reviewDueAt).not.toBeNull();
    await test.call('corrections.restore', { file, correctionId: listed!.id, reason });
    expect(await investigation(id)).toMatchObject({ transferredOn: answered });
    expect(await closing()).toEqual([1, 0]);
    expect(await stillOpen()).toBe(0);
    expect(await months()).toEqual(['U01 transferred_out 2026-11']);
  });

  it('is not put back where the file was offered since', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const file: CaseFile = { kind: 'investigation', id };
    const transferId = await send({ investigationId: id }, true);
    await test.call('transfers.accept', { transferId, version: 1, on: '2026-10-25' });
    const { id: correctionId } = await test.call('corrections.strike', struck(file, 'transfer', transferId, 2));
    const offer = {
      referralId: null,
      toService: null,
      message: null,
      toUnitId: units.second,
      on: '2026-11-02',
    } as const;
    const { id: second } = await test.call('transfers.propose', { ...offer, investigationId: id });
    await test.signInAs('receiver');
    await test.call('transfers.refuse', { transferId: second, version: 1, on: '2026-11-05', reason: 'Not ours' });
    await test.signInAs('sender');
    expect(await test.refusal('corrections.restore', { file, correctionId, reason })).toEqual({
      code: 'conflict',
      reason: 'date_before_previous',
    });
  });

  it('of a referral that never was is taken out, and not put back over a later step', async () => {
    const referralId = await logReferral();
    const file: CaseFile = { kind: 'referral', id: referralId };
    await test.call('referrals.assign', { referralIds: [referralId], userId: units.sender, on: '2026-10-05' });
    const transferId = await send({ referralId }, true);
    await accept(transferId);
    const { id: correctionId } = await test.call('corrections.strike', struck(file, 'transfer', transferId, 2));
    expect(await referral(referralId)).toMatchObject({
      ...{ state: 'assigned', stateOn: '2026-10-05', assignedTo: units.sender },
    });
    expect(await entries()).toEqual([]);
    await test.call('corrections.restore', { file, correctionId, reason });
    expect(await referral(referralId)).toMatchObject({ state: 'transferred_out', stateOn: answered });
    const { version: again } = (await test.call('transfers.ofFile', { file })).transfers[0]!;
    const second = await test.call('corrections.strike', struck(file, 'transfer', transferId, again));
    await test.call('referrals.assign', { referralIds: [referralId], userId: null, on: '2026-11-24' });
    expect(await test.refusal('corrections.restore', { file, correctionId: second.id, reason })).toEqual({
      code: 'conflict',
      reason: 'date_before_previous',
    });
  });

  it('of a referral that was reopened since is not taken out: both are steps of it', async () => {
    const referralId = await logReferral();
    const file: CaseFile = { kind: 'referral', id: referralId };
    const transferId = await send({ referralId }, true);
    await accept(transferId);
    const { version } = await referral(referralId);
    await test.call('referrals.move', { referralId, version, to: 'received', on: '2026-11-24' });
    expect(await test.refusal('corrections.strike', struck(file, 'transfer', transferId, 2))).toEqual({
      code: 'conflict',
      reason: 'transfer_came_back',
    });
    await change({ transferId, version: 2, decidedOn: '2026-11-20', reason });
    expect(await entries()).toEqual(['U01 transferred_out 2026-11-20']);
    const after = { transferId, version: 3, decidedOn: '2026-11-24', reason } as const;
    await change(after);
    expect(await referral(referralId)).toMatchObject({ state: 'received', stateOn: '2026-11-24' });
  });
});

it('a transfer that another unit accepted is not taken out: the file is sent back', async () => {
  const { id } = await openFile(test, units.first, units.sender);
  const transferId = await send({ investigationId: id });
  await test.signInAs('receiver');
  await accept(transferId);
  await test.signInAs('sender');
  const file: CaseFile = { kind: 'investigation', id };
  expect(await test.refusal('corrections.strike', struck(file, 'transfer', transferId, 2))).toEqual({
    code: 'conflict',
    reason: 'transfer_of_units',
  });
});
