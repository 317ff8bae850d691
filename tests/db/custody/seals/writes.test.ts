import { describe, expect } from 'vitest';
import { storeContract, type StoreMethodName } from '#contract/index';
import type { CaseFile, PersonId, UnitId } from '#contract/ground/ids';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { requireUnsealed } from '../../../../db/store/access.ts';
import { identifierInput, personInput } from '../../../support/persons.ts';
import { createUnitAndUser } from '../../../support/store.ts';
import { struck } from '../../../support/corrections.ts';
import { it, test } from '../../../support/fixtures/shared/store.ts';

let unitId: UnitId;
let file: CaseFile;
let person: PersonId;
let identifier: string;

it.beforeAll(async () => {
  ({ unitId } = await createUnitAndUser(test));
  const opened = { unitId, openedOn: '2026-10-02', referralIds: [], lead: null };
  file = { kind: 'investigation', id: (await test.call('investigations.open', opened)).id };
  person = (await test.call('persons.add', personInput(file, 'subject', { name: 'Jean Tremblay', ageBand: '16_17' })))
    .id;
  const owned = {
    ...identifierInput(file, 'email', 'night.owl@example.org', { obtained: 'volunteered' }),
    personId: person,
  };
  identifier = (await test.call('identifiers.add', owned)).id;
  await test.call('seals.sealPerson', {
    basis: 'court_order',
    reference: 'ON-1',
    reason: 'Order of the court',
    file,
    personId: person,
    authorityId: null,
  });
});

const versions = () =>
  test.store
    .requireUnlocked()
    .raw.prepare('SELECT version FROM person WHERE id = ? UNION ALL SELECT version FROM identifier WHERE id = ?')
    .pluck()
    .all(person, identifier);

describe('what is sealed', () => {
  it('is as absent for whoever would change or remove it by its id', async () => {
    const gone = { code: 'not_found' };
    const facts = personInput(file, 'subject', { name: 'Someone else', ageBand: '18_plus' });
    expect(await test.refusal('persons.change', { ...facts, personId: person, version: 1 })).toEqual(gone);
    expect(await test.refusal('corrections.strike', struck(file, 'person', person))).toEqual(gone);
    const address = identifierInput(file, 'email', 'other@example.org', { obtained: 'volunteered' });
    const changed = { ...address, personId: null, identifierId: identifier as never, version: 1 };
    expect(await test.refusal('identifiers.change', changed)).toEqual(gone);
    expect(await test.refusal('corrections.strike', struck(file, 'identifier', identifier))).toEqual(gone);
    expect(await test.refusal('identifiers.add', { ...address, personId: person })).toEqual(gone);
    expect(versions()).toEqual([1, 1]);
  });

  const writing = (Object.keys(storeContract) as StoreMethodName[]).filter((name) => {
    const { type, roles } = storeContract[name];
    return type !== 'read' && roles !== 'nobody' && !/^(seals|retention|purges)\./.test(name);
  });

  it('is found by its id wherever it stands in the input of any method that writes', async () => {
    expect(writing.length).toBeGreaterThan(100);
    const unlocked = test.store.requireUnlocked();
    for (const name of writing)
      for (const input of [{ id: person }, { rows: [{ deep: { id: identifier } }] }])
        await expect(requireUnsealed(name, storeContract[name], input, unlocked), name).rejects.toThrow(StoreFailure);
  });

  it('hinders nothing else', async () => {
    const other = await test.call('persons.add', personInput(file, 'witness', { name: 'Zoé Lachance' }));
    await test.call('corrections.strike', struck(file, 'person', other.id));
  });
});
