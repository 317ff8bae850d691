import { describe, expect, it } from 'vitest';
import type { CaseFile, InvestigationId } from '#contract/ground/ids';
import { answersOfBoth } from '../../../support/answersOfBoth.ts';
import { recorded, type Answer } from '../../../support/bothEngines.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';
import type { TwoUnits } from '../../../support/twoUnits.ts';

const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court', authorityId: null } as const;
const months = { from: '2026-09', to: '2026-11' } as const;
const measures = ['victims_identified', 'victims_safeguarded', 'arrests'] as const;

/** A file with a sealed victim and what was corrected of them and of what named them goes to another unit, which is given all of it back. */
async function work(store: TestStore, { first, second, sender }: TwoUnits): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  const look = async (unitId: string, file: CaseFile): Promise<void> => {
    await call('seals.inFile', { file });
    await call('persons.list', { file });
    await call('corrections.list', { file });
    await call('unitMonths.grid', { unitId, ...months, measures: [...measures] });
    await call('seals.list', { filter: {} });
  };
  const opened = { unitId: first, openedOn: '2026-09-01', referralIds: [], lead: sender };
  const { id: investigationId } = await call('investigations.open', opened);
  const file = { kind: 'investigation', id: investigationId } as const;
  const victim = personInput(file, 'victim', { name: 'Zoé Quirion', identifiedOn: '2026-09-10' });
  const { id: personId } = await call('persons.add', victim);
  await call('persons.change', { ...victim, personId, version: 1, identifiedOn: '2026-09-11', reason });
  const witness = personInput(file, 'witness', { name: 'Quirion' });
  const { id } = await call('persons.add', witness);
  await call('persons.change', { ...witness, name: 'Marie Roy', personId: id, version: 1, reason });
  const mistaken = await call('persons.add', { ...victim, name: 'Anne Quirion' });
  await call('corrections.strike', struck(file, 'person', mistaken.id));
  const logged = { unitId: first, source: 'ncecc', receivedOn: '2026-09-02', summary: 'On Quirion' } as const;
  const { id: referralId } = await call('referrals.log', logged);
  const edited = { externalNumber: null, priorityReceived: null, source: 'other', summary: 'On somebody' } as const;
  await call('referrals.edit', { referralId, version: 1, ...edited, reason });
  await call('links.linkReferral', { investigationId, referralId, on: '2026-09-20' });
  const { texts } = await call('seals.naming', { file, personId });
  const correctionIds = texts.flatMap(({ correction }) => correction?.id ?? []);
  const { id: sealId } = await call('seals.sealPerson', { ...order, file, personId, correctionIds });
  const none = { referralId: null, toService: null, message: null };
  const offer = { ...none, investigationId, toUnitId: second, on: '2026-11-02' } as const;
  const { id: transferId } = await call('transfers.propose', offer);

  await test.signInAs('receiver');
  const { receivedId } = await call('transfers.accept', { transferId, version: 1, on: '2026-11-10' });
  const there = { kind: 'investigation', id: receivedId as InvestigationId } as const;
  await look(second, there);
  await call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Granted' });
  await look(second, there);
  // What the sender counted moves the sender's months.
  const [back] = (await call('persons.list', { file: there })).persons.filter(({ name }) => name === 'Zoé Quirion');
  const other = { ...victim, file: there, identifiedOn: '2026-10-11' } as const;
  await call('persons.change', { ...other, personId, version: back!.version, reason });
  const [put] = (await call('corrections.list', { file: there })).corrections.filter(({ mayRestore }) => mayRestore);
  await call('corrections.restore', { file: there, correctionId: put!.id, reason });
  await look(second, there);

  await test.signInAs('sender');
  await look(first, file);
  // The correction of the referral stayed with it.
  for (const { id: partId } of (await call('seals.list', { filter: {} })).seals)
    await call('seals.unseal', { sealId: partId, authority: 'Order ON-2', reason: 'Granted' });
  await look(first, { kind: 'referral', id: referralId });
  return answers;
}

describe.skipIf(postgresMissing !== '')(
  `a file that leaves with what is sealed in it on PostgreSQL ${postgresMissing}`.trim(),
  () => {
    it('takes it along, and what was counted stays, as in a folder', async () => {
      const here = await answersOfBoth(work);
      const corrections = here
        .filter(({ method }) => method === 'corrections.list')
        .map(({ output }) => (output as { corrections: readonly unknown[] }).corrections.length);
      expect(corrections).toEqual([0, 3, 4, 5, 0, 1]);
    });
  },
);
