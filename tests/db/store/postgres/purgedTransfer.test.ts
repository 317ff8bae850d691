import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { fixedClock, systemClock } from '../../../../db/ground/kernel/clock.ts';
import { readCategories } from '../../../../db/reporting/breakdowns/read.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { quarterTwo } from '../../../support/packs.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { setServerDay } from '../../../support/serverDay.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, choosePassphrase, today, type TestStore } from '../../../support/store.ts';

const { passphrase } = administrator;
const later = '2027-12-01' as CivilDate;

describe.skipIf(postgresMissing)(`a file that another unit took over [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let units: UnitId[];
  let [officer, keeper]: TestStore[] = [];
  const at = (desk: TestStore, day: CivilDate): void => {
    Object.assign(desk.store.options, { clock: fixedClock(day) });
  };
  const signIn = async (login: string): Promise<TestStore> => {
    const desk = shared.desk();
    await desk.signInAs(login);
    await choosePassphrase(desk);
    at(desk, today);
    return desk;
  };

  beforeAll(async () => {
    shared = await serverWorkspace();
    const admin = shared.desk();
    await admin.signInAs(administrator.login);
    units = [await addUnit(admin, 'U01'), await addUnit(admin, 'U02')];
    const add = (login: string, roles: Role[]) =>
      admin.call('users.create', { login, displayName: login, roles, unitIds: units, passphrase });
    await add('officer', ['investigator', 'supervisor']);
    officer = await signIn('officer');
    await add('keeper', ['records_officer']);
    for (const { id: approvalId } of (await officer.call('users.waiting', {})).items)
      await officer.call('users.approve', { approvalId, accept: true });
    keeper = await signIn('keeper');
  });
  afterAll(async () => {
    Object.assign(officer!.store.options, { clock: systemClock });
    await shared.dispose();
  });

  it('leaves each unit what it had counted, once it is sealed and once it is purged', async () => {
    const { call, store } = officer!;
    const [first, second] = units as [UnitId, UnitId];
    const arrest = async (investigationId: InvestigationId, arrestedOn: CivilDate, youth: boolean) =>
      call('arrests.record', { investigationId, arrestedOn, youth, personId: null });
    const { id: investigationId } = await call('investigations.open', {
      ...{ unitId: first, openedOn: '2026-07-01', referralIds: [], lead: null },
    });
    await arrest(investigationId, '2026-07-10' as CivilDate, true);
    const { id: transferId } = await call('transfers.propose', {
      ...{ referralId: null, investigationId, toUnitId: second, toService: null, on: '2026-08-01', message: null },
    });
    const { receivedId } = await call('transfers.accept', { transferId, version: 1, on: '2026-08-01' });
    const received = receivedId as InvestigationId;
    await arrest(received, '2026-08-10' as CivilDate, false);
    const arrests = async () =>
      (await readCategories(store.requireUnlocked().engine.counted, units, quarterTwo))
        .filter(({ code }) => code === 'C3')
        .map(
          ({ unitId, category, count }) =>
            `${String(units.indexOf(unitId as UnitId))} ${String(category)} ${String(count)}`,
        )
        .sort();
    const counted = ['0 youth 1', '1 adult 1'];
    expect(await arrests()).toEqual(counted);
    await conclude(officer!, received, '2026-09-15');
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await call('seals.seal', { ...act, investigationIds: [received], referralIds: [] });
    expect(await arrests()).toEqual(counted);
    const [seal] = (await call('seals.list', { filter: {} })).seals;
    await keeper!.call('seals.unseal', { sealId: seal!.id, reason: 'Lifted', authority: 'Order' });
    await call('retention.setRule', { unitId: second, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
    for (const desk of [officer!, keeper!]) at(desk, later);
    await setServerDay(await shared.database.connect(), later);
    await call('purges.approve', { investigationIds: [received], referralIds: [] });
    const { requests } = await keeper!.call('purges.list', { filter: {} });
    await keeper!.call('purges.carryOut', { requestIds: requests.map(({ id }) => id) });
    expect(await arrests()).toEqual(counted);
  });
});
