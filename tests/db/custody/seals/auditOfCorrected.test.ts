import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile, InvestigationId, PersonId, SealId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { reason } from '../../../support/corrections.ts';
import { onServer } from '../../../support/onServer.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { stored } from '../../../support/stored.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';

const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;

const valuesOf = (id: string): string =>
  `SELECT count(*) AS values_of FROM audit_value v JOIN audit_entry e ON e.sequence = v.sequence WHERE e.subject_id = '${id}'`;

interface Engine {
  readonly name: string;
  readonly open: (folder: TestStore) => Promise<TestStore>;
  /** How many values the audit shows of a record, to an administrator. */
  readonly shown: (test: TestStore, id: string) => Promise<number>;
}

const folder: Engine = {
  name: 'in a folder',
  open: (test) => Promise.resolve(test),
  shown: ({ store }, id) => {
    const { readingRaw } = store.requireUnlocked().onFolder.readers;
    return Promise.resolve(Number(readingRaw.prepare(valuesOf(id)).pluck().get()));
  },
};
const server: Engine = {
  name: 'on a server',
  open: onServer,
  shown: async (test, id) => (await stored<{ values_of: number }>(test, valuesOf(id)))[0]!.values_of,
};

for (const { name, open, shown } of postgresMissing === '' ? [folder, server] : [folder])
  describe(`what the audit kept of a record whose correction is sealed, ${name}`, () => {
    let test: TestStore;
    let units: TwoUnits;
    let file: CaseFile;
    let witness: { readonly id: PersonId; readonly given: ReturnType<typeof personInput> };
    beforeEach(async () => {
      const made = await createTestStore();
      units = await createTwoUnits(made);
      test = await open(made);
      await test.signInAs('sender');
      file = { kind: 'investigation', id: (await openFile(test, units.first, units.sender)).id };
      const given = personInput(file, 'witness', { name: 'Quirion' });
      const { id } = await test.call('persons.add', given);
      witness = { id, given };
      await rename(1, 'Friend of Quirion');
    });
    afterEach(() => {
      test.dispose();
    });

    const rename = (version: number, called: string) =>
      test.call('persons.change', { ...witness.given, file, name: called, personId: witness.id, version, reason });
    const toAdmin = async (): Promise<number> => {
      await test.signInAs('admin');
      return shown(test, witness.id);
    };
    const seal = async (): Promise<SealId> => {
      const { id: personId } = await test.call('persons.add', personInput(file, 'subject', { name: 'Zoé Quirion' }));
      const { texts } = await test.call('seals.naming', { file, personId });
      const correctionIds = texts.flatMap(({ correction }) => correction?.id ?? []);
      expect(correctionIds).toHaveLength(1);
      return (await test.call('seals.sealPerson', { ...order, file, personId, correctionIds })).id;
    };

    it('is hidden with it, what it is changed from later too, and comes back with it', async () => {
      expect(await toAdmin()).toBeGreaterThan(0);
      await test.signInAs('sender');
      const sealId = await seal();
      expect(await toAdmin()).toBe(0);
      await test.signInAs('sender');
      await rename(2, 'Marie Roy');
      expect(await toAdmin()).toBe(0);
      await test.signInAs('sender');
      await test.call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Granted' });
      expect(await toAdmin()).toBeGreaterThan(0);
    });

    it('is hidden where another unit kept it, which the file came from', async () => {
      const none = { referralId: null, toService: null, message: null };
      const offer = {
        ...none,
        investigationId: file.id as InvestigationId,
        toUnitId: units.second,
        on: '2026-11-02',
      } as const;
      const { id: transferId } = await test.call('transfers.propose', offer);
      await test.signInAs('receiver');
      const { receivedId } = await test.call('transfers.accept', { transferId, version: 1, on: '2026-11-10' });
      file = { kind: 'investigation', id: receivedId as InvestigationId };
      await seal();
      expect(await toAdmin()).toBe(0);
    });
  });
