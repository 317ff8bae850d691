import { describe, expect } from 'vitest';
import type { OperationFigure } from '#contract/casework/operations';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

const log = async () => (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' })).id;
const link = (referralId: ReferralId, investigationId = file) => ({ investigationId, referralId, on: '2026-11-20' });
const stateOfReferral = async (referralId: ReferralId) =>
  (await test.call('referrals.get', { referralId })).referral.state;
const backlog = async () => {
  const { total } = await test.call('backlog.board', { from: '2026-10', to: '2026-11' });
  return [total.terms.received, total.terms.proactive, total.terms.reclassified];
};

describe('a referral that joins a file', () => {
  it('leaves the count by one, and comes back when its last link is gone', async () => {
    const referral = await log();
    await test.call('links.linkReferral', link(referral));
    expect(await stateOfReferral(referral)).toBe('linked');
    expect(await backlog()).toEqual([1, 1, -1]);
    expect(await test.refusal('links.linkReferral', link(referral))).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    const other = (await openFile(test, unitId)).id;
    await test.call('links.linkReferral', link(referral, other));
    await test.call('links.unlinkReferral', link(referral));
    expect(await stateOfReferral(referral)).toBe('linked');
    await test.call('links.unlinkReferral', link(referral, other));
    expect(await stateOfReferral(referral)).toBe('triaged');
    expect(await backlog()).toEqual([1, 2, 0]);
  });

  it('stays with the file that was opened from it', async () => {
    const referral = await log();
    const opened = { unitId, openedOn: '2026-11-03', referralIds: [referral], lead: null };
    const { id } = await test.call('investigations.open', opened);
    expect(await test.refusal('links.unlinkReferral', link(referral, id))).toEqual({
      code: 'conflict',
      reason: 'referral_carries_file',
    });
  });
});

describe('related files', () => {
  it('name each other, once, until they are unlinked', async () => {
    const other = await openFile(test, unitId);
    const pair = { investigationId: file, otherId: other.id };
    await test.call('links.relate', pair);
    await test.call('links.relate', { investigationId: other.id, otherId: file });
    const related = async (investigationId: InvestigationId) =>
      (await test.call('links.ofFile', { investigationId })).related.map((each) => each.id);
    expect([await related(file), await related(other.id)]).toEqual([[other.id], [file]]);
    expect(await test.refusal('links.relate', { investigationId: file, otherId: file })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    await test.call('links.unrelate', { investigationId: other.id, otherId: file });
    expect([await related(file), await related(other.id)]).toEqual([[], []]);
  });
});

describe('partners and operations', () => {
  it('count a service in the month in which it joined, and follow a corrected day', async () => {
    const facts = { unitId, name: 'Police de Sablerive', leftOn: null };
    const made = { ...facts, partnerId: null, version: null, joinedOn: '2026-09-10' };
    const { id } = await test.call('partners.save', made);
    const months = async () =>
      (
        await stored<{ cell: string }>(
          test,
          "SELECT month || ' ' || CAST(value AS INTEGER) AS cell FROM unit_month WHERE measure = 'partner_services' ORDER BY month",
        )
      ).map(({ cell }) => cell);
    expect(await months()).toEqual(['2026-09 1']);
    expect(await test.refusal('partners.save', made)).toEqual({ code: 'conflict', reason: 'name_taken' });
    await test.call('partners.save', { ...facts, partnerId: id, version: 1, joinedOn: '2026-08-31' });
    expect(await months()).toEqual(['2026-08 1', '2026-09 0']);
    const part = { role: 'local_assistance', fromOn: '2026-10-02', untilOn: null } as const;
    await test.call('partners.takePart', { investigationId: file, partnerId: id, ...part });
    expect((await test.call('partners.ofFile', { investigationId: file })).parts).toMatchObject([
      { name: 'Police de Sablerive', ...part },
    ]);
    await test.call('partners.takePart', { investigationId: file, partnerId: id, ...part, fromOn: '2026-10-01' });
    expect((await test.call('partners.list', { filter: {} })).partners[0]?.files).toBe(1);
    expect(await test.call('partners.rows', { partnerId: id, offset: 0, size: 10 })).toMatchObject({
      rows: [{ kind: 'investigation', id: file, unitId, on: '2026-10-01', count: 1 }],
      ...{ length: 1, total: 1, sealed: 0 },
    });
  });

  it('count what the files of an operation had between two days', async () => {
    const made = { unitId, operationId: null, version: null, name: 'Boréal', beganOn: '2026-09-01', endedOn: null };
    const { id } = await test.call('operations.save', made);
    const referral = await log();
    await test.call('links.linkReferral', link(referral));
    await test.call('arrests.record', { investigationId: file, arrestedOn: '2026-10-05', youth: false });
    const charge = { investigationId: file, laidOn: '2026-10-06', section: '163.1(4)', counts: 3 };
    await test.call('charges.record', { ...charge, stage: 'laid' });
    await test.call('charges.record', { ...charge, stage: 'recommended' });
    await test.call('operations.tag', { files: [{ investigationId: file, add: [id], remove: [] }] });
    const counts = (from: string, to: string) => test.call('operations.counts', { operationId: id, from, to });
    expect(await counts('2026-10-01', '2026-11-30')).toEqual({
      referrals: 1,
      filesOpened: 1,
      filesConcluded: 0,
      arrests: 1,
      charges: 3,
      devicesSeized: 0,
      devicesExamined: 0,
    });
    expect(await counts('2026-10-06', '2026-10-06')).toMatchObject({ referrals: 0, arrests: 0, charges: 3 });
    const rows = (figure: OperationFigure, from: string, to: string) =>
      test.call('operations.rows', { operationId: id, figure, from, to, offset: 0, size: 10 });
    expect(await rows('referrals', '2026-10-01', '2026-11-30')).toMatchObject({
      rows: [{ kind: 'referral', id: referral, count: 1 }],
      ...{ length: 1, total: 1, sealed: 0 },
    });
    expect(await rows('charges', '2026-10-06', '2026-10-06')).toMatchObject({
      rows: [{ kind: 'investigation', id: file, on: '2026-10-06', count: 3 }],
      ...{ length: 1, total: 3, sealed: 0 },
    });
    expect(await rows('arrests', '2026-10-06', '2026-10-06')).toMatchObject({ rows: [], length: 0, total: 0 });
    const other = await openFile(test, unitId);
    await test.call('operations.tag', { files: [{ investigationId: other.id, add: [id], remove: [] }] });
    const files = await test.call('operations.rows', { operationId: id, figure: 'files', offset: 0, size: 1 });
    expect(files).toMatchObject({ rows: [{}], length: 2, total: 2 });
    expect((await test.call('operations.ofFile', { investigationId: file })).files.map((each) => each.id)).toEqual([
      other.id,
    ]);
    await test.call('operations.tag', { files: [{ investigationId: file, add: [], remove: [id] }] });
    expect(await counts('2026-10-06', '2026-10-06')).toMatchObject({ charges: 0 });
  });
});

describe('the timeline', () => {
  it('has what is to be kept ahead of today, overdue too, and what happened behind it', async () => {
    await test.call('tasks.add', { investigationId: file, what: 'Late', dueOn: '2026-11-01', owner: null });
    await test.call('tasks.add', { investigationId: file, what: 'Soon', dueOn: '2026-11-30', owner: null });
    await test.call('notes.add', { investigationId: file, text: 'Never shown there', corrects: null, seen: 0 });
    await test.call('arrests.record', { investigationId: file, arrestedOn: '2026-10-05', youth: false });
    const { ahead, behind } = await test.call('timeline.list', { investigationId: file });
    expect(ahead.map(({ kind, on, detail, urgency }) => [kind, on, detail, urgency])).toEqual([
      ['task_due', '2026-11-01', 'Late', 'overdue'],
      ['task_due', '2026-11-30', 'Soon', 'reminder'],
    ]);
    expect(behind.map(({ kind, on }) => [kind, on])).toEqual([
      ['note', '2026-11-24'],
      ['arrest', '2026-10-05'],
      ['opened', '2026-10-01'],
    ]);
    expect(JSON.stringify({ ahead, behind })).not.toContain('Never shown');
  });
});
