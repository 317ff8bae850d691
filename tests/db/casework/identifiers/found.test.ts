import { describe, expect } from 'vitest';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import type { Output } from '#contract/index';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

function given(kind: IdentifierFacts['kind'], value: string, more: Partial<IdentifierFacts> = {}): IdentifierFacts {
  const none = { service: null, port: null, seenText: null, seenOffset: null, event: null, obtainedReference: null };
  return { kind, value, obtained: 'volunteered', ...none, ...more };
}
const log = (externalNumber: string, identifiers: IdentifierFacts[], acceptDuplicate = false) =>
  test.call('referrals.log', {
    unitId,
    source: 'ncecc',
    receivedOn: '2026-11-02',
    externalNumber,
    identifiers,
    acceptDuplicate,
  });

describe('a tip with identifiers', () => {
  it('is told from others by every reason, at entry and in the file', async () => {
    const at = (time: string) => ({ seenText: `2026-11-01 ${time}Z`, port: 4000 });
    const first = await log('FDR-1', [given('email', 'North.Star@gmail.com'), given('ip', '203.0.113.7', at('10:00'))]);
    const asked = {
      externalNumber: 'fdr 1',
      identifiers: [given('email', 'northstar+x@gmail.com'), given('ip', '::ffff:203.0.113.7', at('23:00'))],
    };
    const reasons = ['same_external_number', 'same_email', 'same_ip_and_time'];
    const reasonsOf = (files: Output<'referrals.duplicates'>['files']) =>
      files.map(({ file, shared }) => [file.id, shared.map(({ reason }) => reason)]);
    const { files } = await test.call('referrals.duplicates', asked);
    expect(reasonsOf(files)).toEqual([[first.id, reasons]]);

    const second = await log(asked.externalNumber, asked.identifiers, true);
    const known = async () =>
      (await test.call('identifiers.matches', { file: { kind: 'referral', id: second.id } })).files;
    expect(reasonsOf(await known())).toEqual([[first.id, reasons]]);
    const other = await log('FDR-2', []);
    const { alike } = await test.call('identifiers.alike', { referralIds: [second.id, other.id] });
    expect(alike.map(({ referralId, first: { file }, count }) => [referralId, file.id, count])).toEqual([
      [second.id, first.id, 1],
    ]);

    await test.call('identifiers.setWindow', { hours: 2 });
    expect(reasonsOf(await known())).toEqual([[first.id, reasons.slice(0, 2)]]);
    expect(await test.call('identifiers.window', {})).toEqual({ hours: 2 });
  });

  it('whose identifier cannot be read is not logged by half', async () => {
    await expect(log('FDR-1', [given('email', 'nobody')])).rejects.toThrow('not_of_kind');
    const list = await test.call('referrals.duplicates', { externalNumber: 'FDR-1' });
    expect(list.files).toEqual([]);
  });
});

describe('search everywhere', () => {
  it('finds persons by name and identifiers whole or by a part, of the session’s units alone', async () => {
    const { id, number } = await log('FDR-1', []);
    const file = { kind: 'referral', id } as const;
    const person = await test.call('persons.add', personInput(file, 'subject', { name: 'Élodie Tremblay-Exemple' }));
    await test.call('identifiers.add', identifierInput(file, 'handle', '@North_Star'));
    await test.call('identifiers.add', identifierInput(file, 'phone', '(819) 555-0142'));
    const find = (text: string) => test.call('search.everywhere', { text });
    for (const text of ['elodie', 'TREMBLAY ex'])
      expect((await find(text)).persons).toEqual([expect.objectContaining({ id: person.id, file, number })]);
    for (const text of ['@north_star', 'north', 'th_st', '555-01', '819-555', '+1 819 555 0142', '8195550142'])
      expect((await find(text)).identifiers).toHaveLength(1);
    expect((await find('no')).identifiers).toEqual([]);

    const renamed = personInput(file, 'subject', { name: 'A. Autre' });
    await test.call('persons.change', { reason, ...renamed, personId: person.id, version: 1 });
    expect((await find('elodie')).persons).toEqual([]);
    expect((await find('autre')).persons).toHaveLength(1);

    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    expect(await find('autre')).toMatchObject({ persons: [], identifiers: [] });
    expect((await find('north')).identifiers).toEqual([]);
    await test.signInAs('officer');
    await test.call('corrections.strike', struck(file, 'person', person.id, 2));
    expect((await find('autre')).persons).toEqual([]);
  });
});
