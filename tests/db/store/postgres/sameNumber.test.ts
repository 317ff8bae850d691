import { describe, expect, it } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { expectSame, recorded, type Answer } from '../../../support/bothEngines.ts';
import { newOffice, one, other } from '../../../support/desks.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { mappingFor, newJob, previewRows } from '../../intake/imports/support.ts';

const tip = (unitId: UnitId, externalNumber: string) =>
  ({ unitId, source: 'ncecc', receivedOn: '2026-11-02', externalNumber }) as const;

/** A number that one unit has comes to another one: by hand, by hand with a word for it, and in lists. */
async function work(store: TestStore, { first, second }: TwoUnits): Promise<readonly Answer[]> {
  const { test, answers } = recorded(store);
  const { call } = test;
  await test.signInAs('sender');
  await call('referrals.log', tip(first, 'CT-1'));
  await call('referrals.log', tip(first, 'CT-2'));
  await test.signInAs('receiver');
  await call('referrals.log', tip(second, 'ct 1')).catch(() => undefined);
  await call('referrals.log', { ...tip(second, 'CT-2'), acceptDuplicate: true });
  const rows = [
    '2026-11-02,ncecc,CT-1,,,,,,',
    '2026-11-03,ncecc,CT.1,,,,,,',
    '2026-11-03,ncecc,CT-2,,,,,,',
    '2026-11-03,ncecc,CT-9,,,,,,',
  ];
  for (const row of rows) {
    const { previewId } = await previewRows(test, [row], mappingFor(second));
    for (const verdict of ['new', 'conflict', 'duplicate'] as const)
      await call('imports.previewRows', { previewId, verdict, offset: 0, size: 50 });
    await call('imports.apply', { previewId, jobId: newJob() }).catch(() => undefined);
  }
  return answers;
}

describe.skipIf(postgresMissing !== '')(`a source's number that two units have ${postgresMissing}`.trim(), () => {
  it('is refused to the second of them on a server as in a folder', async () => {
    const folder = await createTestStore();
    const units = await createTwoUnits(folder);
    const server = await onServer(folder);
    const here = await work(folder, units);
    expectSame(here, await work(server, units));
    expect(here.filter(({ isRefused }) => isRefused).map(({ output }) => output)).toEqual([
      expect.stringContaining('duplicate_external_number'),
    ]);
    server.dispose();
  });

  it('is given to one of two who log it at the same moment, and to both where both say so', async () => {
    const office = await newOffice();
    const desks = [await office.desk('mine', [one]), await office.desk('yours', [other])];
    for (let round = 0; round < 10; round += 1) {
      const tips = desks.map((desk, index) =>
        desk.call('referrals.log', tip([one, other][index]!, `CT-${String(round)}`)),
      );
      const done = await Promise.allSettled(tips);
      const refused = done.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
      expect(refused).toEqual([expect.stringContaining('duplicate_external_number')]);
    }
    const both = desks.map((desk, index) =>
      desk.call('referrals.log', { ...tip([one, other][index]!, 'CT-10'), acceptDuplicate: true }),
    );
    expect(await Promise.all(both)).toHaveLength(2);
    expect(await office.database.run('SELECT * FROM vigie.number_turn')).toEqual([]);
    await office.close();
  });
});
