import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, InvestigationId, UnitId } from '#contract/ground/ids';
import { openFile } from '../../support/authorities.ts';
import { reason, struck } from '../../support/corrections.ts';
import { identifierInput, personInput } from '../../support/persons.ts';
import { addUnit } from '../../support/store.ts';
import { it, test, unitId, userId as me } from '../../support/fixtures/unit.ts';

let investigationId: InvestigationId;
let file: CaseFile;
beforeEach(async () => {
  investigationId = (await openFile(test, unitId, me)).id;
  file = { kind: 'investigation', id: investigationId };
});

const passphrase = 'a long enough phrase';
const officer = async (login: string, unitIds: UnitId[]) => {
  await test.signInAs('admin');
  const { id } = await test.call('users.create', {
    ...{ login, displayName: login, roles: ['investigator'], unitIds, passphrase },
  });
  await test.signInAs('officer');
  return id;
};
const step = (version: number | null, text: string | null) =>
  test.call('handover.setNextStep', { investigationId, version, text });
const hearing = { kind: 'plea', on: '2026-11-24', time: '09:30', court: 'Room 4', personId: null } as const;
const outcome = { outcome: 'adjourned', outcomeNote: null } as const;

describe('the next step', () => {
  it('that was cleared and written anew is not overwritten by who read the first one', async () => {
    await step(null, 'First');
    await step(1, null);
    expect(await test.call('handover.nextStep', { investigationId })).toEqual({ text: null, version: 2 });
    await step(2, 'Second, by a colleague');
    const stale = await test.refusal('handover.setNextStep', { investigationId, version: 1, text: 'First, edited' });
    expect(stale).toMatchObject({ reason: 'version_conflict' });
  });

  it('of a file that another unit has is not written by who sent it', async () => {
    const otherId = await (async () => {
      await test.signInAs('admin');
      const id = await addUnit(test, 'U02');
      await test.signInAs('officer');
      return id;
    })();
    const receiver = await officer('receiver', [otherId]);
    expect(receiver).toBeDefined();
    const { id } = await test.call('transfers.propose', {
      ...{ referralId: null, investigationId, toUnitId: otherId, toService: null, on: '2026-11-20', message: null },
    });
    await test.signInAs('receiver');
    await test.call('transfers.accept', { transferId: id, version: 1, on: '2026-11-23' });
    await test.signInAs('officer');
    const refused = await test.refusal('handover.setNextStep', { investigationId, version: null, text: 'Mine' });
    expect(refused).toMatchObject({ code: 'conflict' });
  });

  it('nor does the sender add a hearing to it', async () => {
    await test.signInAs('admin');
    const otherId = await addUnit(test, 'U02');
    await officer('receiver', [otherId]);
    const { id } = await test.call('transfers.propose', {
      ...{ referralId: null, investigationId, toUnitId: otherId, toService: null, on: '2026-11-20', message: null },
    });
    await test.signInAs('receiver');
    await test.call('transfers.accept', { transferId: id, version: 1, on: '2026-11-23' });
    await test.signInAs('officer');
    expect(await test.refusal('hearings.add', { ...hearing, investigationId, attends: null })).toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a hearing', () => {
  it('whose outcome is taken back after a transfer is for somebody of the unit that has it', async () => {
    const second = await officer('second', [unitId]);
    const { id: hearingId } = await test.call('hearings.add', { ...hearing, investigationId, attends: second });
    await test.call('hearings.answer', { investigationId, hearingId, version: 1, answer: outcome, next: null });
    await test.signInAs('admin');
    const otherId = await addUnit(test, 'U02');
    const receiver = await officer('receiver', [otherId]);
    const { id } = await test.call('transfers.propose', {
      ...{ referralId: null, investigationId, toUnitId: otherId, toService: null, on: '2026-11-20', message: null },
    });
    await test.signInAs('receiver');
    const { receivedId } = await test.call('transfers.accept', { transferId: id, version: 1, on: '2026-11-23' });
    const at = receivedId as InvestigationId;
    await test.call('investigations.lead', { files: [{ investigationId: at, from: null, lead: receiver }] });
    await test.call('hearings.answer', {
      ...{ investigationId: at, hearingId, version: 2, answer: null, next: null, reason },
    });
    const { rows } = await test.call('due.list', { filter: {} });
    expect(rows.map(({ source, lead }) => [source, lead])).toEqual([['hearing', receiver]]);
  });

  it('is not handed on to who has left the unit', async () => {
    const second = await officer('second', [unitId]);
    const { id: hearingId } = await test.call('hearings.add', { ...hearing, investigationId, attends: second });
    await test.signInAs('admin');
    await test.call('users.disable', { userId: second });
    await test.signInAs('officer');
    const next = { kind: 'trial', on: '2026-12-10', time: null } as const;
    await test.call('hearings.answer', { investigationId, hearingId, version: 1, answer: outcome, next });
    const mine = await test.call('due.list', { filter: { lead: me } });
    const nobodys = await test.call('due.list', { filter: { lead: 'nobody' } });
    expect([...mine.rows, ...nobodys.rows].map(({ source }) => source)).toEqual(['hearing']);
  });

  it('goes to another with the rest of what an officer hands over', async () => {
    const second = await officer('second', [unitId]);
    await test.call('hearings.add', { ...hearing, on: '2026-11-26', investigationId, attends: second });
    const { due, ...open } = await test.call('handover.get', { unitId, userId: second });
    expect(due.map(({ source }) => source)).toEqual(['hearing']);
    expect(open.hearings).toMatchObject([{ kind: 'plea', on: '2026-11-26', investigationId }]);
    const passed = {
      investigationIds: [],
      referralIds: [],
      taskIds: [],
      hearingIds: open.hearings.map(({ id }) => id),
    };
    const given = { unitId, from: second, to: me, on: '2026-11-24' } as const;
    const { id: reassignmentId } = await test.call('handover.reassign', { ...given, ...passed });
    expect((await test.call('handover.get', { unitId, userId: me })).hearings).toHaveLength(1);
    expect(await test.refusal('handover.reassign', { ...given, ...passed })).toMatchObject({ code: 'conflict' });
    await test.call('handover.undo', { unitId, reassignmentId });
    expect((await test.call('handover.get', { unitId, userId: second })).hearings).toHaveLength(1);
  });

  it('taken out that names a person is among the texts to look at once the person is sealed', async () => {
    const { id: personId } = await test.call(
      'persons.add',
      personInput(file, 'subject', { ageBand: '18_plus', name: 'Daniel Whitlock' }),
    );
    const { id: hearingId } = await test.call('hearings.add', {
      ...{ ...hearing, court: 'Room 4, R. v. Whitlock', investigationId, attends: null },
    });
    await test.call('corrections.strike', struck(file, 'hearing', hearingId));
    const { texts } = await test.call('seals.naming', { file, personId });
    expect(texts).toHaveLength(1);
  });
});

describe('a leave', () => {
  it('that is over is not recorded, where it would be seen nowhere', async () => {
    const cover = await officer('cover', [unitId]);
    const given = { existing: null, unitId, userId: me, coverId: cover, fromOn: '2026-11-16', untilOn: '2026-11-20' };
    expect(await test.refusal('leave.record', given)).toMatchObject({ code: 'invalid_input' });
    await test.call('leave.record', { ...given, untilOn: '2026-11-24' });
  });

  it('is not covered by who is suspended', async () => {
    const away = await officer('away', [unitId]);
    const cover = await officer('cover', [unitId]);
    await test.signInAs('admin');
    await test.call('users.suspend', { userId: cover, version: 1, suspended: true });
    await test.signInAs('officer');
    const given = { existing: null, unitId, userId: away, coverId: cover, fromOn: '2026-11-24', untilOn: '2026-12-01' };
    expect(await test.refusal('leave.record', given)).toMatchObject({ code: 'invalid_input' });
  });

  it('ends sooner where the cover became unable to act: an officer who is back changes the last day', async () => {
    const cover = await officer('cover', [unitId]);
    const given = { existing: null, unitId, userId: me, coverId: cover, fromOn: '2026-11-20', untilOn: '2026-12-01' };
    const { id } = await test.call('leave.record', given);
    await test.signInAs('admin');
    await test.call('users.disable', { userId: cover });
    await test.signInAs('officer');
    await test.call('leave.record', { ...given, existing: { id, version: 1 }, untilOn: '2026-11-23' });
  });

  it('of an officer who covers shows in the handover only what is theirs to hand over', async () => {
    const away = await officer('away', [unitId]);
    const cover = await officer('cover', [unitId]);
    const { id: other } = await openFile(test, unitId, away);
    await test.call('tasks.add', { investigationId: other, what: 'Call', dueOn: '2026-11-25', owner: null });
    const given = { existing: null, unitId, userId: away, coverId: cover, fromOn: '2026-11-24', untilOn: '2026-12-01' };
    await test.call('leave.record', given);
    const { due } = await test.call('handover.get', { unitId, userId: cover });
    expect(due).toEqual([]);
  });
});

describe('the sealed name in what was taken out', () => {
  it('is not read in the list of corrections', async () => {
    const { id: personId } = await test.call(
      'persons.add',
      personInput(file, 'subject', { ageBand: '18_plus', name: 'Daniel Whitlock' }),
    );
    const { id: hearingId } = await test.call('hearings.add', {
      ...{ ...hearing, personId, investigationId, attends: null },
    });
    await test.call('corrections.strike', struck(file, 'hearing', hearingId));
    const sealing = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;
    await test.call('seals.sealPerson', { ...sealing, file, personId });
    expect(JSON.stringify(await test.call('corrections.list', { file }))).not.toContain('Whitlock');
  });
});

describe('what is like a referral', () => {
  it('is of no unit that the officer does not work in', async () => {
    await test.signInAs('admin');
    const otherId = await addUnit(test, 'U02');
    await officer('receiver', [otherId]);
    const log = (unit: UnitId) =>
      test.call('referrals.log', { unitId: unit, source: 'public', receivedOn: '2026-11-20' });
    const { id: here } = await log(unitId);
    await test.call('identifiers.add', identifierInput({ kind: 'referral', id: here }, 'handle', 'north_star'));
    await test.signInAs('receiver');
    const { id: there } = await log(otherId);
    await test.call('identifiers.add', identifierInput({ kind: 'referral', id: there }, 'handle', 'north_star'));
    await test.signInAs('officer');
    expect((await test.call('identifiers.alike', { referralIds: [here] })).alike).toEqual([]);
    expect(await test.refusal('identifiers.alike', { referralIds: [there] })).toMatchObject({ code: 'not_found' });
  });
});

describe('the week of one person', () => {
  it('of the cover shows what is covered on the days of the week asked for, not those of today', async () => {
    const away = await officer('away', [unitId]);
    const cover = await officer('cover', [unitId]);
    await test.call('investigations.lead', { files: [{ investigationId, from: me, lead: away }] });
    await test.call('hearings.add', { ...hearing, on: '2026-12-03', investigationId, attends: null });
    const given = { existing: null, unitId, userId: away, coverId: cover, fromOn: '2026-11-30', untilOn: '2026-12-04' };
    await test.call('leave.record', given);
    await test.signInAs('cover');
    const { court } = await test.call('week.get', { filter: { mine: true }, on: '2026-12-03' });
    expect(court.rows).toHaveLength(1);
  });
});
