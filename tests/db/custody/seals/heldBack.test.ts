import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitId, UserId } from '#contract/ground/ids';
import { markedFile, type MarkedFile } from '../../../support/caseFiles.ts';
import { copiesOfUnit, createUnitAndUser, type TestStore } from '../../../support/store.ts';
import { mappingFor, newJob, previewRows } from '../../intake/imports/support.ts';

let test: TestStore;
let unitId: UnitId;
let userId: UserId;
let sealedFile: MarkedFile;
const marker = 'ZQXMARKA';
const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;

const prepared = copiesOfUnit(async (unit) => ({
  file: await markedFile(unit.test, unit.unitId, marker, { lead: unit.userId as UserId }),
}));
beforeEach(async () => {
  const made = await prepared();
  ({ test, unitId, file: sealedFile } = made);
  userId = made.userId as UserId;
});
afterEach(() => {
  test.dispose();
});

const sealIt = () =>
  test.call('seals.seal', { ...act, investigationIds: [sealedFile.investigationId], referralIds: [] });

describe('an entry that is made again', () => {
  const entry = () => ({ unitId, source: 'ncecc', receivedOn: '2026-11-20', externalNumber: `${marker}-1` }) as const;
  const told = async () =>
    (await test.call('referrals.duplicates', { externalNumber: entry().externalNumber })).heldBack;

  it('is held back: a supervisor of the unit is told why and may log it all the same', async () => {
    await sealIt();
    const { files, heldBack } = await test.call('referrals.duplicates', {
      externalNumber: entry().externalNumber,
    });
    expect([files, heldBack]).toEqual([[], 'sealed']);
    expect(await test.refusal('referrals.log', entry())).toEqual({ code: 'conflict', reason: 'number_held_back' });
    await test.call('referrals.log', { ...entry(), acceptDuplicate: true });
  });

  it('is held back for an investigator, and for another unit, without a reason', async () => {
    await sealIt();
    await test.signInAs('admin');
    await test.call('users.grant', { userId, version: 1, roles: ['investigator'], unitIds: [unitId] });
    const refused = { code: 'conflict', reason: 'number_held_back' };
    await test.signInAs('officer');
    expect(await told()).toBe('unsaid');
    for (const acceptDuplicate of [false, true])
      expect(await test.refusal('referrals.log', { ...entry(), acceptDuplicate })).toEqual(refused);
    await test.signInAs('admin');
    const { unitId: second } = await createUnitAndUser(test, { login: 'other', code: 'U02' });
    expect(await told()).toBe('unsaid');
    expect(await test.refusal('referrals.log', { ...entry(), unitId: second, acceptDuplicate: true })).toEqual(refused);
  });

  it('by a file is held back too, and what was previewed before is let go', async () => {
    const mapping = mappingFor(unitId, { sourceDefault: 'ncecc' });
    const row = `2026-11-20,NCECC,${marker}-1,,,,,,U01`;
    const { previewId } = await previewRows(test, [row], mapping);
    await sealIt();
    expect((await test.refusal('imports.apply', { previewId, jobId: newJob() })).code).toBe('not_found');
    const { counts, reasons } = await previewRows(test, [row], mapping);
    expect([counts.new, counts.conflict, reasons]).toEqual([0, 1, { number_sealed: 1 }]);
  });

  it('as a tip is held back', async () => {
    await sealIt();
    const { externalNumber, ...rest } = entry();
    const tip = { ...rest, externalNumber, format: 'xml' as const, persons: [], identifiers: [], counts: [] };
    expect(await test.refusal('tips.log', tip)).toEqual({ code: 'conflict', reason: 'number_held_back' });
  });
});
