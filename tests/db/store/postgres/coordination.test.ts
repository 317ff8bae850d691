import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desc } from 'drizzle-orm';
import type { Month } from '#contract/ground/dates';
import { pack } from '../../../../db/ground/schema/coordination/packs.ts';
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

  it('lists packs and keys in the order of their names, which the server cannot read', async () => {
    const names = codes.toSorted().map((code) => `Service ${code}`);
    const { packs } = await desk.call('packs.list', {});
    expect(packs.map(({ workspaceName }) => workspaceName)).toEqual(names);
    const { keys } = await desk.call('keys.confirmed', {});
    expect(keys.map(({ label }) => label)).toEqual(names);
  });

  it('lists templates in the order of their names', async () => {
    const empty = { sha256: '0'.repeat(64), whenMissing: 'blank', fileName: 'form.xlsx' } as const;
    const source = { kind: 'explanation', code: 'R1', unitCode: 'A', language: 'en' } as const;
    const cells = [{ sheet: 'S', cell: 'A1', source }];
    for (const name of codes) await desk.call('templates.save', { ...empty, name, cells });
    const { templates } = await desk.call('templates.list', {});
    expect(templates.map(({ name }) => name)).toEqual(codes.toSorted());
  });

  it('has no statement sort by what is encrypted', async () => {
    const { tx } = desk.store.requireUnlocked();
    const sorted = async () => tx.select({ id: pack.id }).from(pack).orderBy(desc(pack.workspaceName));
    await expect(sorted()).rejects.toThrow('workspace_name: a server cannot sort by what is sealed');
  });
});
