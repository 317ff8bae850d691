import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, PersonId } from '#contract/ground/ids';
import type { Input } from '#contract/index';
import { authorityInput, noFacts, openFile } from '../../../support/authorities.ts';
import { personInput } from '../../../support/persons.ts';
import { stored } from '../../../support/stored.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, investigationId as file } from '../../../support/fixtures/investigation.ts';

let subject: PersonId;
let witness: PersonId;
let elsewhere: PersonId;

type Given = Partial<Input<'persons.add'>>;
const addPerson = async (role: 'subject' | 'witness', given: Given = {}, id = file): Promise<PersonId> =>
  (await test.call('persons.add', personInput({ kind: 'investigation', id }, role, given))).id;

beforeEach(async () => {
  subject = await addPerson('subject');
  witness = await addPerson('witness');
  elsewhere = await addPerson('subject', {}, (await openFile(test, unitId)).id);
});

const notOfFile = /personId/;
const ofYouth = /youth/;

const place = '100, rue Fictive';
const device = {
  kind: 'phone',
  count: 1,
  label: null,
  authorityId: null,
  seizedOn: '2026-10-05',
  queuedOn: null,
  lab: null,
  beganOn: null,
  examinedOn: null,
  endedOn: null,
  endReason: null,
} as const;

const arrests = async () => (await test.call('investigations.get', { investigationId: file })).arrests;
const devices = async () => (await test.call('devices.list', { investigationId: file })).devices;
const authorities = async () => (await test.call('authorities.list', { investigationId: file })).authorities;

const arrested = { arrestedOn: '2026-10-06', youth: false } as const;
const arrest = (personId: PersonId | null, given: Partial<Input<'arrests.record'>> = {}) =>
  test.call('arrests.record', { investigationId: file, ...arrested, personId, ...given });
const seize = (personId: PersonId | null) =>
  test.call('devices.record', { investigationId: file, ...device, personId, place });
const authorize = (personId: PersonId | null) =>
  test.call('authorities.record', authorityInput(file, 'seizure', '2026-10-05', { personId, place }));

/** The fields that the audit says to have changed, with their values. */
const changesOf = (method: string) =>
  stored<{ value: string }>(
    test,
    `SELECT v.value FROM audit_entry e JOIN audit_value v USING (sequence) WHERE e.method = '${method}' ORDER BY sequence`,
  );

describe('an arrest', () => {
  it('names a subject of its file, at once or later', async () => {
    await arrest(null);
    await test.call('arrests.record', { investigationId: file, arrestedOn: '2026-10-07', youth: false });
    const [first, second] = await arrests();
    expect([first, second]).toEqual([
      { id: first!.id, version: 1, arrestedOn: '2026-10-06', youth: false, personId: null },
      { id: second!.id, version: 1, arrestedOn: '2026-10-07', youth: false, personId: null },
    ]);
    const of = { investigationId: file, arrestId: first!.id, youth: false } as const;
    expect(await test.call('arrests.change', { reason, ...of, version: 1, personId: subject })).toEqual({ version: 2 });
    expect((await arrests()).map(({ personId }) => personId)).toEqual([subject, null]);
    expect(JSON.stringify(await changesOf('arrests.change'))).toContain(subject);
    for (const personId of [witness, elsewhere]) {
      await expect(arrest(personId)).rejects.toThrow(notOfFile);
      await expect(test.call('arrests.change', { reason, ...of, version: 2, personId })).rejects.toThrow(notOfFile);
    }
    expect(await test.refusal('arrests.change', { reason, ...of, version: 1, personId: null })).toEqual({
      code: 'conflict',
      reason: 'version_conflict',
    });
    const other = await openFile(test, unitId);
    expect(
      await test.refusal('arrests.change', { reason, ...of, investigationId: other.id, version: 2, personId: null }),
    ).toEqual({ code: 'not_found' });
    await test.call('arrests.change', { reason, ...of, version: 2, personId: null });
    expect((await arrests()).map(({ personId }) => personId)).toEqual([null, null]);
  });

  it('is of a young person where the recorded age says so, and may be where it does not', async () => {
    const young = await addPerson('subject', { ageBand: '16_17' });
    const born = await addPerson('subject', { birthDate: '2008-10-07' });
    const adult = await addPerson('subject', { ageBand: '18_plus' });
    for (const personId of [young, born]) await expect(arrest(personId)).rejects.toThrow(ofYouth);
    // Eighteen that day.
    await arrest(born, { arrestedOn: '2026-10-07' });
    await arrest(adult, { youth: true });
    await arrest(young, { youth: true });
    const found = (await arrests()).find(({ personId }) => personId === young)!;
    const of = { investigationId: file, arrestId: found.id, version: found.version };
    await expect(test.call('arrests.change', { reason, ...of, personId: young, youth: false })).rejects.toThrow(
      ofYouth,
    );
  });
});

describe('a device', () => {
  it('names any person of its file and a place, and no other', async () => {
    const { id: deviceId } = await seize(witness);
    expect(await devices()).toMatchObject([{ personId: witness, place }]);
    await expect(seize(elsewhere)).rejects.toThrow(notOfFile);
    const change = { investigationId: file, deviceId, ...device } as const;
    const wrong = { ...change, version: 1, personId: elsewhere, place };
    await expect(test.call('devices.change', wrong)).rejects.toThrow(notOfFile);
    await test.call('devices.change', { reason, ...change, version: 1, personId: subject, place: '2, quai Fictif' });
    expect(await devices()).toMatchObject([{ personId: subject, place: '2, quai Fictif' }]);
    expect(JSON.stringify(await changesOf('devices.change'))).toContain('2, quai Fictif');
    await test.call('devices.change', { reason, ...change, version: 2, count: 2 });
    expect(await devices()).toMatchObject([{ count: 2, personId: subject, place: '2, quai Fictif' }]);
    await test.call('devices.record', { investigationId: file, ...device });
    expect((await devices())[1]).toMatchObject({ personId: null, place: null });
  });
});

describe('an authority', () => {
  it('names any person of its file and a place, and no other', async () => {
    const { id: authorityId } = await authorize(witness);
    expect(await authorities()).toMatchObject([{ personId: witness, place }]);
    await expect(authorize(elsewhere)).rejects.toThrow(notOfFile);
    const { personId: _nobody, place: _nowhere, ...unlinked } = noFacts;
    const change = { ...unlinked, investigationId: file, startedOn: '2026-10-05', authorityId } as const;
    const wrong = { ...change, version: 1, personId: elsewhere, place };
    await expect(test.call('authorities.change', wrong)).rejects.toThrow(notOfFile);
    await test.call('authorities.change', {
      reason,
      ...change,
      version: 1,
      personId: subject,
      place: '2, quai Fictif',
    });
    expect(await authorities()).toMatchObject([{ personId: subject, place: '2, quai Fictif' }]);
    await test.call('authorities.change', { reason, ...change, version: 2, doneOn: '2026-10-20' });
    expect(await authorities()).toMatchObject([{ doneOn: '2026-10-20', personId: subject, place: '2, quai Fictif' }]);
  });
});

describe('a person whom a record names', () => {
  const of = (): CaseFile => ({ kind: 'investigation', id: file });
  const strike = (personId: PersonId) => struck(of(), 'person', personId);
  const asWitness = (personId: PersonId) => ({ ...personInput(of(), 'witness'), personId, version: 1, reason });
  const conflict = (reason: string) => ({ code: 'conflict', reason });

  it('is not removed, and the failure says by what', async () => {
    await arrest(subject);
    expect(await test.refusal('corrections.strike', strike(subject))).toEqual(conflict('person_arrested'));
    expect(await test.refusal('persons.change', asWitness(subject))).toEqual(conflict('person_arrested'));
    const [ofDevice, ofAuthority] = [await addPerson('subject'), await addPerson('subject')];
    const { id: deviceId } = await seize(ofDevice);
    await authorize(ofAuthority);
    expect(await test.refusal('corrections.strike', strike(ofDevice))).toEqual(conflict('person_of_device'));
    expect(await test.refusal('corrections.strike', strike(ofAuthority))).toEqual(conflict('person_of_authority'));
    // Any person of the file may be named by these.
    expect(await test.call('persons.change', asWitness(ofAuthority))).toEqual({ version: 2 });
    await test.call('devices.change', {
      reason,
      investigationId: file,
      deviceId,
      version: 1,
      ...device,
      personId: null,
    });
    await test.call('corrections.strike', strike(ofDevice));
  });

  it('does not become a young person while an arrest says otherwise', async () => {
    await arrest(subject);
    const younger = (given: Given) => ({ ...personInput(of(), 'subject', given), personId: subject, version: 1 });
    const born = (birthDate: string) => younger({ birthDate, ageBand: 'unknown' });
    for (const input of [younger({ ageBand: '14_15' }), born('2008-10-07')])
      expect(await test.refusal('persons.change', input)).toEqual(conflict('person_arrested_as_adult'));
    const [found] = await arrests();
    const asYoung = { arrestId: found!.id, version: 1, youth: true, personId: subject };
    await test.call('arrests.change', { reason, investigationId: file, ...asYoung });
    expect(await test.call('persons.change', born('2008-10-07'))).toEqual({ version: 2 });
  });

  it('stays named once sealed, while the record is changed', async () => {
    await arrest(subject);
    const { id: deviceId } = await seize(subject);
    const { id: authorityId } = await authorize(subject);
    const charge = { laidOn: '2026-10-08', section: '163.1(4)', counts: 1, stage: 'laid' } as const;
    await test.call('charges.record', { investigationId: file, ...charge, personId: subject });
    const [laid] = (await test.call('investigations.get', { investigationId: file })).charges;
    const basis = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await test.call('seals.sealPerson', { ...basis, file: of(), personId: subject, authorityId: null });
    const examined = { ...device, examinedOn: '2026-10-20' } as const;
    await test.call('devices.change', { reason, investigationId: file, deviceId, version: 1, ...examined });
    const { personId: _nobody, ...facts } = { ...noFacts, investigationId: file, startedOn: '2026-10-05' } as const;
    await test.call('authorities.change', { reason, ...facts, authorityId, version: 1, place, doneOn: '2026-10-20' });
    const [found] = await arrests();
    await test.call('arrests.change', { reason, investigationId: file, arrestId: found!.id, version: 1, youth: true });
    const accused = { investigationId: file, chargeId: laid!.id, version: 1, offenceOn: '2026-10-01' };
    await test.call('charges.change', accused);
    const { charges } = await test.call('investigations.get', { investigationId: file });
    const named = [...(await arrests()), ...(await devices()), ...(await authorities()), ...charges];
    expect(named.map(({ personId }) => personId)).toEqual([subject, subject, subject, subject]);
    // No further record names a person who is sealed.
    expect(await test.refusal('arrests.record', { investigationId: file, ...arrested, personId: subject })).toEqual({
      code: 'not_found',
    });
  });
});
