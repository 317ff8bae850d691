import { expect } from 'vitest';
import type { CaseFile, InvestigationId, PersonId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { authorityInput, openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { clearCharges } from '../../../support/cleared.ts';
import { createTestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { extractsOf, header } from '../../intake/extracts/support.ts';
import { it, test, unitId, investigationId, file } from '../../../support/fixtures/investigation.ts';

const get = (id = investigationId) => test.call('investigations.get', { investigationId: id });
const listed = async (of = file) => (await test.call('corrections.list', { file: of })).corrections;
const arrest = async (arrestedOn: string, more = {}) => {
  await test.call('arrests.record', { investigationId, arrestedOn, youth: false, ...more });
  return { investigationId, arrestId: (await get()).arrests.at(-1)!.id };
};
const subject = async (name = 'Alex Fictif') =>
  (await test.call('persons.add', personInput(file, 'subject', { name, ageBand: '18_plus' }))).id;
const strike = (...[record, id, version]: Parameters<typeof struck> extends [unknown, ...infer R] ? R : never) =>
  test.call('corrections.strike', struck(file, record, id, version));
const restored = async (of = file): Promise<Input<'corrections.restore'>> => {
  const correctionId = (await listed(of)).find(({ act }) => act === 'entered_in_error')!.id;
  return { file: of, correctionId, reason };
};
const putBack = async (of = file) => test.call('corrections.restore', await restored(of));
const seal = (personId: PersonId) =>
  test.call('seals.sealPerson', {
    ...{ basis: 'court_order', reference: 'ON-1', reason: 'Order' },
    ...{ file, personId, authorityId: null },
  });
const due = async (filter: Input<'due.list'>['filter'] = {}) =>
  (await test.call('due.list', { filter })).rows.filter(({ source }) => source === 'correction');

it('a month confirmed as zero is so again', async () => {
  await test.call('unitMonths.confirm', { unitId, month: '2026-09', measures: ['arrests'], status: 'complete' });
  const of = await arrest('2026-09-07');
  await strike('arrest', of.arrestId);
  const cell = `SELECT status, value FROM unit_month WHERE measure = 'arrests' AND month = '2026-09'`;
  expect(await stored(test, cell)).toEqual([{ status: 'zero_confirmed', value: 0 }]);
});

it('a person put back has their identifiers, which may be changed meanwhile', async () => {
  const personId = await subject();
  const mail = (value: string) => ({ ...identifierInput(file, 'email', value, { obtained: 'public' }), personId });
  const { id: identifierId } = await test.call('identifiers.add', mail('a@example.org'));
  await strike('person', personId);
  await test.call('identifiers.change', { ...mail('b@example.org'), identifierId, version: 1, reason });
  await putBack();
  expect((await test.call('identifiers.list', { file })).identifiers[0]).toMatchObject({
    ...{ personId, value: 'b@example.org' },
  });
});

it('an earlier value keeps the person that it named', async () => {
  const [one, other] = [await subject('Alpha One'), await subject('Beta Two')];
  const of = await arrest('2026-10-01', { personId: one });
  await test.call('arrests.change', { ...of, version: 1, personId: other, reason });
  await strike('person', one);
  const [row] = (await listed()).filter(({ record }) => record === 'arrest');
  expect(row?.changes).toMatchObject([{ before: { en: 'Alpha One' }, after: { en: 'Beta Two' } }]);
  await seal(one);
  const [sealed] = (await listed()).filter(({ record }) => record === 'arrest');
  expect(sealed?.changes).toMatchObject([{ before: null, after: { en: 'Beta Two' } }]);
});

it('a struck person is sealed with what identified them, and cannot be put back then', async () => {
  const personId = await subject('Alex Secretname');
  const mail = { ...identifierInput(file, 'email', 'a@example.org', { obtained: 'public' }), personId };
  await test.call('identifiers.add', mail);
  const of = await arrest('2026-10-01', { personId });
  await strike('arrest', of.arrestId);
  await strike('person', personId);
  const [ofArrest] = (await listed()).filter(({ record }) => record === 'arrest');
  await seal(personId);
  expect((await listed()).map(({ record }) => record)).toEqual(['arrest']);
  expect((await test.call('identifiers.list', { file })).identifiers).toEqual([]);
  const back = { file, correctionId: ofArrest!.id, reason };
  expect(await test.refusal('corrections.restore', back)).toEqual({ code: 'conflict', reason: 'named_person_sealed' });
});

it('a refusal says what is in the way', async () => {
  const personId = await subject();
  const of = await arrest('2026-10-01', { personId });
  await strike('arrest', of.arrestId);
  const [ofArrest] = await listed();
  const back = { file, correctionId: ofArrest!.id, reason };
  await strike('person', personId);
  const refused = (why: string) => ({ code: 'conflict', reason: why });
  expect(await test.refusal('corrections.restore', back)).toEqual(refused('named_person_struck'));
  const [ofPerson] = await listed();
  await test.call('corrections.restore', { file, correctionId: ofPerson!.id, reason });
  const victim = { ...personInput(file, 'victim', { ageBand: '18_plus' }), personId, version: 2, reason };
  await test.call('persons.change', victim);
  expect(await test.refusal('corrections.restore', back)).toEqual(refused('named_person_no_subject'));
  await test.call('persons.change', { ...victim, role: 'subject', version: 3 });
  await test.call('corrections.restore', back);
  expect(await test.refusal('corrections.restore', back)).toEqual(refused('correction_put_back'));
});

it('what was struck does not come back with the next extract, unless it is asked for', async () => {
  const { extract, preview, apply, rowsOf } = extractsOf(() => test);
  await extract('investigations', header, 'A,2026-07-05,');
  const arrests = ['arrests', 'Occurrence number,Arrest date', 'A,2026-08-01'] as const;
  await extract(...arrests);
  const [row] = await stored<{ id: string; file: InvestigationId }>(
    test,
    'SELECT id, investigation_id AS file FROM arrest',
  );
  const its: CaseFile = { kind: 'investigation', id: row!.file };
  await test.call('corrections.strike', struck(its, 'arrest', row!.id));
  await extract(...arrests);
  expect((await get(row!.file)).arrests).toEqual([]);
  const { previewId, counts } = await preview(...arrests);
  expect(counts).toMatchObject({ new: 0, struck: 1 });
  expect(await rowsOf(previewId, 'struck')).toMatchObject([{ struckOn: '2026-11-24', canTake: true }]);
  await apply(previewId, { take: ['new', 'changed', 'struck'] });
  expect((await get(row!.file)).arrests).toMatchObject([{ id: row!.id, arrestedOn: '2026-08-01' }]);
  expect((await listed(its))[0]).toMatchObject({ act: 'restored', reason: 'extract.csv' });
  expect((await preview(...arrests)).counts).toMatchObject({ unchanged: 1, struck: 0 });
});

it('the review of a linked referral is in the deadlines of the lead', async () => {
  const lead = test.store.requireUnlocked().session.user.id;
  const { id: referralId } = await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-07-01' });
  await test.call('investigations.open', { unitId, openedOn: '2026-09-05', referralIds: [referralId], lead });
  const { version } = (await test.call('referrals.get', { referralId })).referral;
  await test.call('referrals.edit', {
    ...{ referralId, version, externalNumber: null, priorityReceived: null, summary: null },
    ...{ receivedOn: '2026-06-30', reason },
  });
  expect(await due({ lead })).toMatchObject([{ sourceId: referralId, lead }]);
});

it('the only charge of a file that is cleared by it is not taken out', async () => {
  const charge = { investigationId, laidOn: '2026-10-08', section: '163.1(4)', counts: 2, stage: 'laid' } as const;
  await test.call('charges.record', charge);
  await clearCharges(test, investigationId, '2026-10-20');
  const [one] = (await get()).charges;
  const strikes = (id: string) => struck(file, 'charge', id);
  expect(await test.refusal('corrections.strike', strikes(one!.id))).toEqual({
    ...{ code: 'conflict', reason: 'charge_clears_file' },
  });
  await test.call('charges.record', charge);
  await test.call('corrections.strike', strikes(one!.id));
  expect((await get()).charges).toHaveLength(1);
});

it('what rests on an authority stays while that is out, and may change', async () => {
  const warrant = await test.call(
    'authorities.record',
    authorityInput(investigationId, 'search_warrant', '2026-10-05', { dueOn: '2026-10-09' }),
  );
  const seizure = authorityInput(investigationId, 'seizure', '2026-10-06', { underId: warrant.id });
  const { id: authorityId } = await test.call('authorities.record', seizure);
  await strike('authority', warrant.id);
  const { kind: _, variant: __, underId: ___, ...facts } = seizure;
  await test.call('authorities.change', { ...facts, authorityId, version: 1, reference: 'S-1' });
  await putBack();
  const { authorities } = await test.call('authorities.list', { investigationId });
  expect(authorities.find(({ id }) => id === authorityId)).toMatchObject({ underId: warrant.id, reference: 'S-1' });
});

it('one review is due of what was struck and put back before it', async () => {
  const of = await arrest('2026-10-07');
  await strike('arrest', of.arrestId);
  const [before] = await due();
  await putBack();
  expect(await due()).toMatchObject([{ dueAt: before!.dueAt }]);
  expect((await listed()).map(({ act }) => act)).toEqual(['restored', 'entered_in_error']);
});

it('an arrest struck before a transfer counts with the unit of its time once put back', async () => {
  const own = await createTestStore();
  try {
    const [from, toUnitId] = await createOfficerOfTwo(own);
    const { id } = await openFile(own, from);
    await own.call('arrests.record', { investigationId: id, arrestedOn: '2026-10-07', youth: false });
    const { arrests } = await own.call('investigations.get', { investigationId: id });
    await own.call('corrections.strike', struck({ kind: 'investigation', id }, 'arrest', arrests[0]?.id));
    const on = '2026-11-20';
    const moved = { referralId: null, investigationId: id, toUnitId, toService: null, on, message: null };
    const { id: transferId } = await own.call('transfers.propose', moved);
    const { receivedId } = await own.call('transfers.accept', { transferId, version: 1, on });
    const there = { kind: 'investigation', id: receivedId as InvestigationId } as const;
    const [row] = (await own.call('corrections.list', { file: there })).corrections;
    await own.call('corrections.restore', { file: there, correctionId: row!.id, reason });
    const counted = `SELECT unit_id, value FROM unit_month WHERE measure = 'arrests' AND value <> 0`;
    expect(await stored(own, counted)).toEqual([{ unit_id: from, value: 1 }]);
  } finally {
    own.dispose();
  }
});
