import { describe, expect } from 'vitest';
import type { InvestigationId, ReferralId, TransferId, UnitId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { type Refused } from '../../../support/store.ts';
import { answered, offered, transferDesk } from './desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const { accept, change, corrections, investigation, logReferral, referral, send } = transferDesk(() => ({
  test,
  units,
}));
type Sent = { referralId: ReferralId; investigationId: null } | { referralId: null; investigationId: InvestigationId };
const ofReferral = (referralId: string) => ({ referralId: referralId as ReferralId, investigationId: null });
const ofInvestigation = (id: string) => ({ referralId: null, investigationId: id as InvestigationId });
const offer = async (file: Sent, toUnitId: UnitId, on: string) =>
  (await test.call('transfers.propose', { ...file, toUnitId, toService: null, on, message: null })).id;
const problemsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error: unknown) => (error as Refused).failure.fields,
  );
const opened = async (investigationId: InvestigationId, openedOn: string) =>
  test.call('investigations.describe', {
    ...{ investigationId, openedOn, reason, title: null, subject: null },
    version: (await investigation(investigationId)).version,
  });
const received = async (referralId: ReferralId, receivedOn: string) =>
  test.call('referrals.edit', {
    ...{ referralId, receivedOn, reason, externalNumber: null, priorityReceived: null, summary: null },
    version: (await referral(referralId)).version,
  });
const beginnings = async () =>
  (await test.call('transfers.list', { pendingOnly: false })).transfers.map(({ beganOn }) => beganOn);
const afterOffer = (path: string, on: string = offered) => [
  { path, code: 'date_after_next', before: { step: 'proposal', on } },
];

describe('a file that was offered', () => {
  it('was not opened after that day, and the transfer says since when it is open', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    expect(await problemsOf(opened(id, '2026-10-21'))).toEqual(afterOffer('openedOn'));
    await opened(id, '2026-10-05');
    expect(await beginnings()).toEqual(['2026-10-05']);
    await test.signInAs('receiver');
    await accept(transferId);
    await test.signInAs('sender');
    expect(await problemsOf(opened(id, '2026-10-21'))).toEqual(afterOffer('openedOn'));
    await opened(id, offered);
    expect(await beginnings()).toEqual([offered]);
  });

  it('was not received after that day', async () => {
    const referralId = await logReferral();
    const transferId = await send({ referralId });
    expect(await problemsOf(received(referralId, '2026-10-21'))).toEqual(afterOffer('receivedOn'));
    await test.signInAs('receiver');
    await test.call('transfers.refuse', { transferId, version: 1, on: answered, reason: 'Not ours' });
    await test.signInAs('sender');
    expect(await problemsOf(received(referralId, '2026-10-21'))).toEqual(afterOffer('receivedOn'));
    await received(referralId, offered);
    expect(await beginnings()).toEqual([offered]);
  });

  it.each(['investigation', 'referral'] as const)('by the unit that it came to was there by then: %s', async (kind) => {
    const isReferral = kind === 'referral';
    const first = isReferral
      ? ofReferral(await logReferral())
      : ofInvestigation((await openFile(test, units.first, units.sender)).id);
    const transferId = await offer(first, units.second, '2026-11-02');
    await test.signInAs('receiver');
    const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-11-10' });
    const second = isReferral ? ofReferral(receivedId ?? '') : ofInvestigation(receivedId ?? '');
    await offer(second, units.first, '2026-11-15');
    const late = change({ transferId, version: 2, decidedOn: '2026-11-16', reason });
    expect(await problemsOf(late)).toEqual(afterOffer('decidedOn', '2026-11-15'));
    await change({ transferId, version: 2, decidedOn: '2026-11-15', reason });
    expect(await beginnings()).toEqual(['2026-11-15', isReferral ? '2026-10-02' : '2026-10-01']);
  });

  it('and refused was not refused after the day on which it was offered again', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const refuse = async (transferId: TransferId, on: string) => {
      await test.signInAs('receiver');
      await test.call('transfers.refuse', { transferId, version: 1, on, reason: 'Not ours' });
      await test.signInAs('sender');
    };
    const first = await offer(ofInvestigation(id), units.second, '2026-10-10');
    await refuse(first, '2026-10-20');
    const again = offer(ofInvestigation(id), units.second, '2026-10-19');
    const afterAnswer = [{ code: 'date_before_previous', after: { step: 'answer', on: '2026-10-20' } }];
    expect(await problemsOf(again)).toMatchObject([{ path: 'on', ...afterAnswer[0] }]);
    const second = await offer(ofInvestigation(id), units.second, '2026-10-22');
    expect(await problemsOf(change({ transferId: second, version: 1, proposedOn: '2026-10-19', reason }))).toEqual([
      { path: 'proposedOn', ...afterAnswer[0] },
    ]);
    await test.signInAs('receiver');
    expect(await problemsOf(change({ transferId: first, version: 2, decidedOn: '2026-10-23', reason }))).toEqual(
      afterOffer('decidedOn', '2026-10-22'),
    );
    await change({ transferId: first, version: 2, decidedOn: '2026-10-22', reason });
  });
});

describe('a transfer to a service outside that was taken out', () => {
  it('is not put back where the file began after it was offered', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const file = { kind: 'investigation', id } as const;
    const transferId = await send({ investigationId: id }, true);
    await accept(transferId);
    await test.call('corrections.strike', struck(file, 'transfer', transferId, 2));
    await opened(id, '2026-10-21');
    const [listed] = await corrections(file);
    const correctionId = (await corrections(file)).find(({ record }) => record === 'transfer')?.id ?? listed!.id;
    expect(await test.refusal('corrections.restore', { file, correctionId, reason })).toEqual({
      code: 'conflict',
      reason: 'date_before_previous',
    });
    await opened(id, '2026-10-15');
    await test.call('corrections.restore', { file, correctionId, reason });
    expect(await beginnings()).toEqual(['2026-10-15']);
  });
});
