import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '#contract/ground/dates';
import { createCoordination, newSender, quarterTwo, wholeCells } from '../../../support/packs.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { administrator, type TestStore } from '../../../support/store.ts';

describe.skipIf(postgresMissing !== '')(`coordination on a server ${postgresMissing}`.trim(), () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  const codes = ['E', 'B', 'D', 'A', 'C'];
  beforeAll(async () => {
    shared = await serverWorkspace('coordination');
    desk = shared.desk();
    await desk.signInAs(administrator.login);
    const { receive } = await createCoordination(desk);
    for (const [position, code] of codes.entries()) {
      const sender = newSender(code);
      const cells = wholeCells(sender.unitId, '2026-07' as Month, '2026-09' as Month);
      await receive(sender, quarterTwo, 10 + position, cells);
    }
  });
  afterAll(() => shared.dispose());

  it('takes the packs of services whose units are not known yet', async () => {
    const { units } = await desk.call('units.list', {});
    expect(units.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  });
});
