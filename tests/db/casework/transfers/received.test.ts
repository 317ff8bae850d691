import { describe, expect } from 'vitest';
import type { InvestigationId } from '#contract/ground/ids';
import { openFile } from '../../../support/authorities.ts';
import { transferDesk } from './desk.ts';
import { it, test, units } from '../../../support/fixtures/twoUnits.ts';

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
