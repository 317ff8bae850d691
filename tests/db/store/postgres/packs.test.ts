import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packPayload } from '../../../../db/reporting/packs/format.ts';
import { onServer } from '../../../support/onServer.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';

const quarter = { fiscalYear: 2026, quarter: 3 } as const;

describe.skipIf(postgresMissing !== '')(`a pack on PostgreSQL ${postgresMissing}`.trim(), () => {
  let folder: TestStore;
  let server: TestStore;
  let units: TwoUnits;
  beforeAll(async () => {
    folder = await createTestStore();
    units = await createTwoUnits(folder);
    await folder.signInAs('receiver');
    const received = { unitId: units.second, source: 'ncecc', receivedOn: '2026-10-05' } as const;
    await folder.call('referrals.log', { ...received, externalNumber: 'R-1' });
    await folder.signInAs('sender');
    server = await onServer(folder);
  });
  afterAll(() => {
    server.dispose();
  });

  const pathOf = (test: TestStore, name: string): string => join(test.parent, name);
  const exported = (test: TestStore, name: string) => ({ quarter, file: test.grant(pathOf(test, name)) });
  /** What it counts of the other person's unit. */
  const receivedThere = (path: string): unknown => {
    const { payload } = JSON.parse(readFileSync(path, 'utf8')) as { payload: unknown };
    const { panel } = packPayload.parse(payload);
    return panel.find((cell) => cell.unitId === units.second && cell.measure === 'received' && cell.month === '2026-10')
      ?.value;
  };

  it('is complete from a folder, whoever exports it', async () => {
    await folder.call('packs.export', exported(folder, 'folder.vigiepack'));
    expect(receivedThere(pathOf(folder, 'folder.vigiepack'))).toBe(1);
  });

  it('is refused to a person to whom the server shows some units only, and no file is written', async () => {
    expect(await server.refusal('packs.export', exported(server, 'part.vigiepack'))).toEqual({
      code: 'forbidden',
      reason: 'all_units_needed',
    });
    expect(existsSync(pathOf(server, 'part.vigiepack'))).toBe(false);
    // Nor is what it does not show named as missing.
    expect(await server.refusal('packs.preview', { quarter })).toEqual({
      code: 'forbidden',
      reason: 'all_units_needed',
    });
    expect((await folder.call('packs.preview', { quarter })).units.map(({ months }) => months)).toEqual([0, 1]);
  });

  it('is complete from a person who sees every unit', async () => {
    await server.signInAs('admin');
    const { sender: userId } = units;
    await server.call('users.grant', {
      ...{ userId, version: 1, roles: ['investigator', 'supervisor'] },
      unitIds: [units.first, units.second],
    });
    await server.signInAs('sender');
    expect((await server.call('packs.preview', { quarter })).units.map(({ months }) => months)).toEqual([0, 1]);
    await server.call('packs.export', exported(server, 'whole.vigiepack'));
    expect(receivedThere(pathOf(server, 'whole.vigiepack'))).toBe(1);
  });
});
