import type { UnitId, UserId } from '#contract/ground/ids';
import { createUnitAndUser, type TestStore } from './store.ts';

export interface TwoUnits {
  readonly first: UnitId;
  readonly second: UnitId;
  /** Of the first unit alone, and of the second. */
  readonly sender: UserId;
  readonly receiver: UserId;
}

/** Two units, each with an officer of its own: `sender` is signed in. */
export async function createTwoUnits(test: TestStore): Promise<TwoUnits> {
  const one = await createUnitAndUser(test, { login: 'sender', code: 'U01' });
  await test.signInAs('admin');
  const other = await createUnitAndUser(test, { login: 'receiver', code: 'U02' });
  await test.signInAs('sender');
  return {
    first: one.unitId,
    second: other.unitId,
    sender: one.userId as UserId,
    receiver: other.userId as UserId,
  };
}

/** One officer of two units: files go from one to the other and back. */
export async function createOfficerOfTwo(test: TestStore): Promise<readonly [UnitId, UnitId]> {
  const { unitId, userId } = await createUnitAndUser(test);
  await test.signInAs('admin');
  const { id: otherUnitId } = await test.call('units.save', {
    code: 'U02',
    name: { en: 'Unit U02', fr: 'Unité U02' },
    service: 'Service',
    active: true,
  });
  await test.call('users.grant', {
    userId,
    version: 1,
    roles: ['investigator', 'supervisor'],
    unitIds: [unitId, otherUnitId],
  });
  await test.signInAs('officer');
  return [unitId, otherUnitId];
}
