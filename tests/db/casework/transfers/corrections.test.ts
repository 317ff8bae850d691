import { describe, expect } from 'vitest';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import type { Quarter } from '#contract/ground/dates';
import { openFile } from '../../../support/authorities.ts';
import { reason } from '../../../support/corrections.ts';
import { beginPaper, type PaperDesk } from '../../../support/papers.ts';
import { answered, offered, transferDesk } from './desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const { accept, change, closing, corrections, entries, investigation, logReferral, months, problems, referral, send } =
  transferDesk(() => ({ test, units }));
const needsReason = { code: 'invalid_input', reason: 'correction_needs_reason' };
const early = { code: 'invalid_input', reason: 'date_before_previous' };
const late = { code: 'invalid_input', reason: 'date_after_next' };

describe('the day on which another unit accepted an investigation', () => {
  it('is put right by that unit, in both files and the months of both', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    await test.signInAs('receiver');
    const receivedId = (await accept(transferId)) as InvestigationId;
    const right = { transferId, version: 2, decidedOn: '2026-10-25' } as const;
    expect(await test.refusal('transfers.change', right)).toEqual(needsReason);
    const wrong = { ...right, reason, decidedOn: '2026-10-19' } as const;
    expect(await problems(wrong)).toMatchObject([{ path: 'decidedOn', after: { step: 'proposal', on: offered } }]);
    const { transfers } = await test.call('transfers.ofFile', { file: { kind: 'investigation', id: receivedId } });
    expect(transfers).toMatchObject([{ id: transferId, mayCorrectOffer: false, mayCorrectAnswer: true }]);
    await change({ ...right, reason });
    expect(await entries()).toEqual(['U01 transferred_out 2026-10-25', 'U02 transferred_in 2026-10-25']);
    expect(await months()).toEqual(['U01 transferred_out 2026-10', 'U02 transferred_in 2026-10']);
    expect(await investigation(receivedId)).toMatchObject({ openedOn: '2026-10-25', waitingSince: '2026-10-25' });
    const [listed] = await corrections({ kind: 'investigation', id: receivedId });
    expect(listed).toMatchObject({ record: 'transfer', recordId: transferId, act: 'corrected', reason });
    expect(listed?.changes).toEqual([
      {
        field: 'answeredOn',
        before: { en: answered, fr: answered },
        after: { en: '2026-10-25', fr: '2026-10-25' },
      },
    ]);
    expect(listed?.reviewDueAt).not.toBeNull();

    await test.signInAs('sender');
    expect(await investigation(id)).toMatchObject({ concludedOn: '2026-10-25', transferredOn: '2026-10-25' });
    expect(await closing()).toEqual([0, 0]);
    const [own] = await corrections({ kind: 'investigation', id });
    expect(own).toMatchObject({ record: 'transfer', reason, changes: listed?.changes });
    const { rows } = await test.call('due.list', { filter: {} });
    expect(rows.filter(({ source }) => source === 'correction')).toMatchObject([
      { investigationId: id, name: { en: 'Review of a correction: Transfer' } },
    ]);
  });

  it('is said in the corrected packs of both', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    const quarter = { fiscalYear: 2026, quarter: 3 } as Quarter;
    await test.signInAs('receiver');
    await accept(transferId);
    await test.call('packs.export', { quarter, file: test.grant(`${test.parent}/q3.vigiepack`) });
    await change({ transferId, version: 2, decidedOn: '2026-11-22', reason });
    for (const login of ['receiver', 'sender']) {
      await test.signInAs(login);
      expect((await test.call('packs.preview', { quarter })).corrected).toMatchObject([{ corrections: 1 }]);
    }
  });

  it('comes no later than the first step of the receiver, nor before the last of the sender', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    await test.call('investigations.wait', {
      files: [{ investigationId: id, version: (await investigation(id)).version }],
      ...{ state: 'provider', since: '2026-11-10' },
    });
    await test.signInAs('receiver');
    const receivedId = (await accept(transferId)) as InvestigationId;
    expect((await investigation(receivedId)).waiting).toBe('provider');
    const { version } = await investigation(receivedId);
    await test.call('investigations.wait', {
      files: [{ investigationId: receivedId, version }],
      ...{ state: 'crown_or_court', since: '2026-11-23' },
    });
    const of = { transferId, version: 2, reason } as const;
    expect(await test.refusal('transfers.change', { ...of, decidedOn: '2026-11-24' })).toEqual(late);
    expect(await test.refusal('transfers.change', { ...of, decidedOn: '2026-11-09' })).toEqual(early);
    expect(await problems({ ...of, decidedOn: '2026-11-24' })).toMatchObject([
      { path: 'decidedOn', before: { step: 'change', on: '2026-11-23' } },
    ]);
    await change({ ...of, decidedOn: '2026-11-10' });
    expect(await investigation(receivedId)).toMatchObject({ openedOn: '2026-11-10', waitingSince: '2026-11-23' });
  });
});

describe('the day on which another unit answered about a referral', () => {
  it('is put right where it was accepted', async () => {
    const referralId = await logReferral();
    const transferId = await send({ referralId });
    await test.signInAs('receiver');
    const receivedId = (await accept(transferId)) as ReferralId;
    await change({ transferId, version: 2, decidedOn: '2026-10-31', reason });
    expect(await referral(receivedId)).toMatchObject({ receivedOn: '2026-10-31', stateOn: '2026-10-31' });
    expect(await months()).toEqual(['U01 transferred_out 2026-10', 'U02 transferred_in 2026-10']);
    await test.call('referrals.assign', { referralIds: [receivedId], userId: null, on: '2026-11-02' });
    const next = { transferId, version: 3, decidedOn: '2026-11-03', reason } as const;
    expect(await test.refusal('transfers.change', next)).toEqual(late);
    await test.signInAs('sender');
    expect(await referral(referralId)).toMatchObject({ state: 'transferred_out', stateOn: '2026-10-31' });
  });

  it('is put right where it was refused, and listed in the file of the sender', async () => {
    const referralId = await logReferral();
    const transferId = await send({ referralId });
    await test.signInAs('receiver');
    await test.call('transfers.refuse', { transferId, version: 1, on: answered, reason: 'Not ours' });
    await change({ transferId, version: 2, decidedOn: '2026-11-20', reason });
    await test.signInAs('sender');
    const [row] = (await test.call('transfers.list', { pendingOnly: false })).transfers;
    expect(row).toMatchObject({ state: 'refused', decidedOn: '2026-11-20' });
    expect(await corrections({ kind: 'referral', id: referralId })).toMatchObject([{ record: 'transfer', reason }]);
    expect(await referral(referralId)).toMatchObject({ state: 'received', stateOn: '2026-10-02' });
  });
});

describe('the reason of a refusal', () => {
  it('is put right by the unit that wrote it, and by no other', async () => {
    const referralId = await logReferral();
    const transferId = await send({ referralId });
    const given = { transferId, version: 2, refusal: 'Not in our territory', reason } as const;
    await test.signInAs('receiver');
    expect(await test.refusal('transfers.change', { ...given, version: 1 })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    await test.call('transfers.refuse', { transferId, version: 1, on: answered, reason: 'Not ours' });
    expect(await test.refusal('transfers.change', { ...given, reason: null })).toEqual(needsReason);
    await test.signInAs('sender');
    expect(await test.refusal('transfers.change', given)).toEqual({ code: 'forbidden' });
    await test.signInAs('receiver');
    await change(given);
    await test.signInAs('sender');
    const { transfers } = await test.call('transfers.ofFile', { file: { kind: 'referral', id: referralId } });
    expect(transfers).toMatchObject([{ state: 'refused', reason: 'Not in our territory', decidedOn: answered }]);
    const [listed] = await corrections({ kind: 'referral', id: referralId });
    expect(listed).toMatchObject({ record: 'transfer', reason, reviewDueAt: null });
    expect(listed?.changes).toEqual([
      {
        field: 'reason',
        before: { en: 'Not ours', fr: 'Not ours' },
        after: { en: 'Not in our territory', fr: 'Not in our territory' },
      },
    ]);
  });

  it('of a service outside is put right by who wrote it down; an accepted transfer has none', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id }, true);
    await test.call('transfers.refuse', { transferId, version: 1, on: answered, reason: 'Not theirs' });
    await change({ transferId, version: 2, refusal: 'No mandate', reason });
    const { id: otherId } = await openFile(test, units.first, units.sender);
    const other = await send({ investigationId: otherId }, true);
    await accept(other);
    expect(await test.refusal('transfers.change', { transferId: other, version: 2, refusal: 'No', reason })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
  });
});

describe('what the sender wrote', () => {
  it('is put right by the sender alone, before the answer and after it', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    const given = { transferId, version: 1, proposedOn: '2026-10-21', message: 'For you', reason } as const;
    expect(await test.refusal('transfers.change', { ...given, reason: null })).toEqual(needsReason);
    expect(await test.refusal('transfers.change', { ...given, proposedOn: '2026-09-30' })).toEqual(early);
    expect(await test.refusal('transfers.change', { ...given, decidedOn: '2026-10-30' })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    await test.signInAs('receiver');
    expect(await test.refusal('transfers.change', given)).toEqual({ code: 'forbidden' });
    await test.signInAs('sender');
    await change(given);
    const [listed] = await corrections({ kind: 'investigation', id });
    expect(listed?.changes.map(({ field }) => field)).toEqual(['on', 'message']);
    expect(listed?.reviewDueAt).toBeNull();
    await test.signInAs('receiver');
    await test.call('transfers.accept', { transferId, version: 2, on: answered });
    await test.signInAs('sender');
    const after = { transferId, version: 3, reason } as const;
    expect(await test.refusal('transfers.change', { ...after, decidedOn: '2026-11-20' })).toEqual({
      code: 'forbidden',
    });
    expect(await test.refusal('transfers.change', { ...after, proposedOn: '2026-11-24' })).toEqual(late);
    await change({ ...after, proposedOn: '2026-11-20' });
    // Its corrections stay with the file that was sent.
    expect(await corrections({ kind: 'investigation', id })).toHaveLength(2);
  });

  it('is no one else’s business', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id }, true);
    await test.signInAs('receiver');
    const given = { transferId, version: 1, toService: 'Mine', reason } as const;
    expect(await test.refusal('transfers.change', given)).toEqual({ code: 'not_found' });
  });

  it('is an earlier value of the next package', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id }, true);
    await change({ transferId, version: 1, toService: 'The right service', reason });
    const desk = { test, file: id } as PaperDesk;
    const paperId = await beginPaper(desk);
    const { records } = await test.call('papers.get', { investigationId: id, paperId });
    const given = records.find(({ section }) => section === 'corrections');
    expect(given?.fields.find(({ code }) => code === 'to')?.value.en).toBe('Another service');
    expect(given?.fields.find(({ code }) => code === 'correctionReason')?.value.en).toBe(reason);
  });
});
