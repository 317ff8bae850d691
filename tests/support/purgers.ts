import type { Role } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId, UserId } from '#contract/ground/ids';
import { fixedClock, systemClock } from '../../db/ground/kernel/clock.ts';
import type { ServerWorkspace } from './serverWorkspace.ts';
import { addUnit, administrator, choosePassphrase, today, type TestStore } from './store.ts';

/** The two persons whom a purge needs, each at a desk of their own. */
export interface Purgers {
  readonly unitIds: readonly UnitId[];
  /** Investigates, supervises and approves. */
  readonly officer: TestStore;
  readonly officerId: UserId;
  /** Carries out what the officer approved. */
  readonly keeper: TestStore;
  /** Moves both desks to a day. */
  readonly moveTo: (day: CivilDate) => void;
  /** Before the workspace is disposed of, which is asked by the real clock. */
  readonly end: () => void;
}

/** Adds the units with these codes, and the two persons in all of them. */
export async function purgersOf(shared: ServerWorkspace, codes: readonly string[]): Promise<Purgers> {
  const admin = shared.desk();
  await admin.signInAs(administrator.login);
  const unitIds: UnitId[] = [];
  for (const code of codes) unitIds.push(await addUnit(admin, code));
  const add = (login: string, roles: Role[]) =>
    admin.call('users.create', {
      ...{ login, displayName: login, roles, unitIds, passphrase: administrator.passphrase },
    });
  const signIn = async (login: string): Promise<TestStore> => {
    const desk = shared.desk();
    await desk.signInAs(login);
    await choosePassphrase(desk);
    return desk;
  };
  const { id: officerId } = await add('officer', ['investigator', 'supervisor']);
  const officer = await signIn('officer');
  const moveTo = (day: CivilDate): void => {
    for (const desk of desks) Object.assign(desk.store.options, { clock: fixedClock(day) });
  };
  const desks = [officer];
  moveTo(today);
  await add('keeper', ['records_officer']);
  for (const { id: approvalId } of (await officer.call('users.waiting', {})).items)
    await officer.call('users.approve', { approvalId, accept: true });
  const keeper = await signIn('keeper');
  desks.push(keeper);
  moveTo(today);
  const end = (): void => {
    Object.assign(officer.store.options, { clock: systemClock });
  };
  return { unitIds, officer, officerId, keeper, moveTo, end };
}
