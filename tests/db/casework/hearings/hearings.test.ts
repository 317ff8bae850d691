import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, HearingId, InvestigationId, PersonId, UserId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { it, test, unitId, userId as me } from '../../../support/fixtures/unit.ts';

let investigationId: InvestigationId;
let file: CaseFile;
beforeEach(async () => {
  investigationId = (await openFile(test, unitId, me)).id;
  file = { kind: 'investigation', id: investigationId };
});

const facts = { kind: 'bail_hearing', on: '2026-11-26', time: '09:30', court: 'Room 4', personId: null, attends: null };
const add = async (given: Partial<Input<'hearings.add'>> = {}) =>
  (await test.call('hearings.add', { ...facts, kind: 'bail_hearing', investigationId, ...given })).id;
const list = async () => (await test.call('hearings.list', { investigationId })).hearings;
const change = (hearingId: HearingId, version: number, given: Partial<Input<'hearings.change'>> = {}) => ({
  ...{ ...facts, kind: 'bail_hearing' as const, investigationId, hearingId, version },
  ...given,
});
const answer = (
  hearingId: HearingId,
  version: number,
  outcome: 'held' | 'adjourned' | 'cancelled' | null,
  rest: Partial<Input<'hearings.answer'>> = {},
) => ({
  ...{ investigationId, hearingId, version, next: null },
  answer: outcome && { outcome, outcomeNote: null },
  ...rest,
});
const subject = async (): Promise<PersonId> =>
  (await test.call('persons.add', personInput(file, 'subject', { ageBand: '18_plus' }))).id;
const corrections = async () => (await test.call('corrections.list', { file })).corrections;
const secondOfficer = async (): Promise<UserId> => {
  await test.signInAs('admin');
  const given = { login: 'second', displayName: 'Second', roles: ['investigator' as const], unitIds: [unitId] };
  const { id } = await test.call('users.create', { ...given, passphrase: 'a long enough phrase' });
  await test.signInAs('officer');
  return id;
};
const needsReason = { code: 'invalid_input', reason: 'correction_needs_reason' };

describe('a hearing', () => {
  it('is in Deadlines with its time, for who attends or else for the lead', async () => {
    const second = await secondOfficer();
    await add();
    await add({ on: '2026-11-26', time: '08:45', kind: 'plea', attends: second });
    await add({ on: '2026-11-20', time: null, kind: 'trial' });
    const { rows } = await test.call('due.list', { filter: {} });
    expect(rows.map((row) => [row.source, row.name.fr, row.dueOn, row.time, row.urgency, row.lead])).toEqual([
      ['hearing', 'Procès', '2026-11-20', null, 'overdue', me],
      ['hearing', 'Plaidoyer', '2026-11-26', '08:45', 'reminder', second],
      ['hearing', 'Enquête sur mise en liberté', '2026-11-26', '09:30', 'reminder', me],
    ]);
    expect((await test.call('due.list', { filter: { lead: second } })).rows).toHaveLength(1);
    expect(await test.call('due.counts', { filter: {} })).toEqual({ overdue: 1, today: 0, reminder: 2 });
    const { due } = await test.call('handover.get', { unitId, userId: second });
    expect(due.map(({ source }) => source)).toEqual(['hearing']);
  });

  it('is put off to its next day in one act, which corrects nothing', async () => {
    const personId = await subject();
    const id = await add({ personId });
    const next = { kind: 'plea', on: '2026-12-10', time: null } as const;
    expect(
      await test.refusal('hearings.answer', answer(id, 1, 'adjourned', { next: { ...next, on: '2026-11-25' } })),
    ).toEqual({ code: 'invalid_input', reason: 'date_before_previous' });
    const { nextId } = await test.call('hearings.answer', answer(id, 1, 'adjourned', { next }));
    expect((await list()).map((row) => [row.id, row.kind, row.on, row.court, row.personId, row.outcome])).toEqual([
      [nextId, 'plea', '2026-12-10', 'Room 4', personId, null],
      [id, 'bail_hearing', '2026-11-26', 'Room 4', personId, 'adjourned'],
    ]);
    expect(await corrections()).toEqual([]);
    const { ahead, behind } = await test.call('timeline.list', { investigationId });
    const shown = [...ahead, ...behind].filter(({ kind }) => kind.startsWith('hearing'));
    expect(shown.map(({ kind, on, code }) => [kind, on, code])).toEqual([
      ['hearing', '2026-11-26', 'adjourned'],
      ['hearing_due', '2026-12-10', null],
    ]);
  });

  it('took place on no day to come, and has another outcome with a reason only', async () => {
    const id = await add();
    expect(await test.refusal('hearings.answer', answer(id, 1, 'held'))).toEqual({
      code: 'invalid_input',
      reason: 'date_in_future',
    });
    await test.call('hearings.answer', answer(id, 1, 'cancelled'));
    expect(await test.refusal('hearings.answer', answer(id, 2, 'adjourned'))).toEqual(needsReason);
    await test.call('hearings.answer', answer(id, 2, 'adjourned', { reason }));
    await test.call('hearings.answer', answer(id, 3, null, { reason }));
    expect(
      (await corrections()).map(({ record, changes }) => [record, changes.map((each) => each.after?.en ?? null)]),
    ).toEqual([
      ['hearing', [null]],
      ['hearing', ['Adjourned']],
    ]);
  });

  it('that was recorded wrongly is put right with a reason; what was empty, and who attends, ask for none', async () => {
    const second = await secondOfficer();
    const id = await add({ time: null, court: null });
    await test.call('hearings.change', change(id, 1, { attends: second }));
    await test.call('hearings.change', change(id, 2, { attends: null }));
    expect(await corrections()).toEqual([]);
    expect(await test.refusal('hearings.change', change(id, 3, { on: '2026-11-27' }))).toEqual(needsReason);
    await test.call('hearings.change', change(id, 3, { on: '2026-11-27', reason }));
    expect((await corrections())[0]).toMatchObject({
      record: 'hearing',
      changes: [{ field: 'heardOn', before: { en: '2026-11-26' }, after: { en: '2026-11-27' } }],
      reviewDueAt: null,
    });
    expect(await test.refusal('hearings.change', change(id, 3))).toMatchObject({ reason: 'version_conflict' });
  });

  it('that never was is taken out, and can be put back', async () => {
    const id = await add();
    await test.call('corrections.strike', struck(file, 'hearing', id));
    expect(await list()).toEqual([]);
    const [listed] = await corrections();
    expect(listed).toMatchObject({ act: 'entered_in_error', record: 'hearing', mayRestore: true });
    await test.call('corrections.restore', { file, correctionId: listed!.id, reason });
    expect(await list()).toMatchObject([{ id, version: 2, court: 'Room 4' }]);
  });

  it('is of a subject of the file, whom it keeps there, and given to people of the unit', async () => {
    const personId = await subject();
    const { id: witness } = await test.call('persons.add', personInput(file, 'witness'));
    expect(await test.refusal('hearings.add', { ...facts, kind: 'plea', investigationId, personId: witness })).toEqual({
      code: 'invalid_input',
    });
    await add({ personId });
    expect(await test.refusal('corrections.strike', struck(file, 'person', personId))).toEqual({
      code: 'conflict',
      reason: 'person_of_hearing',
    });
    await test.signInAs('admin');
    const { userId } = await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    await test.signInAs('officer');
    expect(await test.refusal('hearings.add', { ...facts, kind: 'plea', investigationId, attends: userId })).toEqual({
      code: 'invalid_input',
    });
  });

  it('moves neither the ceiling of the trial nor a count', async () => {
    await test.call(
      'authorities.record',
      authorityInput(investigationId, 'court_proceedings', '2026-03-01', { variant: 'provincial' }),
    );
    const before = {
      delays: await test.call('delays.list', { investigationId }),
      months: test.store.requireUnlocked().raw.prepare('SELECT * FROM unit_month').all(),
    };
    const id = await add({ on: '2026-11-20' });
    await test.call(
      'hearings.answer',
      answer(id, 1, 'adjourned', { next: { kind: 'trial', on: '2027-05-03', time: null } }),
    );
    expect({
      delays: await test.call('delays.list', { investigationId }),
      months: test.store.requireUnlocked().raw.prepare('SELECT * FROM unit_month').all(),
    }).toEqual(before);
  });

  it('of a sealed person stays in the file without the name', async () => {
    const personId = await subject();
    const id = await add({ personId });
    const sealing = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;
    await test.call('seals.sealPerson', { ...sealing, file, personId });
    expect(await test.call('seals.inFile', { file })).toMatchObject({ personIds: [personId] });
    expect(await list()).toMatchObject([{ id, personId }]);
    const { personId: _, ...without } = change(id, 1, { court: 'Room 5', reason });
    await test.call('hearings.change', without);
    expect(await list()).toMatchObject([{ id, personId, court: 'Room 5' }]);
  });
});
