import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { HearingId, InvestigationId, ReassignmentId, ReferralId, TaskId, UserId } from '#contract/ground/ids';
import { handoverPaper } from '../../../../db/casework/handover/paper.ts';
import { languages } from '../../../../db/documents/page/language.ts';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { openFile } from '../../../support/authorities.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { struck } from '../../../support/corrections.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId as leaving } from '../../../support/fixtures/unit.ts';

let following: UserId;
let file: InvestigationId;
let referral: ReferralId;
let task: TaskId;
beforeEach(async () => {
  await test.signInAs('admin');
  const next = await test.call('users.create', {
    login: 'next',
    displayName: 'Next',
    roles: ['investigator'],
    unitIds: [unitId],
    passphrase: 'a long enough phrase',
  });
  following = next.id;
  await test.signInAs('officer');
  file = (await openFile(test, unitId, leaving)).id;
  referral = (await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' })).id;
  await test.call('referrals.assign', { referralIds: [referral], userId: leaving, on: '2026-11-03' });
  const given = { investigationId: file, what: 'Call', dueOn: '2026-11-30', owner: leaving };
  task = (await test.call('tasks.add', given)).id;
});

const of = (userId: UserId) => test.call('handover.get', { unitId, userId });
const counts = async (userId: UserId) => {
  const { investigations, referrals, tasks, due } = await of(userId);
  return [investigations.length, referrals.length, tasks.length, due.filter((row) => row.source === 'task').length];
};
const all = () => ({
  unitId,
  from: leaving,
  to: following,
  on: '2026-11-24',
  investigationIds: [file],
  referralIds: [referral],
  taskIds: [task],
  hearingIds: [],
});
const undo = (reassignmentId: ReassignmentId) => ({ unitId, reassignmentId });

async function addHearings(count: number): Promise<HearingId[]> {
  const at = {
    investigationId: file,
    kind: 'plea',
    on: '2026-12-10',
    time: null,
    court: null,
    personId: null,
  } as const;
  const ids: HearingId[] = [];
  while (ids.length < count) ids.push((await test.call('hearings.add', { ...at, attends: leaving })).id);
  return ids;
}

describe('a handover', () => {
  it('shows all that is open, with next steps and what was written for whoever follows', async () => {
    await test.call('handover.setNextStep', { investigationId: file, version: null, text: 'Serve the order' });
    const written = { unitId, userId: leaving, leavesOn: '2026-12-01', trainingNotes: 'Course X', documentOn: null };
    await test.call('handover.describe', { ...written, version: null });
    const detail = await of(leaving);
    expect(detail.investigations[0]?.nextStep).toBe('Serve the order');
    expect(detail.described).toEqual({
      version: 1,
      leavesOn: '2026-12-01',
      trainingNotes: 'Course X',
      documentOn: null,
    });
    expect(await test.refusal('handover.describe', { ...written, version: null })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    const page = handoverPaper({ language: languages.fr, officer: 'A', unit: 'U01', marking: 'PROTÉGÉ B', detail });
    for (const words of ['Transition', 'Serve the order', 'Course X', 'Call', '2026-11-30'])
      expect(page.html).toContain(words);
  });

  it('gives everything to the next one in one act, and gives it all back', async () => {
    const { id } = await test.call('handover.reassign', all());
    expect([await counts(leaving), await counts(following)]).toEqual([
      [0, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
    expect((await of(leaving)).reassignments).toMatchObject([{ to: following, items: 3, undoneAt: null }]);
    await test.call('handover.undo', undo(id));
    expect([await counts(leaving), await counts(following)]).toEqual([
      [1, 1, 1, 1],
      [0, 0, 0, 0],
    ]);
    expect(await test.refusal('handover.undo', undo(id))).toEqual({ code: 'conflict', reason: 'state_not_allowed' });
    const { raw } = test.store.requireUnlocked();
    const audited = raw.prepare(
      "SELECT count(*) FROM audit_entry WHERE method LIKE 'handover.%e%' AND outcome = 'done'",
    );
    expect(audited.pluck().get()).toBeGreaterThanOrEqual(2);
  });

  it('leaves what has changed hands since, and says how much', async () => {
    const { id } = await test.call('handover.reassign', all());
    await test.call('referrals.assign', { referralIds: [referral], userId: null, on: '2026-11-24' });
    expect(await test.call('handover.undo', undo(id))).toEqual({ givenBack: 2 });
    expect([await counts(leaving), await counts(following)]).toEqual([
      [1, 0, 1, 1],
      [0, 0, 0, 0],
    ]);
  });

  it('leaves what came back and was given again by another act, which gives it back', async () => {
    const { id } = await test.call('handover.reassign', all());
    const one = { ...all(), investigationIds: [], referralIds: [] };
    await test.call('handover.reassign', { ...one, from: following, to: leaving });
    const { id: second } = await test.call('handover.reassign', one);
    expect(await test.call('handover.undo', undo(id))).toEqual({ givenBack: 2 });
    expect([await counts(leaving), await counts(following)]).toEqual([
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ]);
    expect(await test.call('handover.undo', undo(second))).toEqual({ givenBack: 1 });
    expect(await counts(leaving)).toEqual([1, 1, 1, 1]);
  });

  it('gives back today what changed its state after the day of the handover', async () => {
    const { id } = await test.call('handover.reassign', { ...all(), on: '2026-11-20' });
    await test.call('referrals.assign', { referralIds: [referral], userId: following, on: '2026-11-22' });
    expect(await test.call('handover.undo', undo(id))).toEqual({ givenBack: 3 });
    expect(await stored(test, `SELECT state_on AS "on" FROM referral WHERE id = '${referral}'`)).toEqual([
      { on: '2026-11-24' },
    ]);
  });

  it('writes nothing into a file that was sealed meanwhile', async () => {
    const { id: sealed, number } = await openFile(test, unitId, leaving);
    await conclude(test, sealed, '2026-11-23');
    const asked = { investigationId: sealed, what: 'Return the device', dueOn: null, owner: leaving };
    const { id: taskId } = await test.call('tasks.add', asked);
    const { id } = await test.call('handover.reassign', { ...all(), taskIds: [task, taskId] });
    const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order' } as const;
    await test.call('seals.seal', { ...order, investigationIds: [sealed], referralIds: [] });
    expect(await test.call('handover.undo', undo(id))).toEqual({ givenBack: 3 });
    const { id: sealId } = await test.call('seals.find', { unitId, number });
    await test.call('seals.unseal', { sealId: sealId!, authority: 'ON-2', reason: 'Granted' });
    expect((await test.call('tasks.list', { investigationId: sealed })).tasks).toMatchObject([{ owner: following }]);
  });

  it('gives back what is open still, and says how much was finished meanwhile', async () => {
    const hearings = await addHearings(3);
    const other = await openFile(test, unitId, leaving);
    const [answered, struckOne, open] = hearings;
    const given = { ...all(), investigationIds: [file, other.id], hearingIds: hearings };
    const { id } = await test.call('handover.reassign', given);
    const { investigation } = await test.call('investigations.get', { investigationId: other.id });
    const over = { investigationId: other.id, version: investigation.version, on: '2026-11-24' };
    await test.call('investigations.conclude', over);
    const done = { what: 'Call', dueOn: '2026-11-30', owner: following, doneOn: '2026-11-24' };
    await test.call('tasks.change', { ...done, investigationId: file, taskId: task, version: 2 });
    await test.call('hearings.answer', {
      ...{ investigationId: file, hearingId: answered!, version: 2, next: null },
      answer: { outcome: 'cancelled', outcomeNote: null },
    });
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'hearing', struckOne, 2));
    expect(await test.call('handover.undo', undo(id))).toEqual({ givenBack: 3 });
    expect((await of(leaving)).hearings.map((each) => each.id)).toEqual([open]);
    expect([await counts(leaving), await counts(following)]).toEqual([
      [1, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
    const { tasks } = await test.call('tasks.list', { investigationId: file });
    expect(tasks).toMatchObject([{ owner: following, doneOn: '2026-11-24' }]);
    expect((await test.call('hearings.list', { investigationId: file })).hearings.map((each) => each.attends)).toEqual([
      leaving,
      following,
    ]);
  });

  it('gives back nothing where all of it was finished meanwhile', async () => {
    const [hearing] = await addHearings(1);
    const only = { ...all(), investigationIds: [], referralIds: [], taskIds: [], hearingIds: [hearing!] };
    const { id } = await test.call('handover.reassign', only);
    await test.call('corrections.strike', struck({ kind: 'investigation', id: file }, 'hearing', hearing, 2));
    expect(await test.refusal('handover.undo', undo(id))).toEqual({ code: 'conflict', reason: 'state_not_allowed' });
  });

  it('gives on only what is still the first one’s, to people of the unit', async () => {
    await test.call('handover.reassign', { ...all(), referralIds: [], taskIds: [], hearingIds: [] });
    const reply = await dispatch(test.store, 'handover.reassign', all());
    const fields = [{ path: 'investigationIds.0', code: 'version_conflict' }];
    expect(reply).toMatchObject({ error: { code: 'conflict', reason: 'version_conflict', fields } });
    expect(await counts(leaving)).toEqual([0, 1, 1, 1]);
    await test.signInAs('admin');
    const { userId } = await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    await test.signInAs('officer');
    const outside = { ...all(), investigationIds: [], to: userId as UserId };
    expect(await test.refusal('handover.reassign', outside)).toEqual({ code: 'invalid_input' });
  });

  it('says that nothing can print where there is no window, or that the page could not be made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-handover-'));
    const target = join(folder, 'handover.pdf');
    const input = { unitId, userId: leaving, file: test.grant(target), locale: 'en' as const };
    expect(await test.refusal('handover.print', input)).toEqual({ code: 'conflict', reason: 'printing_unavailable' });
    // As where the window ends, or answers something that is no PDF.
    Object.assign(test.store.options, { print: () => Promise.reject(new Error('gone')) });
    expect(await test.refusal('handover.print', input)).toEqual({ code: 'conflict', reason: 'print_failed' });
    expect(() => readFileSync(target)).toThrow();
    rmSync(folder, { recursive: true });
  });
});
