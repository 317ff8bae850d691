import { beforeEach, describe, expect } from 'vitest';
import type { CaseFile, InvestigationId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { reason } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { transferDesk } from '../../casework/transfers/desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

let investigationId: InvestigationId;
let file: CaseFile;
beforeEach(async () => {
  investigationId = (await openFile(test, units.first, units.sender)).id;
  file = { kind: 'investigation', id: investigationId };
});
const desk = transferDesk(() => ({ test, units }));

const correctionsOf = async (of: CaseFile) => (await desk.corrections(of)).length;
/** The person, with every correction that names them. */
async function seal(corrections = 1): Promise<void> {
  const { id: personId } = await test.call('persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }));
  const { texts } = await test.call('seals.naming', { file, personId });
  const correctionIds = texts.flatMap(({ correction }) => correction?.id ?? []);
  expect(correctionIds).toHaveLength(corrections);
  const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;
  await test.call('seals.sealPerson', { ...order, file, personId, correctionIds });
}
/** Takes back every seal of the unit that is at work. */
async function unsealAll(): Promise<void> {
  const { seals } = await test.call('seals.list', { filter: {} });
  for (const { id: sealId } of seals)
    await test.call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Granted' });
}
async function handOver(): Promise<CaseFile> {
  const transferId = await desk.send({ investigationId });
  await test.signInAs('receiver');
  return { kind: 'investigation', id: (await desk.accept(transferId)) as InvestigationId };
}

describe('a correction sealed with a person whose file leaves', () => {
  it('stays with the referral of the file, and is given back there', async () => {
    const logged = { unitId: units.first, source: 'ncecc', receivedOn: '2026-10-02', summary: 'On Quirion' } as const;
    const { id: referralId } = await test.call('referrals.log', logged);
    const edited = { externalNumber: null, priorityReceived: null, source: 'other', summary: 'On somebody' } as const;
    await test.call('referrals.edit', { referralId, version: 1, ...edited, reason });
    await test.call('links.linkReferral', { investigationId, referralId, on: '2026-10-20' });
    await seal();
    expect(await correctionsOf(file)).toBe(0);
    expect((await test.call('seals.inFile', { file })).corrections).toBe(1);
    const there = await handOver();
    expect((await test.call('seals.inFile', { file: there })).corrections).toBe(0);
    await unsealAll();
    expect((await test.call('persons.list', { file: there })).persons).toHaveLength(1);
    await test.signInAs('sender');
    const referral: CaseFile = { kind: 'referral', id: referralId };
    expect((await test.call('seals.inFile', { file: referral })).corrections).toBe(1);
    expect(await correctionsOf(referral)).toBe(0);
    await unsealAll();
    expect(await correctionsOf(referral)).toBe(1);
  });

  it('stays with the sender where it is of an earlier transfer', async () => {
    const transferId = await desk.send({ investigationId });
    await desk.change({ transferId, version: 1, message: 'About Quirion', reason });
    await desk.change({ transferId, version: 2, message: 'About somebody', reason });
    await test.call('transfers.withdraw', { transferId, version: 3, on: '2026-10-20' });
    expect(await correctionsOf(file)).toBe(2);
    // The name is in what the first one led to, and in what the second one took the place of.
    await seal(2);
    const there = await handOver();
    expect((await test.call('seals.inFile', { file: there })).corrections).toBe(0);
    await test.signInAs('sender');
    expect(await correctionsOf(file)).toBe(0);
    await unsealAll();
    expect(await correctionsOf(file)).toBe(2);
  });
});
