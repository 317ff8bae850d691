import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import { reason, struck } from '../../../support/corrections.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { copiesInFolder, createUnitAndUser, type TestStore, today } from '../../../support/store.ts';

let test: TestStore;
let unitId: UnitId;
const prepared = copiesInFolder(() => Promise.resolve({}));
beforeEach(async () => {
  ({ test, unitId } = await prepared());
});
afterEach(() => {
  test.dispose();
});

const log = async (externalNumber: string) =>
  test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: today, externalNumber });
const find = (text: string) => test.call('search.everywhere', { text });
const values = async (text: string) => (await find(text)).identifiers.map(({ value }) => value);
const raw = () => test.store.requireUnlocked().raw;
/** Rows of the indexes that have a part, in any unit. */
const indexed = (part: string) =>
  ['search_number', 'search_identifier'].map((index) =>
    raw().prepare(`SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`).pluck().get(`"${part}"`),
  );

describe('a part of three characters or more', () => {
  let file: CaseFile;
  beforeEach(async () => {
    file = { kind: 'referral', id: (await log('FDR-2026-0042')).id };
  });

  it('finds handles, addresses and numbers in which it is, whatever case and accents', async () => {
    const add = (kind: Parameters<typeof identifierInput>[1], value: string) =>
      test.call('identifiers.add', identifierInput(file, kind, value, { obtained: 'volunteered' }));
    await add('handle', 'silver_fox_22');
    await add('handle', 'Élan_Blanc');
    await add('handle', 'E\u0301toile"Noire');
    await add('email', 'north.star@courriel.example');
    await add('ip', '203.0.113.77');
    await add('phone', '(819) 555-0142');
    for (const text of ['fox_22', 'FOX_', 'ver_f', 'silver_fox_22', '@silver_fox_22', 'x_2'])
      expect([text, await values(text)]).toEqual([text, ['silver_fox_22']]);
    for (const text of ['elan', 'lan_b', 'ÉLAN']) expect([text, await values(text)]).toEqual([text, ['Élan_Blanc']]);
    for (const text of ['etoile', 'ÉTOILE', 'le"no'])
      expect([text, await values(text)]).toEqual([text, ['E\u0301toile"Noire']]);
    expect(await values('@courriel.ex')).toEqual(['north.star@courriel.example']);
    expect(await values('0.113.7')).toEqual(['203.0.113.77']);
    for (const text of ['5550142', '555-01', '19 555'])
      expect([text, await values(text)]).toEqual([text, ['(819) 555-0142']]);
    for (const text of ['ox', 'fox 22', 'fox_23', '""', '* OR']) expect([text, await values(text)]).toEqual([text, []]);
  });

  it('finds files by their own and their external number', async () => {
    const { id, number } = await log('NC/77-881');
    const opened = await test.call('investigations.open', { unitId, openedOn: today, referralIds: [], lead: null });
    const found = async (text: string) => {
      const { referrals, investigations } = await find(text);
      return [...referrals, ...investigations].map((each) => each.id);
    };
    expect(await found('77-88')).toEqual([id]);
    expect(await found('6-0042')).toEqual([file.id]);
    expect(await found('77881')).toEqual([id]);
    expect(await found(number.slice(-4))).toContain(id);
    expect(await found(opened.number.slice(1))).toContain(opened.id);
  });

  it('puts the whole identifier before those that have it in them', async () => {
    await test.call('identifiers.add', identifierInput(file, 'handle', 'fox'));
    for (let n = 0; n < 25; n += 1)
      await test.call('identifiers.add', identifierInput(file, 'handle', `foxy${String(n)}`));
    expect((await values('fox')).slice(0, 3)).toEqual(['fox', 'foxy24', 'foxy23']);
    expect(await values('fox')).toHaveLength(20);
  });

  it('follows a change, a removal and another number', async () => {
    const input = identifierInput(file, 'handle', 'silver_fox_22');
    const { id: identifierId } = await test.call('identifiers.add', input);
    await test.call('identifiers.change', { ...input, value: 'grey_wolf', identifierId, version: 1, reason });
    expect([await values('fox_22'), await values('y_wolf')]).toEqual([[], ['grey_wolf']]);
    await test.call('corrections.strike', { ...struck(file, 'identifier', identifierId), version: 2 });
    expect([await values('y_wolf'), indexed('y_wolf')]).toEqual([[], [0, 0]]);
    const { version } = (await test.call('referrals.get', { referralId: file.id })).referral;
    await test.call('referrals.edit', {
      ...{ referralId: file.id, version, externalNumber: 'NEW-9', priorityReceived: null, summary: null, reason },
    });
    expect([indexed('2026-0042'), indexed('EW-9')]).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('finds nothing of another unit, however many have it there', async () => {
    await test.call('identifiers.add', identifierInput(file, 'handle', 'silver_fox_22'));
    await test.signInAs('admin');
    const west = await createUnitAndUser(test, { login: 'west', code: 'U02' });
    await test.signInAs('west');
    expect(await values('fox_22')).toEqual([]);
    const there: CaseFile = {
      kind: 'referral',
      id: (await test.call('referrals.log', { unitId: west.unitId, source: 'ncecc', receivedOn: today })).id,
    };
    for (let n = 0; n < 30; n += 1)
      await test.call('identifiers.add', identifierInput(there, 'handle', `fox_22_${String(n)}`));
    await test.signInAs('officer');
    expect(await values('fox_22')).toEqual(['silver_fox_22']);
  });

  it('finds nothing of a person who is sealed, until the seal is taken back', async () => {
    const { id: investigationId } = await test.call('investigations.open', {
      ...{ unitId, openedOn: today, referralIds: [], lead: null },
    });
    const there = { kind: 'investigation', id: investigationId } as const;
    const { id: personId } = await test.call('persons.add', personInput(there, 'subject', { name: 'Somebody' }));
    await test.call('identifiers.add', { ...identifierInput(there, 'handle', 'silver_fox_22'), personId });
    const act = { basis: 'court_order', reference: 'R-1', reason: 'Ordered' } as const;
    const { id: sealId } = await test.call('seals.sealPerson', { ...act, file: there, personId, authorityId: null });
    expect(await values('fox_22')).toEqual([]);
    await test.call('seals.unseal', { sealId, authority: 'Order set aside', reason: 'Set aside' });
    expect(await values('fox_22')).toEqual(['silver_fox_22']);
  });
});
