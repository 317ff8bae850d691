import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { InvestigationId, PersonId } from '#contract/ground/ids';
import type { Quarter } from '#contract/ground/dates';
import { reason, struck } from '../../../support/corrections.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { clearCharges } from '../../../support/cleared.ts';
import { stored } from '../../../support/stored.ts';
import { extractsOf, header } from '../../intake/extracts/support.ts';
import { it, test, unitId, investigationId, file } from '../../../support/fixtures/investigation.ts';

const quarter = { fiscalYear: 2026, quarter: 2 } as Quarter;
const get = (id = investigationId) => test.call('investigations.get', { investigationId: id });
const listed = async (of = file) => (await test.call('corrections.list', { file: of })).corrections;
const log = (receivedOn: string) => test.call('referrals.log', { unitId, source: 'public', receivedOn });
const arrest = async (arrestedOn: string, more = {}) => {
  await test.call('arrests.record', { investigationId, arrestedOn, youth: false, ...more });
  return { investigationId, arrestId: (await get()).arrests.at(-1)!.id };
};
const opened = async (id: InvestigationId, openedOn: string) => {
  const { version } = (await get(id)).investigation;
  await test.call('investigations.describe', {
    investigationId: id,
    version,
    title: null,
    subject: null,
    openedOn,
    reason,
  });
};
const received = async (referralId: Awaited<ReturnType<typeof log>>['id'], receivedOn: string) => {
  const { version } = (await test.call('referrals.get', { referralId })).referral;
  await test.call('referrals.edit', {
    referralId,
    version,
    externalNumber: null,
    priorityReceived: null,
    summary: null,
    receivedOn,
    reason,
  });
};
const closing = async () => (await test.call('backlog.board', { from: '2026-07', to: '2026-10' })).units[0]!.closing;
const cell = (measure: string, month: string) =>
  stored(test, `SELECT status, value FROM unit_month WHERE measure='${measure}' AND month='${month}'`);
const seal = (personId: PersonId) =>
  test.call('seals.sealPerson', {
    basis: 'court_order',
    reference: 'ON-1',
    reason: 'Order',
    file,
    personId,
    authorityId: null,
  });

it('hides corrections of identifiers of a sealed person', async () => {
  const { id: personId } = await test.call(
    'persons.add',
    personInput(file, 'subject', { name: 'Jean Secretname', ageBand: '18_plus' }),
  );
  const mail = (value: string) => ({ ...identifierInput(file, 'email', value, { obtained: 'public' }), personId });
  const { id: identifierId } = await test.call('identifiers.add', mail('one@example.org'));
  await test.call('identifiers.change', { ...mail('two@example.org'), identifierId, version: 1, reason });
  await seal(personId);
  expect((await test.call('identifiers.list', { file })).identifiers).toEqual([]);
  expect(await listed()).toEqual([]);
});
it('a zero of overtime confirms no arrests', async () => {
  await test.call('staffing.save', {
    unitId,
    cells: [{ measure: 'overtime_base_hours', month: '2026-09', value: 0, status: 'complete' }],
  });
  const of = await arrest('2026-09-07');
  await test.call('corrections.strike', struck(file, 'arrest', of.arrestId));
  expect(await cell('arrests', '2026-09')).toEqual([]);
});
it('the conclusion of a file that was opened and closed on one day stays', async () => {
  await extractsOf(() => test).extract('investigations', header, 'A,2026-09-01,2026-09-01');
  const [row] = await stored<{ id: InvestigationId }>(test, "SELECT id FROM investigation WHERE number='A'");
  await opened(row!.id, '2026-07-05');
  expect(
    await stored(test, `SELECT on_date FROM ledger_entry WHERE file_id='${row!.id}' AND term='concluded'`),
  ).toEqual([{ on_date: '2026-09-01' }]);
});
it('an opening is not moved over a link', async () => {
  const tip = await log('2026-07-02');
  const { id } = await test.call('investigations.open', {
    unitId,
    openedOn: '2026-07-05',
    referralIds: [],
    lead: null,
  });
  await test.call('links.linkReferral', { investigationId: id, referralId: tip.id, on: '2026-07-08' });
  await opened(id, '2026-10-10').catch(() => undefined);
  expect((await closing())[0]).toBe(1);
});
it('a head is not received after its bundle', async () => {
  const [head, child] = [await log('2026-07-01'), await log('2026-07-05')];
  await test.call('referrals.bundle', { headId: head.id, referralIds: [child.id], on: '2026-07-06' });
  await received(head.id, '2026-09-10').catch(() => undefined);
  expect((await closing())[0]).toBe(1);
});
it('a referral put back to received follows its receipt', async () => {
  const { id } = await log('2026-10-10');
  const { rows } = await test.call('referrals.assign', { referralIds: [id], userId: null, on: '2026-10-12' });
  await test.call('referrals.undo', { referrals: [{ referralId: id, version: rows[0]!.version }] });
  await received(id, '2026-10-11');
  expect((await test.call('referrals.get', { referralId: id })).referral.stateOn).toBe('2026-10-11');
});
it('a quarter is corrected whose stock or parts change', async () => {
  const { id } = await log('2026-03-15');
  const { id: personId } = await test.call(
    'persons.add',
    personInput(file, 'victim', { ageBand: '12_13', identifiedOn: '2026-08-07' }),
  );
  await test.call('packs.export', { quarter, file: test.grant(`${test.parent}/q.vigiepack`) });
  await received(id, '2026-10-15');
  await test.call('persons.change', {
    ...personInput(file, 'victim', { ageBand: '0_11', identifiedOn: '2026-08-07' }),
    personId,
    version: 1,
    reason,
  });
  expect((await test.call('packs.preview', { quarter })).corrected).toMatchObject([{ corrections: 2 }]);
  // What was given since says how many nobody has looked at.
  const again = `${test.parent}/again.vigiepack`;
  await test.call('packs.export', { quarter, file: test.grant(again) });
  expect(readFileSync(again, 'utf8')).toContain('"notReviewed":2');
});
it('an arrest is not put back for a victim of 14', async () => {
  const { id: personId } = await test.call(
    'persons.add',
    personInput(file, 'subject', { name: 'A', ageBand: '18_plus' }),
  );
  const of = await arrest('2026-10-07', { personId });
  await test.call('corrections.strike', struck(file, 'arrest', of.arrestId));
  await test.call('persons.change', {
    ...personInput(file, 'victim', { name: 'A', ageBand: '14_15' }),
    personId,
    version: 1,
    reason,
  });
  const { id } = (await listed()).find(({ record }) => record === 'arrest')!;
  await expect(test.call('corrections.restore', { file, correctionId: id, reason })).rejects.toThrow();
});
it('an offence that decides retention is looked at by a second person', async () => {
  await clearCharges(test, investigationId, '2026-10-20');
  const { offences } = await test.call('offences.list', { investigationId });
  await test.call('corrections.strike', struck(file, 'offence', offences[0]!.id));
  expect((await listed())[0]?.reviewDueAt).not.toBeNull();
});
