import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile, UnitId, UserId } from '#contract/ground/ids';
import { authorityInput } from '../../../support/authorities.ts';
import { conclude, markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { caseTotals } from '../../../support/caseTotals.ts';
import { askedReads, officersReads, readEverything } from '../../../support/everyRead.ts';
import { copiesOfUnit, type TestStore } from '../../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
let userId: UserId;
let sealedFile: MarkedFile;
let other: MarkedFile;
const marker = 'ZQXMARKA';
const otherMarker = 'ZQXMARKB';
const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;

const prepared = copiesOfUnit(async (unit) => {
  const lead = unit.userId as UserId;
  const closed = await markedFile(unit.test, unit.unitId, marker, { lead });
  const open = await markedFile(unit.test, unit.unitId, otherMarker, { lead, staysOpen: true });
  const { investigationId } = closed;
  await unit.test.call('support.add', { investigationId, referredOn: '2026-10-12', service: 'victim_services' });
  await unit.test.call('links.relate', { investigationId: open.investigationId, otherId: investigationId });
  return { closed, open };
});
beforeEach(async () => {
  const made = await prepared();
  ({ test, unitId, closed: sealedFile, open: other } = made);
  userId = made.userId as UserId;
});
afterEach(() => {
  test.dispose();
});

const sealIt = (file = sealedFile) =>
  test.call('seals.seal', { ...act, investigationIds: [file.investigationId], referralIds: [] });

const partnerOf = async (letter: string) =>
  (await test.call('partners.list', { filter: {} })).partners.find(({ name }) => name.endsWith(letter))!.id;
const operationOf = async (letter: string) =>
  (await test.call('operations.list', { filter: {} })).operations.find(({ name }) => name.endsWith(letter))!.id;

async function everything(file: MarkedFile, of: string) {
  return readEverything(test, {
    ...file,
    unitId,
    userId,
    marker: of,
    operationId: await operationOf('A'),
    partnerId: await partnerOf('A'),
  });
}

/** The persons of a file without those of its referrals. */
async function own(file: CaseFile) {
  return (await test.call('persons.list', { file })).persons.filter(({ from }) => from === null);
}

/** Every figure, with those that persons are counted for. */
async function totals() {
  return {
    ...(await caseTotals(test, { unitId, operationId: await operationOf('A') })),
    persons: await test.call('charges.persons', { unitId, fiscalYear: 2026 }),
    partners: await test.call('partners.list', { filter: {} }),
  };
}

const isIntact = async () => {
  await test.signInAs('admin');
  const { intact } = await test.call('audit.verify', {});
  await test.signInAs('officer');
  return intact;
};

const tells = (answer: string | undefined, file: MarkedFile, of: string): boolean =>
  [of, of.toLowerCase(), file.investigationId, file.referralId, file.personId].some((each) => answer?.includes(each));

/** What names the sealed file, one way or another, while it is in sight. */
const telling = [
  'referrals.duplicates',
  'referrals.list',
  'referrals.get',
  'drafts.get',
  'search.everywhere',
  'investigations.list',
  'investigations.get',
  'persons.list',
  'identifiers.list',
  'corrections.list',
  'charges.personRows',
  'clearance.rows',
  'support.rows',
  'authorities.list',
  'papers.ofFile',
  'papers.get',
  'notes.list',
  'tasks.list',
  'hearings.list',
  'devices.list',
  'devices.examinedRows',
  'devices.lockRows',
  'partners.names',
  'partners.rows',
  'operations.rows',
  'timeline.list',
  'handover.get',
  'handover.nextStep',
  'due.list',
  'week.get',
  'backlog.files',
  'backlog.agedFiles',
  'backlog.chargedRows',
  'tips.matches',
  'seals.due',
  'seals.naming',
  'audit.history',
];

describe('a sealed file', () => {
  it('is asked for by every read that an officer may make', () => {
    expect(askedReads).toEqual(expect.arrayContaining([...officersReads]));
    expect(officersReads).toEqual(expect.arrayContaining([...askedReads]));
  });

  it('leaves every answer and stays in every figure, until it is given back', async () => {
    const [before, figures] = [await everything(sealedFile, marker), await totals()];
    expect(Object.entries(before).filter(([, answer]) => !answer.startsWith('{'))).toEqual([]);
    expect(Object.keys(before).filter((name) => tells(before[name], sealedFile, marker))).toEqual(telling);
    const linked = (await everything(other, otherMarker))['links.ofFile'];
    expect(tells(linked, sealedFile, marker)).toBe(true);
    expect(await sealIt()).toEqual({ seals: 1, items: 5 });

    const after = await everything(sealedFile, marker);
    expect(Object.keys(after).filter((name) => tells(after[name], sealedFile, marker))).toEqual([]);
    const ofOther = await everything(other, otherMarker);
    expect(Object.keys(ofOther).filter((name) => tells(ofOther[name], sealedFile, marker))).toEqual([]);
    expect(await totals()).toEqual(figures);
    expect(await isIntact()).toBe(true);

    const { seals } = await test.call('seals.list', { filter: {} });
    const shown = { number: 'S2026-00001', basis: 'court_order', referrals: 2, ofPerson: false, unsealed: null };
    expect(seals).toMatchObject([shown]);
    const { id } = await test.call('seals.find', { unitId, number: `${marker}-2026` });
    expect(id).toBe(seals[0]?.id);
    await test.call('seals.unseal', { sealId: seals[0]!.id, authority: 'Order ON-2', reason: 'Access was granted' });
    const again = await everything(sealedFile, marker);
    // Both show the seal itself.
    const rest = { 'seals.list': null, 'audit.history': null };
    expect({ ...again, ...rest }).toEqual({ ...before, ...rest });
    expect(await totals()).toEqual(figures);
    expect(await isIntact()).toBe(true);
  });

  it('must be concluded first, and may be sealed once', async () => {
    expect(
      await test.refusal('seals.seal', { ...act, investigationIds: [other.investigationId], referralIds: [] }),
    ).toEqual({
      code: 'conflict',
      reason: 'record_still_open',
    });
    await conclude(test, other.investigationId);
    await sealIt(other);
    expect(
      await test.refusal('seals.seal', { ...act, investigationIds: [other.investigationId], referralIds: [] }),
    ).toEqual({
      code: 'not_found',
    });
  });
});

describe('a sealed person', () => {
  it('stays in the file as somebody who is sealed, with no fact', async () => {
    const file = { kind: 'investigation', id: other.investigationId } as const;
    const record = await test.call(
      'authorities.record',
      authorityInput(other.investigationId, 'youth_record', '2026-09-20', { variant: 'dismissed' }),
    );
    const figures = await totals();
    const due = await test.call('seals.due', { filter: {} });
    expect(due).toEqual({
      today: '2026-11-24',
      rows: [
        {
          authorityId: record.id,
          investigationId: other.investigationId,
          number: `${otherMarker}-2026`,
          unitId,
          open: true,
          outcome: {
            en: 'Dismissed, withdrawn or reprimand: that day',
            fr: 'Rejet, retrait ou réprimande : jour de l’acte',
          },
          startedOn: '2026-09-20',
          endsOn: '2026-11-20',
          daysLeft: -4,
          urgency: 'overdue',
          isOverridden: false,
        },
      ],
      undecided: [
        {
          investigationId: sealedFile.investigationId,
          number: `${marker}-2026`,
          unitId,
          disposition: 'withdrawn',
          disposedOn: '2026-10-20',
          variant: 'dismissed',
        },
      ],
    });
    const { id } = await test.call('seals.sealPerson', {
      ...act,
      basis: 'youth_access_ended',
      file,
      personId: other.personId,
      authorityId: record.id,
    });
    const after = await everything(other, otherMarker);
    const named = [`${otherMarker} subject`, `${otherMarker.toLowerCase()}@example.org`];
    expect(Object.keys(after).filter((name) => named.some((each) => after[name]?.includes(each)))).toEqual([]);
    expect(await test.call('seals.inFile', { file })).toEqual({
      personIds: [other.personId],
      notes: 0,
      corrections: 0,
    });
    expect(await own(file)).toEqual([]);
    expect((await test.call('seals.due', { filter: {} })).rows).toEqual([]);
    const { personId } = (await test.call('investigations.get', { investigationId: file.id })).charges[0]!;
    expect(personId).toBe(other.personId);
    expect(await totals()).toEqual(figures);

    await test.call('seals.unseal', { sealId: id, authority: 'Order ON-2', reason: 'A finding extends the period' });
    expect(await own(file)).toMatchObject([{ name: `${otherMarker} subject` }]);
    expect((await test.call('search.everywhere', { text: otherMarker })).persons.map(({ name }) => name)).toContain(
      `${otherMarker} subject`,
    );
    expect(await isIntact()).toBe(true);
  });

  it('is named by texts that are told by number, and takes the notes that are chosen out of sight', async () => {
    const file = { kind: 'investigation', id: other.investigationId } as const;
    const ofFile = { investigationId: file.id };
    const add = (text: string, seen: number) => test.call('notes.add', { ...ofFile, text, corrects: null, seen });
    const before = (await test.call('notes.list', ofFile)).notes.length;
    await add('Nothing of anybody', before);
    const { id: naming } = await add('Spoke with ZQXMARKÉB’s lawyer', before + 1);
    const { id: exact } = await add(`${otherMarker.toLowerCase()} called`, before + 2);
    const { texts } = await test.call('seals.naming', { file, personId: other.personId });
    expect(JSON.stringify(await test.call('timeline.list', ofFile))).toContain(exact);
    const notes = texts.flatMap(({ note }) => (note === null ? [] : [note]));
    expect(notes.map(({ id }) => id)).toContain(exact);
    expect(notes.map(({ id }) => id)).not.toContain(naming);
    expect(texts.map(({ what }) => what)).toEqual(expect.arrayContaining(['task', 'next_step', 'authority', 'device']));
    const { raw } = test.store.requireUnlocked();
    const numbers = raw.prepare('SELECT number FROM referral WHERE ? IN (id, bundled_under)').pluck();
    const ofReferrals = numbers.all(other.referralId);
    expect(ofReferrals).toHaveLength(2);
    expect(new Set(texts.map(({ number }) => number))).toEqual(new Set([`${otherMarker}-2026`, ...ofReferrals]));
    expect(JSON.stringify(texts)).not.toContain('called');

    const seal = { ...act, file, personId: other.personId, authorityId: null };
    const elsewhere = (await test.call('notes.list', { investigationId: sealedFile.investigationId })).notes[0]!.id;
    expect(await test.refusal('seals.sealPerson', { ...seal, noteIds: [elsewhere] })).toMatchObject({
      code: 'not_found',
    });
    const { id } = await test.call('seals.sealPerson', { ...seal, noteIds: [exact] });
    const left = (await test.call('notes.list', ofFile)).notes;
    expect(left.map((each) => each.id)).not.toContain(exact);
    expect(await test.call('seals.inFile', { file })).toEqual({
      personIds: [other.personId],
      notes: 1,
      corrections: 0,
    });
    expect(JSON.stringify(await test.call('timeline.list', ofFile))).not.toContain(exact);
    // The writer of the next note has seen the last one in sight.
    await add('After the seal', left.at(-1)!.position);
    expect((await test.call('notes.list', ofFile)).notes.at(-1)).toMatchObject({ position: before + 4 });
    await test.call('seals.unseal', { sealId: id, authority: 'Order ON-2', reason: 'Access was granted' });
    expect((await test.call('notes.list', ofFile)).notes.find((each) => each.id === exact)?.text).toContain('called');
    expect(await isIntact()).toBe(true);
  });

  it('comes back after their file and not before it', async () => {
    const file = { kind: 'investigation', id: sealedFile.investigationId } as const;
    const { id } = await test.call('seals.sealPerson', {
      ...act,
      file,
      personId: sealedFile.personId,
      authorityId: null,
    });
    await sealIt();
    const back = { authority: 'Order ON-2', reason: 'Access was granted' };
    expect(await test.refusal('seals.unseal', { sealId: id, ...back })).toEqual({
      code: 'conflict',
      reason: 'state_not_allowed',
    });
    const { id: ofFile } = await test.call('seals.find', { unitId, number: `${marker}-2026` });
    await test.call('seals.unseal', { sealId: ofFile!, ...back });
    expect(await own(file)).toEqual([]);
    await test.call('seals.unseal', { sealId: id, ...back });
    expect(await own(file)).toHaveLength(1);
  });
});

describe('what the audit kept of a sealed file', () => {
  it('is out of sight, what was taken out of the file as well', async () => {
    const { readers, raw } = test.store.requireUnlocked().onFolder;
    const values = (connection: typeof raw) =>
      (connection.prepare('SELECT value FROM audit_value').pluck().all() as string[]).filter((each) =>
        each.includes(marker),
      );
    const before = values(readers.readingRaw);
    expect(before.some((each) => each.includes('gone'))).toBe(true);
    await sealIt();
    expect([values(readers.readingRaw), values(raw)]).toEqual([[], before]);
  });
});
