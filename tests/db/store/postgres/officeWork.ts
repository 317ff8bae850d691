import { investigationSort } from '#contract/casework/investigations';
import { referralSort } from '#contract/casework/referrals';
import type { ReferralId, UnitId, UserId } from '#contract/ground/ids';
import { conclude } from '../../../support/caseFiles.ts';
import type { TestStore } from '../../../support/store.ts';

const on = '2026-11-02' as const;

/** What an officer does in a day other than the work on a file: each method once, as it is answered. */
export async function officeWork(test: TestStore, unitId: UnitId, userId: UserId): Promise<void> {
  const { call } = test;
  await changeStates(test, unitId);
  const log = async () => (await call('referrals.log', { unitId, source: 'public', receivedOn: on })).id;
  const referralId = await log();
  await workOnReferrals(call, [referralId, await log()], userId);
  const open = async () =>
    (await call('investigations.open', { unitId, openedOn: on, referralIds: [], lead: null })).id;
  const investigationId = await open();
  await call('investigations.describe', { investigationId, version: 1, title: 'Title', subject: 'Subject' });
  await call('investigations.lead', { files: [{ investigationId, from: null, lead: userId }] });
  const waiting = { state: 'lab', since: on, on: 'Laboratoire' } as const;
  const { files } = await call('investigations.wait', { files: [{ investigationId, version: 3 }], ...waiting });
  await call('investigations.undoWait', { files });
  const openedFrom = { unitId, openedOn: on, referralIds: [await log()], lead: userId };
  const { opened } = await call('investigations.open', openedFrom);
  await call('investigations.undoOpen', opened);
  const related = { investigationId, otherId: await open() };
  await call('links.relate', related);
  await call('links.unrelate', related);
  await keepLists(call);
  await sortLists(call);
  await call('handover.describe', {
    userId,
    unitId,
    version: null,
    leavesOn: '2026-12-01',
    trainingNotes: 'Notes',
    documentOn: null,
  });
  await call('unitMonths.confirm', { unitId, month: '2026-02', status: 'complete' });
  await call('staffing.save', {
    unitId,
    cells: [{ month: '2026-03', measure: 'fte_base', value: 3.5, status: 'complete' }],
  });
}

/** Each order of a list, both ways. */
async function sortLists(call: TestStore['call']): Promise<void> {
  const window = { filter: {}, from: { at: 'start' }, size: 100 } as const;
  for (const descending of [true, false]) {
    for (const column of referralSort.shape.column.options)
      await call('referrals.list', { ...window, sort: { column, descending } });
    for (const column of investigationSort.shape.column.options)
      await call('investigations.list', { ...window, sort: { column, descending } });
  }
}

async function workOnReferrals(call: TestStore['call'], referralIds: ReferralId[], userId: UserId): Promise<void> {
  const [referralId] = referralIds as [ReferralId];
  const facts = { externalNumber: 'EX 1', priorityReceived: '3', summary: 'Été' };
  await call('referrals.edit', { referralId, version: 1, ...facts });
  await call('referrals.assign', { referralIds, userId, on });
  await call('referrals.decideMany', {
    referralIds,
    identifiable: 'no',
    decidedAt: Date.parse('2026-11-03T12:00:00Z'),
    reason: 'Nothing shows a child.',
  });
  await call('referrals.notifyProtection', { referralId, notice: { required: false, reason: 'No child.' } });
}

async function changeStates(test: TestStore, unitId: UnitId): Promise<void> {
  const { call } = test;
  const log = async () => (await call('referrals.log', { unitId, source: 'ncecc', receivedOn: on })).id;
  const versionOf = async (referralId: ReferralId) => (await call('referrals.get', { referralId })).referral.version;
  const [headId, under] = [await log(), await log()];
  await call('referrals.bundle', { headId, referralIds: [under], on });
  await call('referrals.split', { referralId: under, on });
  await call('referrals.undo', { referrals: [{ referralId: under, version: await versionOf(under) }] });
  await call('referrals.move', { referralId: headId, version: await versionOf(headId), to: 'triaged', on });
  const sent = { referralId: headId, investigationId: null, toUnitId: null, toService: 'Elsewhere', on, message: null };
  const { id: transferId } = await call('transfers.propose', sent);
  await call('transfers.withdraw', { transferId, version: 1, on });
  const opened = { unitId, openedOn: on, referralIds: [], lead: null };
  const { id: investigationId } = await call('investigations.open', opened);
  await conclude(test, investigationId, on);
  const { version } = (await call('investigations.get', { investigationId })).investigation;
  await call('investigations.reopen', { investigationId, version, on });
}

async function keepLists(call: TestStore['call']): Promise<void> {
  const columns = [{ id: 'number', isShown: true, width: 120 }];
  const query = { list: 'referrals', filter: {}, sort: { column: 'receivedOn', descending: true } } as const;
  const { id } = await call('lists.saveView', { held: null, name: 'Mine', query, columns });
  await call('lists.keepColumns', { list: 'referrals', columns });
  await call('lists.openWith', { list: 'referrals', view: 'Mine' });
  await call('lists.copied', { list: 'referrals', rows: 2, columns: ['number'] });
  await call('lists.deleteView', { viewId: id });
}
