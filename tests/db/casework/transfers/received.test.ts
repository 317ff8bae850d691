import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import { createTwoUnits, type TwoUnits } from '../../../support/twoUnits.ts';
import { transferDesk } from './desk.ts';

let test: TestStore;
let units: TwoUnits;
beforeEach(async () => {
  test = await createTestStore();
  units = await createTwoUnits(test);
});
afterEach(() => {
  test.dispose();
});

const { accept, entries, investigation, send } = transferDesk(() => ({ test, units }));

describe('a file that came from another unit', () => {
  it('is not taken out of existence as if its opening were undone', async () => {
    const { id } = await openFile(test, units.first, units.sender);
    const transferId = await send({ investigationId: id });
    await test.signInAs('receiver');
    const investigationId = (await accept(transferId)) as InvestigationId;
    const { version } = await investigation(investigationId);
    expect(await test.refusal('investigations.undoOpen', { investigationId, version, referrals: [] })).toEqual({
      code: 'conflict',
      reason: 'file_received',
    });
    expect(await entries()).toEqual(['U01 transferred_out 2026-11-23', 'U02 transferred_in 2026-11-23']);
    expect(await investigation(investigationId)).toMatchObject({ version, openedOn: '2026-11-23' });
  });
});
