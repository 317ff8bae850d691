import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import type { Output } from '#contract/index';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { answeredBy, expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { onServer } from '../../../support/onServer.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, createUnitAndUser, today, type TestStore } from '../../../support/store.ts';
import { comparedApart } from './notYetCompared.ts';

const on = '2026-11-02' as const;

/** The next note has its place after one that is out of sight. */
async function sealNote({ call }: TestStore, investigationId: InvestigationId): Promise<void> {
  const file = { kind: 'investigation', id: investigationId } as const;
  const { id: personId } = await call('persons.add', personInput(file, 'witness', { name: 'Somebody' }));
  const note = { investigationId, text: 'A note', corrects: null, seen: 0 };
  const { id: noteId } = await call('notes.add', note);
  await call('seals.sealPerson', {
    ...{ basis: 'court_order', reference: 'ON-2', reason: 'Order of the court' },
    ...{ file, personId, authorityId: null, noteIds: [noteId] },
  });
  await call('notes.add', { ...note, text: 'After it' });
  await call('notes.list', { investigationId });
}

/** What is sealed is verified and never shown, its number is blocked, and what leaves has its own number in the chain. */
async function work(store: TestStore, first: UnitId): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const asked = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);
  await call('identifiers.setWindow', { hours: 36 });
  await call('identifiers.window', {});
  const logged = { unitId: first, source: 'ncecc', receivedOn: on, externalNumber: 'EX-1' } as const;
  const { id: referralId } = await call('referrals.log', { ...logged, summary: 'Words' });
  const opened = { unitId: first, openedOn: on, referralIds: [], lead: null };
  const { id: investigationId } = await call('investigations.open', opened);
  const file = { kind: 'investigation', id: investigationId } as const;
  await call('persons.add', personInput(file, 'witness', { name: 'Zoé Lachance' }));
  await sealNote(test, (await call('investigations.open', opened)).id);
  await call('referrals.decideMany', {
    referralIds: [referralId],
    ...{ identifiable: 'no', decidedAt: Date.parse('2026-11-03T12:00:00Z'), reason: 'Nothing shows a child.' },
  });
  await conclude(test, investigationId, on);
  const { version } = (await call('referrals.get', { referralId })).referral;
  await call('referrals.move', { referralId, version, to: 'not_viable', on: '2026-11-03' });
  await call('audit.history', { file, size: 100 });
  const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
  await call('seals.seal', { ...act, investigationIds: [investigationId], referralIds: [referralId] });
  await call('referrals.duplicates', { externalNumber: 'EX-1' });
  await asked(call('referrals.log', logged));
  const leaving = { locale: 'en', file: test.grant(join(test.parent, `${crypto.randomUUID()}.csv`)) } as const;
  const sort = { column: 'receivedOn', descending: true } as const;
  await call('lists.export', {
    ...{ query: { list: 'referrals', filter: {}, sort }, columns: [{ id: 'number', header: 'Number' }], words: {} },
    ...{ showsSummaries: false, format: 'csv', jobId: '019a0000-0000-7000-8000-0000000000aa', ...leaving },
  });
  await call('audit.list', { filter: {}, size: 100 });
  await asked(call('audit.history', { file, size: 100 }));
  await call('audit.export', { filter: {}, ...leaving });
  await call('audit.verify', {});
  return answers;
}

describe.skipIf(postgresMissing !== '')(`the audit of units on PostgreSQL ${postgresMissing}`.trim(), () => {
  let server: TestStore;
  let here: readonly Answer[];
  let there: readonly Answer[];
  beforeAll(async () => {
    const folder = await createTestStore();
    const roles: Role[] = ['investigator', 'supervisor', 'records_officer'];
    const { unitId } = await createUnitAndUser(folder, { roles });
    server = await onServer(folder);
    const clock = { now: () => Date.parse('2026-11-24T12:00:00Z'), today: () => today };
    for (const { store } of [folder, server]) Object.assign(store.options, { clock });
    here = await work(folder, unitId);
    there = await work(server, unitId);
  });
  afterAll(() => {
    server.dispose();
  });

  it('is answered as in a folder', () => {
    const [verified, ofServer] = [here, there].map((answers) => answers.at(-1)?.output as Output<'audit.verify'>);
    expectSame(here.slice(0, -1), there.slice(0, -1));
    const { values, ...folders } = verified!;
    // A server gives nobody the values of what is sealed.
    expect(values.forgotten).toBe(0);
    expect(ofServer!.values.forgotten).toBeGreaterThan(0);
    expect(ofServer!.values.checked + ofServer!.values.forgotten).toBe(values.checked);
    expect(ofServer).toMatchObject({ intact: true, entries: folders.entries, problem: null });
    expect([...answeredBy(here)]).toEqual(expect.arrayContaining([...(comparedApart['audit'] ?? ['none'])]));
  });
});
