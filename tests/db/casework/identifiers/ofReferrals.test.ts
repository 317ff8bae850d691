import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, InvestigationId, PersonId, ReferralId } from '#contract/ground/ids';
import { reason } from '../../../support/corrections.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { it, test, unitId, userId as lead } from '../../../support/fixtures/unit.ts';

let linked: ReferralId;
let second: ReferralId;
let bundled: ReferralId;
let id: InvestigationId;
let subject: PersonId;
const handle = 'north_star';
const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;

const ofReferral = (referral: ReferralId): CaseFile => ({ kind: 'referral', id: referral });
const file = (): CaseFile => ({ kind: 'investigation', id });
async function log(): Promise<ReferralId> {
  const made = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' });
  await test.call('identifiers.add', identifierInput(ofReferral(made.id), 'handle', `@${handle}`));
  return made.id;
}

// Three referrals with one handle, of which one is bundled, in one investigation.
beforeEach(async () => {
  [linked, second, bundled] = [await log(), await log(), await log()];
  subject = (await test.call('persons.add', personInput(ofReferral(bundled), 'subject', { name: 'A. Autre' }))).id;
  await test.call('referrals.bundle', { headId: linked, referralIds: [bundled], on: '2026-11-03' });
  id = (await test.call('investigations.open', { unitId, openedOn: '2026-11-04', referralIds: [linked], lead })).id;
  await test.call('links.linkReferral', { investigationId: id, referralId: second, on: '2026-11-05' });
});

const identifiers = async () =>
  (await test.call('identifiers.list', { file: file() })).identifiers.map(({ value, from }) => [value, from?.number]);
const persons = async () =>
  (await test.call('persons.list', { file: file() })).persons.map(({ name, from }) => [name, from?.number]);
const known = async (of: CaseFile) => (await test.call('identifiers.matches', { file: of })).files;
const all = [
  [`@${handle}`, '2026-00001'],
  [`@${handle}`, '2026-00002'],
  [`@${handle}`, '2026-00003'],
];

describe('an investigation', () => {
  it('shows what its referrals and those bundled under them hold, with the referral that it is from', async () => {
    expect(await identifiers()).toEqual(all);
    expect(await persons()).toEqual([['A. Autre', '2026-00003']]);
    await test.call('identifiers.add', identifierInput(file(), 'handle', 'own'));
    expect((await identifiers())[0]).toEqual(['own', undefined]);
    // What is in the file is known.
    expect(await known(file())).toEqual([]);
    expect(await known(ofReferral(bundled))).toEqual([]);
  });

  it('shows a correction of the referral, and nothing of it once it is unlinked', async () => {
    const of = ofReferral(second);
    const { identifiers: held } = await test.call('identifiers.list', { file: of });
    const south = identifierInput(of, 'handle', 'south');
    const corrected = { ...south, identifierId: held[0]!.id, version: 1, reason };
    await test.call('identifiers.change', corrected);
    expect(await identifiers()).toContainEqual(['south', '2026-00002']);
    // It is changed at the referral alone.
    expect(await test.refusal('identifiers.change', { ...corrected, file: file(), version: 2 })).toMatchObject({
      code: 'not_found',
    });
    await test.call('links.unlinkReferral', { investigationId: id, referralId: second, on: '2026-11-06' });
    expect(await identifiers()).toEqual([all[0], all[2]]);
  });

  it('shows nobody who is sealed in a referral, and gives them back with it', async () => {
    const of = ofReferral(bundled);
    await test.call('identifiers.add', { ...identifierInput(of, 'email', 'autre@example.org'), personId: subject });
    expect(await identifiers()).toContainEqual(['autre@example.org', '2026-00003']);
    const { id: sealId } = await test.call('seals.sealPerson', {
      ...act,
      file: of,
      personId: subject,
      authorityId: null,
    });
    expect([await persons(), await identifiers()]).toEqual([[], all]);
    const given = { ...identifierInput(of, 'email', 'autre@example.org'), file: undefined, personId: undefined };
    const asked = await test.call('referrals.duplicates', { externalNumber: null, identifiers: [given] });
    expect(asked.files).toEqual([]);
    await test.call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Access was granted' });
    expect(await persons()).toHaveLength(1);
  });

  it('leaves in the history of each referral that it was seen', async () => {
    await identifiers();
    const ofFile = `SELECT method FROM audit_file JOIN audit_entry USING (sequence) WHERE file_id = '${bundled}'`;
    expect((await stored(test, ofFile)).map(({ method }) => method)).toContain('identifiers.list');
  });

  it('is as absent with all that for another unit', async () => {
    await test.signInAs('admin');
    const { unitId: elsewhere } = await createUnitAndUser(test, { login: 'elsewhere', code: 'U02' });
    for (const method of ['identifiers.list', 'persons.list', 'identifiers.matches'] as const)
      expect(await test.refusal(method, { file: file() })).toEqual({ code: 'not_found' });
    const logged = { unitId: elsewhere, source: 'ncecc', receivedOn: '2026-11-02' } as const;
    const theirs = await test.call('referrals.log', logged);
    await test.call('identifiers.add', identifierInput(ofReferral(theirs.id), 'handle', handle));
    expect(await known(ofReferral(theirs.id))).toEqual([]);
  });
});

describe('the next tip with the same handle', () => {
  it('is known by the open investigation, its lead and the referrals that hold it; others that are alike come after', async () => {
    const [tip, alike] = [await log(), await log()];
    const [first, ...rest] = await known(ofReferral(tip));
    expect(first).toMatchObject({
      file: { kind: 'investigation', id },
      open: true,
      officer: lead,
      shared: [{ reason: 'same_handle', value: `@${handle}` }],
      through: [{ id: linked }, { id: second }, { id: bundled }],
    });
    expect(rest).toMatchObject([{ file: { kind: 'referral', id: alike }, open: true, through: [] }]);
    const typed = { ...identifierInput(ofReferral(tip), 'handle', handle), file: undefined, personId: undefined };
    const asked = await test.call('referrals.duplicates', { externalNumber: null, identifiers: [typed] });
    expect(asked.files.map(({ file: { id: each } }) => each)).toEqual([id, tip, alike]);
    const document = await test.call('tips.matches', { identifiers: [typed] });
    expect(document.files.map(({ file: { id: each } }) => each)).toEqual([id, tip, alike]);

    await test.call('links.linkReferral', { investigationId: id, referralId: tip, on: '2026-11-20' });
    expect(await known(ofReferral(tip))).toMatchObject([{ file: { kind: 'referral', id: alike } }]);
  });

  it('is known by the first of a bundle that went nowhere', async () => {
    const [head, under, tip] = [await log(), await log(), await log()];
    await test.call('links.unlinkReferral', { investigationId: id, referralId: second, on: '2026-11-06' });
    await test.call('referrals.bundle', { headId: head, referralIds: [under], on: '2026-11-06' });
    expect(
      (await known(ofReferral(tip))).map(({ file: { id: each }, through }) => [each, through.map((t) => t.id)]),
    ).toEqual([
      [id, [linked, bundled]],
      [second, []],
      [head, [under]],
    ]);
  });
});
