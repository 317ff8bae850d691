import { describe, expect } from 'vitest';
import type { CaseFile, UnitId } from '#contract/ground/ids';
import type { IdentifierFacts } from '#contract/casework/identifiers';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { it, test, unitId, file } from '../../../support/fixtures/investigation.ts';

const add = (kind: IdentifierFacts['kind'], value: string, given: Partial<IdentifierFacts> = {}, of = file) =>
  test.call('identifiers.add', identifierInput(of, kind, value, given));
const list = async () => (await test.call('identifiers.list', { file })).identifiers;
const matches = async (of = file) =>
  (await test.call('identifiers.matches', { file: of })).files.map((each) => [
    each.number,
    each.shared.map(({ reason, value }) => `${reason}: ${value}`),
  ]);
const log = (given: { readonly to?: UnitId } = {}) =>
  test.call('referrals.log', { unitId: given.to ?? unitId, source: 'ncecc', receivedOn: '2026-11-02' });

describe('an identifier', () => {
  it('is kept as given, with the instant of its own words, and is changed and removed', async () => {
    const seen = { seenText: '2026-11-03 14:22:10', seenOffset: '-05:00', port: 51820, event: 'Login' };
    const { id } = await add('ip', '203.0.113.7', { ...seen, obtained: 'volunteered' });
    const at = Date.parse('2026-11-03T19:22:10Z');
    expect(await list()).toEqual([
      expect.objectContaining({ id, version: 1, value: '203.0.113.7', ...seen, seenAt: at, obtained: 'volunteered' }),
    ]);
    const changed = identifierInput(file, 'ip', '203.0.113.8', { obtained: 'order', obtainedReference: '2026-44' });
    await test.call('identifiers.change', { reason, ...changed, identifierId: id, version: 1 });
    expect(await list()).toEqual([expect.objectContaining({ version: 2, value: '203.0.113.8', seenAt: null })]);
    const stale = struck(file, 'identifier', id);
    expect(await test.refusal('corrections.strike', stale)).toEqual({ code: 'conflict', reason: 'version_conflict' });
    await test.call('corrections.strike', { ...stale, version: 2 });
    expect(await list()).toEqual([]);
  });

  it('of an address says how it was obtained; of a person, one of the same file', async () => {
    await expect(add('ip', '203.0.113.7')).rejects.toThrow('obtained_needed');
    await expect(add('ip', '203.0.113.7', { obtained: 'order' })).rejects.toThrow('obtainedReference');
    await expect(add('email', 'nobody')).rejects.toThrow('not_of_kind');
    const other: CaseFile = { kind: 'referral', id: (await log()).id };
    const { id: personId } = await test.call('persons.add', personInput(other, 'subject'));
    const input = { ...identifierInput(file, 'handle', 'north'), personId };
    await expect(test.call('identifiers.add', input)).rejects.toThrow('personId');
    await test.call('identifiers.add', { ...input, file: other });
  });

  it('of another unit’s file is as absent as the file', async () => {
    await add('handle', 'north');
    await test.signInAs('admin');
    await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    expect(await test.refusal('identifiers.list', { file })).toEqual({ code: 'not_found' });
    expect(await test.refusal('identifiers.add', identifierInput(file, 'handle', 'south'))).toEqual({
      code: 'not_found',
    });
  });
});

describe('files that share an identifier', () => {
  it('are named with what they share; those linked to the file and those of other units are not', async () => {
    const referral: CaseFile = { kind: 'referral', id: (await log()).id };
    const linked = await log();
    await test.call('investigations.open', { unitId, openedOn: '2026-11-03', referralIds: [linked.id], lead: null });
    await add('email', 'North.Star@gmail.com');
    await add('handle', '@north', { service: 'Chat' });
    await add('email', 'northstar@googlemail.com', {}, referral);
    await add('handle', 'NORTH', { service: 'Forum' }, referral);
    await add('email', 'northstar@gmail.com', {}, { kind: 'referral', id: linked.id });

    const found = await matches();
    // What a linked referral holds is its investigation's.
    expect(found).toEqual([
      ['E2026-00002', ['same_email: northstar@gmail.com']],
      ['2026-00001', ['same_email: northstar@googlemail.com', 'same_handle_other_service: NORTH']],
    ]);
    expect((await matches(referral)).map(([number]) => number)).toEqual(['E2026-00001', 'E2026-00002']);

    await test.signInAs('admin');
    const { unitId: elsewhere } = await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    const theirs: CaseFile = { kind: 'referral', id: (await log({ to: elsewhere })).id };
    await add('email', 'northstar@gmail.com', {}, theirs);
    expect(await matches(theirs)).toEqual([]);
  });
});
