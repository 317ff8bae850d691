import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { reason, struck } from '../../../support/corrections.ts';
import { onServer } from '../../../support/onServer.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { answered, transferDesk } from './desk.ts';

const engines = [
  { where: 'in a folder', open: (test: TestStore) => Promise.resolve(test) },
  ...(postgresMissing === '' ? [{ where: 'on a server', open: onServer }] : []),
];
let test: TestStore;
let units: TwoUnits;
let personId: PersonId;
let investigationId: InvestigationId;
afterEach(() => {
  test.dispose();
});
const { accept } = transferDesk(() => ({ test, units }));
const order = { basis: 'court_order', reference: 'ON-1', reason: 'Order', authorityId: null } as const;
const months = { from: '2026-10', to: '2026-11' } as const;

const fileNow = () => ({ kind: 'investigation', id: investigationId }) as const;
const person = async () =>
  (await test.call('persons.list', { file: fileNow() })).persons.find(({ id }) => id === personId)!;
async function identify(identifiedOn: string | null): Promise<void> {
  const { version } = await person();
  await test.call('persons.change', {
    ...personInput(fileNow(), 'victim', { identifiedOn }),
    ...{ personId, version, reason },
  });
}
const seal = async () => (await test.call('seals.sealPerson', { ...order, file: fileNow(), personId })).id;
const unsealAll = async (): Promise<void> => {
  for (const { id: sealId } of (await test.call('seals.list', { filter: {} })).seals.filter((each) => !each.unsealed))
    await test.call('seals.unseal', { sealId, authority: 'Order ON-2', reason: 'Set aside' });
};
async function putBack(): Promise<void> {
  const { version } = await person();
  await test.call('corrections.strike', struck(fileNow(), 'person', personId, version));
  const [last] = (await test.call('corrections.list', { file: fileNow() })).corrections;
  await test.call('corrections.restore', { file: fileNow(), correctionId: last!.id, reason });
}
async function handOver(toUnitId: UnitId, login: string): Promise<void> {
  const none = { referralId: null, toService: null, message: null };
  const { id: transferId } = await test.call('transfers.propose', { ...none, investigationId, toUnitId, on: answered });
  await test.signInAs(login);
  investigationId = (await accept(transferId)) as InvestigationId;
}
async function victims(unitId: UnitId): Promise<readonly string[]> {
  const { cells } = await test.call('unitMonths.grid', { unitId, ...months, measures: ['victims_identified'] });
  return cells.filter(({ value }) => value !== 0).map(({ month, value }) => `${month} ${String(value)}`);
}

/** What becomes of a victim in the unit that counted them, until no month of it does. */
const ways = {
  'was sealed and given back': async () => {
    await seal();
    await unsealAll();
    await identify(null);
  },
  'was taken out and put back': async () => {
    await putBack();
    await identify(null);
  },
  'was taken out and put back, and is sealed as the file goes': async () => {
    await putBack();
    await identify(null);
    await seal();
  },
  'was with the other unit for a time': async () => {
    await handOver(units.second, 'receiver');
    await handOver(units.first, 'sender');
    await identify(null);
  },
} as const;

describe.each(engines)('a victim whose day was emptied before the file went to another unit, $where', ({ open }) => {
  beforeEach(async () => {
    const folder = await createTestStore();
    units = await createTwoUnits(folder);
    test = await open(folder);
    await test.signInAs('sender');
    investigationId = (await openFile(test, units.first, units.sender)).id;
    const victim = personInput(fileNow(), 'victim', { identifiedOn: '2026-10-05' });
    personId = (await test.call('persons.add', victim)).id;
  });

  it.each(Object.keys(ways) as (keyof typeof ways)[])('and who %s is counted by that unit alone', async (way) => {
    await ways[way]();
    await handOver(units.second, 'receiver');
    await unsealAll();
    await identify('2026-11-05');
    expect.soft(await victims(units.second)).toEqual(['2026-11 1']);
    await test.signInAs('sender');
    expect(await victims(units.first)).toEqual([]);
  });
});
