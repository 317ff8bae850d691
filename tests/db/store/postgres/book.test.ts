import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import { changesSince } from '../../../../db/statistics/backlog/files/changes.ts';
import { recordsOf } from '../../../../db/store/engineRecords.ts';
import { newOffice, one, other, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';

const day = '2026-03-02' as CivilDate;
const on = '2026-11-20' as CivilDate;

describe.skipIf(postgresMissing !== '')(`the book of files on PostgreSQL ${postgresMissing}`.trim(), () => {
  let office: Office;
  let mine: TestStore;
  let theirs: TestStore;
  beforeAll(async () => {
    office = await newOffice();
    mine = await office.desk('mine', [one]);
    theirs = await office.desk('theirs', [other]);
  });
  afterAll(() => office.close());

  const readBy = ({ store }: TestStore) => store.requireUnlocked().read;
  const ageing = (desk: TestStore) => desk.call('backlog.ageing', { on });

  it('is read again where a file of one’s own units has changed, and no other one is named', async () => {
    const { sequence } = await recordsOf(readBy(mine)).lastLink();
    const { id } = await mine.call('referrals.log', { unitId: one, source: 'ncecc', receivedOn: day });
    await theirs.call('referrals.log', { unitId: other, source: 'ncecc', receivedOn: day });
    const none = { investigation: [], imported: [] };
    expect((await changesSince(readBy(mine), sequence)).changed).toEqual({ referral: [id], ...none });
    expect(JSON.stringify(await changesSince(readBy(theirs), sequence))).not.toContain(id);
  });

  it('takes up what others did since, as a first reading has it', async () => {
    await ageing(mine);
    const colleague = await office.desk('colleague', [one]);
    const tip = { unitId: one, source: 'ncecc', receivedOn: day } as const;
    const { id: referralId } = await colleague.call('referrals.log', tip);
    const opened = { unitId: one, openedOn: day, referralIds: [referralId], lead: null };
    await colleague.call('investigations.open', opened);
    const { id: sent } = await theirs.call('referrals.log', { ...tip, unitId: other });
    const proposed = { referralId: sent, investigationId: null, toUnitId: one, toService: null, on, message: null };
    const { id: transferId } = await theirs.call('transfers.propose', proposed);
    await colleague.call('transfers.accept', { transferId, version: 1, on });
    const fresh = await office.desk('fresh', [one]);
    expect(await ageing(mine)).toEqual(await ageing(fresh));
  });
});
