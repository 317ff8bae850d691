import { describe, expect, it } from 'vitest';
import { conclude } from '../../../support/caseFiles.ts';
import { onServer } from '../../../support/onServer.ts';
import { personInput } from '../../../support/persons.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { copyOfUnit } from '../../../support/store.ts';

describe.skipIf(postgresMissing !== '')(`what is sealed on PostgreSQL ${postgresMissing}`.trim(), () => {
  it('is as absent as in a folder, for reads and for writes', async () => {
    const { test: folder, unitId } = await copyOfUnit();
    const test = await onServer(folder);
    const { id: investigationId } = await test.call('investigations.open', {
      unitId,
      openedOn: '2026-10-02',
      referralIds: [],
      lead: null,
    });
    const file = { kind: 'investigation', id: investigationId } as const;
    const { id: personId } = await test.call('persons.add', personInput(file, 'witness', { name: 'Zoé Lachance' }));
    await conclude(test, investigationId);
    await test.call('seals.seal', {
      basis: 'court_order',
      reference: 'ON-1',
      reason: 'Order of the court',
      investigationIds: [investigationId],
      referralIds: [],
    });
    expect(await test.refusal('investigations.get', { investigationId })).toEqual({ code: 'not_found' });
    expect(await test.refusal('persons.remove', { file, personId, version: 1 })).toEqual({ code: 'not_found' });
    const { engine } = test.store.requireUnlocked();
    expect(await engine.isSealed([investigationId])).toBe(true);
    expect(await engine.isSealed([unitId])).toBe(false);
    test.dispose();
  });
});
