import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, UnitId } from '#contract/ground/ids';
import { readCategories } from '../../../../db/reporting/breakdowns/read.ts';
import { conclude } from '../../../support/caseFiles.ts';
import { quarterTwo } from '../../../support/packs.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { setServerDay } from '../../../support/serverDay.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { purgersOf, type Purgers } from '../../../support/purgers.ts';

const later = '2027-12-01' as CivilDate;

describe.skipIf(postgresMissing)(`a file that another unit took over [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let purgers: Purgers;
  beforeAll(async () => {
    shared = await serverWorkspace();
    purgers = await purgersOf(shared, ['U01', 'U02']);
  });
  afterAll(async () => {
    purgers.end();
    await shared.dispose();
  });

  it('leaves each unit what it had counted, once it is sealed and once it is purged', async () => {
    const { unitIds, keeper, moveTo, officer } = purgers;
    const { call, store } = officer;
    const [first, second] = unitIds as [UnitId, UnitId];
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
      (await readCategories(store.requireUnlocked().engine.counted, unitIds, quarterTwo))
        .filter(({ code }) => code === 'C3')
        .map(
          ({ unitId, category, count }) =>
            `${String(unitIds.indexOf(unitId as UnitId))} ${String(category)} ${String(count)}`,
        )
        .sort();
    const counted = ['0 youth 1', '1 adult 1'];
    expect(await arrests()).toEqual(counted);
    await conclude(officer, received, '2026-09-15');
    const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;
    await call('seals.seal', { ...act, investigationIds: [received], referralIds: [] });
    expect(await arrests()).toEqual(counted);
    const [seal] = (await call('seals.list', { filter: {} })).seals;
    await keeper.call('seals.unseal', { sealId: seal!.id, reason: 'Lifted', authority: 'Order' });
    await call('retention.setRule', { unitId: second, class: 'any', offence: null, validFrom: '2026-01-01', years: 1 });
    moveTo(later);
    await setServerDay(await shared.database.connect(), later);
    await call('purges.approve', { investigationIds: [received], referralIds: [] });
    const { requests } = await keeper.call('purges.list', { filter: {} });
    await keeper.call('purges.carryOut', { requestIds: requests.map(({ id }) => id) });
    expect(await arrests()).toEqual(counted);
  });
});
