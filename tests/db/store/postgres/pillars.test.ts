import { expect, it } from 'vitest';
import { onServer } from '../../../support/onServer.ts';
import { createCoordination, newSender, quarterOne } from '../../../support/packs.ts';
import { postgresMissing } from '../../../support/postgres.ts';

it.skipIf(postgresMissing !== '')(
  `keeps on a server a pillar that a line names ${postgresMissing}`.trim(),
  async () => {
    const coordination = await createCoordination();
    const sender = newSender();
    await coordination.receive(sender, quarterOne, 1);
    const agreementId = await coordination.agreementFor([sender]);
    const server = await onServer(coordination.test);
    const pillars = [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }];
    await server.call('funding.savePillars', { pillars, read: [] });
    const cells = { code: 'A', category: 'tools', pillar: 'P1' } as const;
    const grid = { agreementId, register: 'budget', fiscalYear: 2026 } as const;
    await server.call('funding.save', { ...grid, changes: [{ do: 'add', cells }] });
    expect(await server.refusal('funding.savePillars', { pillars: [], read: pillars })).toMatchObject({
      reason: 'pillar_in_use',
    });
    server.dispose();
  },
);
