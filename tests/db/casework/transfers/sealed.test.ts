import { describe, expect } from 'vitest';
import type { CaseFile } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { personInput } from '../../../support/persons.ts';
import { answered, transferDesk } from './desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

const { accept, logReferral, referral, send } = transferDesk(() => ({ test, units }));
const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
const seal = (file: CaseFile) =>
  test.call('seals.seal', {
    ...order,
    investigationIds: file.kind === 'investigation' ? [file.id] : [],
    referralIds: file.kind === 'referral' ? [file.id] : [],
  });
const listed = async () => {
  const { transfers, sealed } = await test.call('transfers.list', { pendingOnly: false });
  return { transfers, sealed };
};
const ofFile = (file: CaseFile) => test.call('transfers.ofFile', { file });

async function sent(kind: CaseFile['kind']) {
  const from: CaseFile =
    kind === 'investigation'
      ? { kind, id: (await openFile(test, units.first, units.sender)).id }
      : { kind, id: await logReferral() };
  const transferId = await send(from.kind === 'investigation' ? { investigationId: from.id } : { referralId: from.id });
  await test.signInAs('receiver');
  const to = { kind, id: await accept(transferId) } as CaseFile;
  return { from, to, transferId };
}

/** The receiver's file is over, so that it may be sealed. */
async function end({ kind, id }: CaseFile): Promise<void> {
  if (kind === 'investigation') return conclude(test, id, '2026-11-24');
  const facts = { identifiable: 'no', imminent: false, decidedAt: test.store.options.clock.now(), reason: 'None' };
  await test.call('referrals.decideDanger', { referralId: id, ...facts } as never);
  const { version } = await referral(id);
  await test.call('referrals.move', { referralId: id, version, to: 'concluded', on: '2026-11-24' });
}

describe.each(['investigation', 'referral'] as const)('a seal on one of the two files of a transfer: %s', (kind) => {
  it('by the receiver leaves the sender where the file is, and nothing of what was said of it', async () => {
    const { from, to } = await sent(kind);
    await end(to);
    await seal(to);
    await test.signInAs('sender');
    if (from.kind === 'investigation')
      expect(await test.call('investigations.get', { investigationId: from.id })).toMatchObject({ isElsewhere: true });
    const left = {
      transfers: [],
      sealed: [{ fileKind: kind, fromUnitId: units.first, toUnitId: units.second, on: answered }],
    };
    expect(await ofFile(from)).toEqual(left);
    expect(await listed()).toEqual(left);
    expect(await test.refusal('persons.add', personInput(from, 'subject'))).toMatchObject({
      reason: 'file_transferred',
    });
    // Of the receiver's own, nothing is said to anyone.
    await test.signInAs('receiver');
    expect(await test.refusal('transfers.ofFile', { file: to })).toEqual({ code: 'not_found' });
    expect(await listed()).toEqual({ transfers: [], sealed: [] });
  });

  it('by the sender leaves the receiver from where the file came', async () => {
    const { from, to, transferId } = await sent(kind);
    expect((await ofFile(to)).transfers).toMatchObject([{ id: transferId, message: 'Yours' }]);
    await test.signInAs('sender');
    await seal(from);
    expect(await listed()).toEqual({ transfers: [], sealed: [] });
    await test.signInAs('receiver');
    const came = {
      transfers: [],
      sealed: [{ fileKind: kind, fromUnitId: units.first, toUnitId: units.second, on: answered }],
    };
    expect(await ofFile(to)).toEqual(came);
    expect(await listed()).toEqual(came);
  });
});
